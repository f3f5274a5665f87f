/// Features of videos that nobody looked at: what caption, length, time and counts tell by themselves.
@NullMarked
package dev.upswell.creative.posted;

import org.jspecify.annotations.NullMarked;

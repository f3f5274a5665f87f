/// From what analysers wrote about a video to its features.
@NullMarked
package dev.upswell.creative.feature;

import org.jspecify.annotations.NullMarked;

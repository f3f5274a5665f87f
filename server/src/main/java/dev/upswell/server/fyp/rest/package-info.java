/// REST of videos' scores, slots and rules.
@NullMarked
package dev.upswell.server.fyp.rest;

import org.jspecify.annotations.NullMarked;

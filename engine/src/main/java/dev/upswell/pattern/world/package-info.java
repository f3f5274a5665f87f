/// Analyses whose truth is known: made videos of which some choices matter, or none, and a judge of what is said of them.
@NullMarked
package dev.upswell.pattern.world;

import org.jspecify.annotations.NullMarked;

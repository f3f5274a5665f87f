/// What the other counters of an entity, its engagement and the videos that carry it tell beside the counter to be
/// foretold: the second feature set.
@NullMarked
package dev.upswell.companion;

import org.jspecify.annotations.NullMarked;

/// Bounded-memory counts of tables by bin, cell and group of entities, and what can be read off two of them.
@NullMarked
package dev.upswell.learn.sketch;

import org.jspecify.annotations.NullMarked;

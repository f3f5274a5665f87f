/// What to do next, as rules that people write: one line each, conditions and what follows from them.
@NullMarked
package dev.upswell.fyp.rule;

import org.jspecify.annotations.NullMarked;

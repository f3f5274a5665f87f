/// Whether a sentence says no more than its evidence: facts, readings of numbers, dates, names and directions in English and
/// Indonesian, verdicts. No model takes part.
@NullMarked
package dev.upswell.grounding;

import org.jspecify.annotations.NullMarked;

/// Judging of recommenders beside the oracle of the simulated people: what they may know, what they are asked, what their lists are
/// worth.
@NullMarked
package dev.upswell.people.judge;

import org.jspecify.annotations.NullMarked;

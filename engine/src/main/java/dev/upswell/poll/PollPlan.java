package dev.upswell.poll;

import java.util.List;
import java.util.OptionalDouble;

/// What is looked at how often, within an allowance of units a day, so that most is known.
///
/// Everything begins paused. Among all next steps of the ladder (from paused to once a day, from there to three times, …) the one
/// with the most bits per unit is taken, as long as it can be paid, and so on. Because each step of a subject adds less per unit
/// than the one before ([Worth]), no plan knows more than this one and what the rest of the money would have bought of the first
/// step that was too dear ([#atMost]); where nothing is left over, none is better. What is pinned is paid before.
///
/// @param chosen in the order in which they were given
/// @param bits that are known by it, weighted
/// @param atMost bits that are known by any plan with the same pinned cadences
/// @param marginalBits bits for a unit a day: of the dearest step of what is not pinned that was paid; 0 when nothing was
/// @param pinsKept whether everything pinned has its cadence
/// @param <K> names of subjects
public record PollPlan<K>(List<Choice<K>> chosen, double unitsPerDay, double bits, double atMost,
        double marginalBits, boolean pinsKept) {

    public PollPlan {
        chosen = List.copyOf(chosen);
    }

    /// What became of a subject.
    public enum Why {
        /// As pinned.
        PINNED,
        /// Pinned, but all that is pinned cannot be paid: it is looked at less often, or not at all.
        PIN_CUT,
        /// No other use of its units adds more.
        WORTH_IT,
        /// Others add more per unit.
        OUTBID
    }

    /// How often a subject is looked at.
    ///
    /// @param bits that are known by it, weighted
    public record Choice<K>(Polled<K> polled, Cadence cadence, double bits, Why why) {

        /// What it is expected to cost in a day.
        public double unitsPerDay() {
            return polled.unitsPerVisit() * cadence.visitsPerDay();
        }

        /// Bits for a unit a day; empty while it is paused or costs nothing.
        public OptionalDouble bitsPerUnit() {
            double units = unitsPerDay();
            return units == 0 ? OptionalDouble.empty() : OptionalDouble.of(bits / units);
        }
    }

    /// The plan for these subjects.
    ///
    /// **cost** a logarithm per subject and step: ten thousand subjects take some tens of milliseconds.
    ///
    /// @param unitsPerDay the allowance, from 0: what is left of a day's, at the rate at which it may be used up
    public static <K> PollPlan<K> of(List<Polled<K>> subjects, double unitsPerDay) {
        return new Auction<>(subjects, unitsPerDay).plan();
    }
}

package dev.upswell.benchmarks.statement;

import java.time.Instant;

/// A place in a sentence that evidence fills.
sealed interface Slot {

    /// How a number is put.
    enum Manner {
        COUNT,
        COUNT_WITH_NOUN,
        PERCENT,
        SHARE,
        POINTS,
        TIMES,
        MULTIPLIED,
        PER_HOUR,
        HOURS,
        SECONDS,
        MONEY,
        PLACE,
        PLACE_WORD,
        LISTED
    }

    /// @param value in the unit of its fact
    /// @param measured what is counted, for the noun
    record Figure(double value, Manner manner, Measured measured) implements Slot {

        Figure with(double other) {
            return new Figure(other, manner, measured);
        }

        Figure as(Manner other) {
            return new Figure(value, other, measured);
        }
    }

    record Day(Instant at) implements Slot {
    }

    record Hour(Instant at) implements Slot {
    }

    record Span(int days) implements Slot {
    }

    record Name(String entity) implements Slot {
    }

    record Noun(Measured measured) implements Slot {
    }

    /// @param up whether the later or the first one is the greater
    record Way(boolean up) implements Slot {
    }
}

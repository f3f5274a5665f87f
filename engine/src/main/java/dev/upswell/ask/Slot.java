package dev.upswell.ask;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a word or a few words of a question stand for.
public sealed interface Slot {

    /// An entity of the tenant's.
    ///
    /// @param name how people call it
    record Named(EntityId entity, String name) implements Slot {
    }

    /// A kind of entities.
    record Kind(EntityKind kind) implements Slot {
    }

    /// What is to be told of them.
    record Measured(Measure measure) implements Slot {
    }

    /// The time up to now.
    ///
    /// @param hours 24 for a day
    record Span(int hours) implements Slot {
    }

    /// The time ahead.
    record Ahead(int hours) implements Slot {
    }

    /// A day, in UTC.
    record On(LocalDate day) implements Slot {
    }

    /// Days, in UTC.
    ///
    /// @param to the last of them; null for up to now
    record Period(LocalDate from, @Nullable LocalDate to) implements Slot {
    }

    /// A day of the week.
    ///
    /// @param each whether it is said of every week, such as "Sundays"
    record Weekday(DayOfWeek day, boolean each) implements Slot {
    }

    /// As long a time right before that which is asked about.
    record Earlier(int hours) implements Slot {
    }

    /// The present.
    record Now() implements Slot {
    }

    /// How many to list, or a number that the question holds.
    record Count(int number) implements Slot {
    }

    /// A number that what is counted lies above or below.
    ///
    /// @param including whether the number itself is within
    record Bound(boolean above, boolean including, double number) implements Slot {

        /// Whether a figure lies within.
        public boolean holds(double figure) {
            return including && figure == number || (above ? figure > number : figure < number);
        }
    }

    /// A second of a video.
    record Second(int second) implements Slot {
    }

    /// The time of a video between two of its seconds.
    record Stretch(int from, int to) implements Slot {
    }

    /// The time of a video from a second on.
    record After(int second) implements Slot {
    }

    /// What is wanted of them.
    record Wanted(Cue cue) implements Slot {
    }

    /// A word that says nothing by itself.
    record Filler() implements Slot {
    }
}

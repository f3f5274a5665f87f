package dev.upswell.fyp.rule;

import dev.upswell.fyp.FypScore;
import java.util.List;
import java.util.OptionalDouble;

/// What has to hold of a video for a rule to fire.
public sealed interface Condition {

    /// Whether it holds of a score.
    Truth of(FypScore score);

    /// All of these, at least one.
    record All(List<Condition> parts) implements Condition {

        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth of(FypScore score) {
            return parts.stream().map(part -> part.of(score)).reduce(Truth.YES, Truth::and);
        }
    }

    /// One of these at least, of at least one.
    record Any(List<Condition> parts) implements Condition {

        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth of(FypScore score) {
            return parts.stream().map(part -> part.of(score)).reduce(Truth.NO, Truth::or);
        }
    }

    /// A measure beside a number.
    ///
    /// @param bar as people write it: shares in percent
    record Number(Subject subject, Order order, double bar) implements Condition {

        @Override
        public Truth of(FypScore score) {
            OptionalDouble value = subject.value(score);
            return value.isEmpty() ? Truth.UNKNOWN : Truth.of(order.holds(value.getAsDouble(), bar));
        }
    }

    /// A measure beside the brand's own distribution, such as `v15 < p50`.
    ///
    /// @param percentile 1 to 99
    record Percentile(Subject.Measure subject, Order order, int percentile) implements Condition {

        @Override
        public Truth of(FypScore score) {
            OptionalDouble place = score.place(subject.metric());
            return place.isEmpty() ? Truth.UNKNOWN : Truth.of(order.holds(place.getAsDouble(), percentile));
        }
    }
}

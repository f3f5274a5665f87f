package dev.upswell.fyp.rule;

import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a condition asks about.
public sealed interface Subject {

    /// Its value as people write it; empty when it was not measured.
    OptionalDouble value(FypScore score);

    /// A measure of the video; shares are written in percent.
    record Measure(FypMetric metric) implements Subject {

        @Override
        public OptionalDouble value(FypScore score) {
            FypScore.Part part = score.parts().get(metric);
            return part == null ? OptionalDouble.empty() : OptionalDouble.of(metric.written(part.value()));
        }
    }

    /// The score itself, 0 to 100.
    record Fyp() implements Subject {

        @Override
        public OptionalDouble value(FypScore score) {
            return score.fyp();
        }
    }

    /// How much of the score's weight is known, in percent.
    record Coverage() implements Subject {

        @Override
        public OptionalDouble value(FypScore score) {
            return OptionalDouble.of(100 * score.coverage());
        }
    }

    /// The age of the video at the mark, in minutes.
    record Age() implements Subject {

        @Override
        public OptionalDouble value(FypScore score) {
            return OptionalDouble.of(score.mark().age().toMinutes());
        }
    }

    /// What is called so; empty when nothing is.
    static Optional<Subject> find(String word) {
        return switch (word) {
            case "fyp" -> Optional.of(new Fyp());
            case "coverage" -> Optional.of(new Coverage());
            case "age" -> Optional.of(new Age());
            case "cr" -> Optional.of(new Measure(FypMetric.COMPLETION_RATE));
            default -> FypMetric.find(word).map(Measure::new);
        };
    }

    /// Every name there is.
    static List<String> words() {
        List<String> words = new ArrayList<>(List.of("fyp", "coverage", "age"));
        for (FypMetric metric : FypMetric.values()) {
            words.add(metric.word());
        }
        return words;
    }
}

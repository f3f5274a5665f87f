package dev.upswell.server.ask;

import java.util.List;

/// What came of a question that was understood.
public sealed interface Outcome {

    /// It is answered.
    record Found(Finding finding) implements Outcome {
    }

    /// It cannot be, for a reason: a key among the texts of answers, and what stands in it.
    record NotKnown(String because, List<Object> arguments) implements Outcome {

        public NotKnown {
            arguments = List.copyOf(arguments);
        }

        public static NotKnown because(String key, Object... arguments) {
            return new NotKnown(key, List.of(arguments));
        }
    }
}

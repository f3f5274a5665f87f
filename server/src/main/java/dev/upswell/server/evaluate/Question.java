package dev.upswell.server.evaluate;

import dev.upswell.content.EntityKind;

/// What is foretold: of which kind of entity, and how far ahead.
///
/// @param horizonHours at least 1
public record Question(EntityKind kind, int horizonHours) implements Comparable<Question> {

    public Question {
        if (horizonHours < 1) {
            throw new IllegalArgumentException(
                    "horizon (" + horizonHours + " h) must be at least 1 h\nMaybe it was given in days.");
        }
    }

    @Override
    public int compareTo(Question other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Integer.compare(horizonHours, other.horizonHours);
    }
}

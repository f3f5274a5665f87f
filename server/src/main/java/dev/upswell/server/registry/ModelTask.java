package dev.upswell.server.registry;

import dev.upswell.content.EntityKind;

/// What a model foretells: of which kind of entities, and how far ahead. At most one model serves each task.
public record ModelTask(EntityKind kind, int horizonHours) {

    /// Surges of hashtags within a day: the task of the first release.
    public static final ModelTask DAILY_HASHTAGS = new ModelTask(EntityKind.HASHTAG, 24);

    public ModelTask {
        if (horizonHours < 1) {
            throw new IllegalArgumentException(
                    "horizon (" + horizonHours + " h) must be at least 1 h\nMaybe it was meant in days.");
        }
    }

    /// A word for it, for example `hashtag/24h`.
    public String label() {
        return kind.label() + "/" + horizonHours + "h";
    }
}

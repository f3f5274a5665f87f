package dev.upswell.server.registry;

import dev.upswell.content.EntityKind;
import java.util.Comparator;

/// What a model foretells: of which kind of entities, and how far ahead. At most one model serves each task.
///
/// Tasks stand in the order of kinds, then of horizons.
///
/// @param horizonHours at least 1
public record ModelTask(EntityKind kind, int horizonHours) implements Comparable<ModelTask> {

    /// Surges of hashtags within a day: the task of the first release.
    public static final ModelTask DAILY_HASHTAGS = new ModelTask(EntityKind.HASHTAG, 24);

    private static final Comparator<ModelTask> ORDER = Comparator.comparing(ModelTask::kind)
            .thenComparingInt(ModelTask::horizonHours);

    public ModelTask {
        if (horizonHours < 1) {
            throw new IllegalArgumentException(
                    "horizon (" + horizonHours + " h) must be at least 1 h\nMaybe it was meant in days.");
        }
    }

    /// The task with this label.
    ///
    /// **errors** `IllegalArgumentException` when the text is no label.
    public static ModelTask of(String label) {
        String[] parts = label.split("/");
        if (parts.length != 2 || !parts[1].matches("[1-9]\\d{0,3}h")) {
            throw new IllegalArgumentException(
                    "task (" + label + ") must read kind/hours\nMaybe write hashtag/24h or video/48h.");
        }
        return new ModelTask(EntityKind.of(parts[0]), Integer.parseInt(parts[1].replace("h", "")));
    }

    /// A word for it, for example `hashtag/24h`.
    public String label() {
        return kind.label() + "/" + horizonHours + "h";
    }

    @Override
    public int compareTo(ModelTask other) {
        return ORDER.compare(this, other);
    }
}

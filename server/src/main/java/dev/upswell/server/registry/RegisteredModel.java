package dev.upswell.server.registry;

import dev.upswell.learn.ModelRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A trained model as the registry keeps it.
///
/// @param shadowFrom the cut from which its shadow predictions count; null when it never was in shadow
/// @param record everything needed to train it again
/// @param notes sentences that a reader should know, for example that it does not beat its baselines
/// @param trainedAt when the training ended
public record RegisteredModel(UUID id, ModelState state, ModelTask task, @Nullable Instant shadowFrom,
        ModelRecord record, List<String> notes, Instant trainedAt) {

    public RegisteredModel {
        notes = List.copyOf(notes);
    }

    /// The family of the model, for example `boosted-trees`.
    public String kind() {
        return record.kind();
    }

    /// How far ahead it predicts.
    public int horizonHours() {
        return task.horizonHours();
    }

    /// Whether predictions come from it now.
    public boolean serving() {
        return state == ModelState.ACTIVE;
    }
}

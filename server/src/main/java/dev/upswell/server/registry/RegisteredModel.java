package dev.upswell.server.registry;

import dev.upswell.learn.ModelRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A trained model as the registry keeps it.
///
/// @param record everything needed to train it again
/// @param notes sentences that a reader should know, for example that it does not beat its baselines
/// @param trainedAt when the training ended
public record RegisteredModel(UUID id, ModelState state, int horizonHours, ModelRecord record, List<String> notes,
        Instant trainedAt) {

    public RegisteredModel {
        notes = List.copyOf(notes);
    }

    /// The family of the model, for example `boosted-trees`.
    public String kind() {
        return record.kind();
    }

    /// Whether predictions come from it now.
    public boolean serving() {
        return state == ModelState.ACTIVE;
    }
}

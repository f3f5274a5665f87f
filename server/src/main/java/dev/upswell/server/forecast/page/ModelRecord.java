package dev.upswell.server.forecast.page;

import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A trained model with everything needed to train it again.
///
/// @param model its name in files and the command line; its words are the message `model.…`
/// @param task what it foretells
/// @param serving whether predictions come from it now
/// @param settings the trainer's settings by name
/// @param scores the scores taken when it was trained, by key
/// @param notes sentences that a reader should know, for example that it was not shown to beat the baselines
public record ModelRecord(String id, String model, ModelTask task, boolean serving, Training training,
        Fingerprints fingerprints,
        Map<String, String> settings, Map<String, Double> scores, List<String> notes) {

    public ModelRecord {
        settings = Map.copyOf(settings);
        scores = Map.copyOf(scores);
        notes = List.copyOf(notes);
    }

    /// What it learned from.
    ///
    /// @param from the first cut in the training data
    /// @param to the last cut whose outcome was known
    /// @param positives how many of the rows surged
    public record Training(Instant at, Instant from, Instant to, long rows, long positives, String featureSet,
            long seed) {
    }

    /// The hashes that tell two trainings apart.
    ///
    /// @param artefact null when the model needs no file, as a baseline
    public record Fingerprints(String dataset, String codeVersion, @Nullable String artefact) {
    }
}

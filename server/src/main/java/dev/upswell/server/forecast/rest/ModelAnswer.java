package dev.upswell.server.forecast.rest;

import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.RegisteredModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A model record as programs read it.
@Schema(name = "Model", description = "A trained model with everything needed to train it again")
record ModelAnswer(UUID id, @Schema(description = "Kind and beginning of the artefact's hash") String name,
        @Schema(description = "Family of the model", example = "boosted-trees") String kind, ModelState state,
        @Schema(description = "Kind of entity, such as hashtag") String entityKind, int horizonHours, Instant trainedAt,
        @Schema(description = "First cut that it learned from") Instant trainingFrom,
        @Schema(description = "Nothing later was known to it") Instant trainingTo,
        @Schema(description = "Training rows") int rows, @Schema(description = "How many of them surged") int positives,
        String featureSet, Map<String, String> settings, long seed,
        @Schema(description = "Quality on the held-back slice that fitted the calibration, by name; `leftOut` is how many rows were left out as possibly bought, where the setting wants that") Map<String, Double> metrics,
        String datasetHash,
        String codeVersion, String artefactHash,
        @Schema(description = "What a reader should know") List<String> notes) {

    static ModelAnswer of(RegisteredModel model) {
        var record = model.record();
        return new ModelAnswer(model.id(), record.id(), model.kind(), model.state(), model.task().kind().label(),
                model.horizonHours(),
                model.trainedAt(), record.trainingFrom(), record.trainingTo(), record.rows(), record.positives(),
                record.featureSet(), record.settings(), record.seed(), record.metrics(), record.datasetHash(),
                record.codeVersion(), record.artefactHash(), model.notes());
    }
}

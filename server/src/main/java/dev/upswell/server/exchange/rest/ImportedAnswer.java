package dev.upswell.server.exchange.rest;

import dev.upswell.server.exchange.ModelExchange;
import dev.upswell.server.registry.ModelState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/// What an import of a model did, as programs read it.
@Schema(name = "ImportedModel", description = "A model that came as a file")
record ImportedAnswer(UUID id, @Schema(description = "Kind and beginning of the artefact's hash") String name,
        @Schema(description = "Family of the model", example = "imported") String kind, ModelState state,
        @Schema(description = "What it foretells", example = "hashtag/24h") String task, String featureSet,
        @Schema(description = "Whether the registry had this very model already; nothing was changed then") boolean known,
        @Schema(description = "What a reader should know") List<String> notes) {

    static ImportedAnswer of(ModelExchange.Imported imported) {
        var model = imported.model();
        return new ImportedAnswer(model.id(), model.record().id(), model.kind(), model.state(), model.task().label(),
                model.record().featureSet(), imported.known(), model.notes());
    }
}

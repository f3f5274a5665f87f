package dev.upswell.server.exchange.rest;

import dev.upswell.server.exchange.ModelPush;
import io.swagger.v3.oas.annotations.media.Schema;

/// What a push did, as programs read it.
@Schema(name = "PushedModel", description = "A version of a model in an MLflow registry")
record PushedAnswer(@Schema(description = "Name of the registered model there") String name, String version,
        @Schema(description = "Run of the tracking server") String run,
        @Schema(description = "Whether the registry had this very artefact already; nothing was changed then") boolean known) {

    static PushedAnswer of(ModelPush.Pushed pushed) {
        return new PushedAnswer(pushed.name(), pushed.version(), pushed.run(), pushed.known());
    }
}

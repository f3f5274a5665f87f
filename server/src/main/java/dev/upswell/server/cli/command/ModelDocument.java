package dev.upswell.server.cli.command;

import dev.upswell.learn.ModelRecord;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.RegisteredModel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A model as the command line prints it in JSON: its place in the registry and its provenance.
record ModelDocument(UUID id, ModelState state, String entityKind, int horizonHours, Instant trainedAt,
        ModelRecord provenance,
        List<String> notes) {

    static ModelDocument of(RegisteredModel model) {
        return new ModelDocument(model.id(), model.state(), model.task().kind().label(), model.horizonHours(),
                model.trainedAt(), model.record(),
                model.notes());
    }
}

package dev.upswell.server.registry;

import dev.upswell.learn.ModelRecord;
import java.util.List;

/// A model that was just trained, as its trainer hands it to the registry.
///
/// @param artefact the bytes that the record's artefact hash stands for
/// @param notes sentences that a reader should know, for example that it does not beat its baselines
/// @param offered whether it may serve; a model that is trained only to be compared, or to stand in for the past, is not
public record NewModel(ModelTask task, ModelRecord record, byte[] artefact, List<String> notes, boolean offered) {

    public NewModel {
        artefact = artefact.clone();
        notes = List.copyOf(notes);
    }

    @Override
    public byte[] artefact() {
        return artefact.clone();
    }
}

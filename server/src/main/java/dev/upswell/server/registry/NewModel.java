package dev.upswell.server.registry;

import dev.upswell.learn.ModelRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model that was just trained, as its trainer hands it to the registry.
///
/// @param artefact the bytes that the record's artefact hash stands for
/// @param notes sentences that a reader should know, for example that it does not beat its baselines
/// @param offered whether it may serve; a model that is trained only to be compared, or to stand in for the past, is not
/// @param driftReference how its training rows were distributed, to compare with what is scored later; null when there were none
public record NewModel(ModelTask task, ModelRecord record, byte[] artefact, List<String> notes, boolean offered,
        @Nullable Reference driftReference) {

    public NewModel {
        artefact = artefact.clone();
        notes = List.copyOf(notes);
    }

    /// The bytes of a drift reference.
    public record Reference(byte[] bytes) {

        public Reference {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /// A model of whose training rows nothing is kept.
    public NewModel(ModelTask task, ModelRecord record, byte[] artefact, List<String> notes, boolean offered) {
        this(task, record, artefact, notes, offered, null);
    }

    @Override
    public byte[] artefact() {
        return artefact.clone();
    }
}

package dev.upswell.forecast;

import dev.upswell.learn.Dataset;
import dev.upswell.learn.ModelRecord;

/// What a training leaves: the record of where the model comes from, and the bytes that [SurgeModel#load] reads.
///
/// @param rows the labelled rows that were known to it, shared with the other models of one training
public record TrainedSurgeModel(ModelRecord record, byte[] artefact, Dataset rows) {

    public TrainedSurgeModel {
        artefact = artefact.clone();
    }

    @Override
    public byte[] artefact() {
        return artefact.clone();
    }
}

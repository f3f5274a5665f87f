package dev.upswell.forecast;

import dev.upswell.learn.ModelRecord;

/// What a training leaves: the record of where the model comes from, and the bytes that [SurgeModel#load] reads.
public record TrainedSurgeModel(ModelRecord record, byte[] artefact) {

    public TrainedSurgeModel {
        artefact = artefact.clone();
    }

    @Override
    public byte[] artefact() {
        return artefact.clone();
    }
}

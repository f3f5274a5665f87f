package dev.upswell.forecast;

import dev.upswell.foreign.ForeignModel;
import dev.upswell.learn.CalibrationBand;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.Fingerprint;
import dev.upswell.learn.ModelRecord;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// What a training or an import leaves: the record of where the model comes from, and the bytes that [SurgeModel#load] reads.
///
/// @param rows the labelled rows that it learnt from, shared with the other models of one training; none of an import
public record TrainedSurgeModel(ModelRecord record, byte[] artefact, Dataset rows) {

    public TrainedSurgeModel {
        artefact = artefact.clone();
    }

    /// The model in an ONNX file that was trained elsewhere, for this protocol.
    ///
    /// Its probabilities are taken as they are: they are not calibrated, and how far off they may be is not known. On what it was
    /// trained is not known either, so it counts as having known all that was known when it came.
    ///
    /// @param at up to when the world was known when it came
    ///
    /// **errors** `IllegalArgumentException` that tells everything which is not understood of the file.
    public static TrainedSurgeModel imported(byte[] file, SurgeProtocol protocol, Instant at, String codeVersion) {
        ForeignModel model = ForeignModel.read(file);
        String notes = "It was trained elsewhere: on what, and how well it is calibrated, is not known.";
        SurgeFit fit = new SurgeFit(SurgeKind.IMPORTED, new RawScore.Imported(model), CalibrationBand.unknown(), null,
                null, 0, 0, notes);
        byte[] artefact = SurgeArtefact.write(new SurgeArtefact.Content(fit, null, protocol, model.features()));
        String hash = Fingerprint.of(artefact);
        Map<String, String> settings = new TreeMap<>();
        settings.put("protocol", protocol.toString());
        settings.put("origin", "imported");
        settings.put("file", Fingerprint.of(file));
        model.properties().forEach((name, value) -> settings.put("said by the file: " + name, value));
        return new TrainedSurgeModel(new ModelRecord(SurgeArtefact.id(SurgeKind.IMPORTED, hash),
                SurgeKind.IMPORTED.label(), at, at, 0, 0, "unknown", model.features().set().version(), settings, 0,
                Map.of(), codeVersion, notes, hash), artefact,
                new Dataset(model.features().set().names(), new float[0], new float[0], new int[0], new long[0]));
    }

    @Override
    public byte[] artefact() {
        return artefact.clone();
    }
}

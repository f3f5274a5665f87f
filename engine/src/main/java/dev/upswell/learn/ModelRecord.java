package dev.upswell.learn;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Where a model comes from: enough to train it again and get the same bytes.
///
/// @param id the first 16 digits of the artefact's hash, behind the kind
/// @param trainingFrom cut of the first training row
/// @param trainingTo when it was trained: nothing later was known
/// @param datasetHash SHA-256 of columns, values, labels, entities and cuts of the training rows
/// @param settings every setting of the trainer, by name
/// @param metrics figures on the held-back slice that fitted the calibration, by name
/// @param notes what the reader should know, for example why a simpler model stands in; empty when nothing
/// @param artefactHash SHA-256 of the artefact's bytes
public record ModelRecord(String id, String kind, Instant trainingFrom, Instant trainingTo, int rows, int positives,
        String datasetHash, String featureSet, Map<String, String> settings, long seed, Map<String, Double> metrics,
        String codeVersion, String notes, String artefactHash) {

    public ModelRecord {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }
}

package dev.upswell.forecast.reach;

import dev.upswell.learn.Dataset;
import dev.upswell.learn.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Trains reach models on what was known at an instant.
public final class ReachTrainer {

    private ReachTrainer() {
    }

    /// A model as it is kept, and where it comes from.
    ///
    /// @param videos how many videos with an outcome it learnt from, at the stage with the fewest
    /// @param datasetHash of the training rows of all stages
    public record Trained(String id, byte[] artefact, Instant trainedAt, int videos, String datasetHash,
            String featureSet, long seed, String codeVersion) {
    }

    /// A model of all stages; empty when fewer videos than the settings ask for had an outcome by then.
    ///
    /// Same archive, instant and settings give the same bytes.
    public static Optional<Trained> train(ReachArchive archive, Instant at, ReachSettings settings) {
        Map<ReachStage, StageFit> fits = new EnumMap<>(ReachStage.class);
        StringBuilder hashes = new StringBuilder();
        int fewest = Integer.MAX_VALUE;
        for (ReachStage stage : archive.target().stages()) {
            Dataset rows = StageRows.of(archive, stage).knownAt(at.getEpochSecond());
            if (rows.size() < settings.leastVideos()) {
                return Optional.empty();
            }
            fewest = Math.min(fewest, rows.size());
            hashes.append(Fingerprint.of(rows));
            fits.put(stage, StageFit.of(stage, rows, archive.target().lagSeconds(stage), settings));
        }
        byte[] artefact = ReachArtefact.write(new ReachArtefact.Content(archive.target(), fits));
        return Optional.of(new Trained(ReachArtefact.id(Fingerprint.of(artefact)), artefact, at, fewest,
                Fingerprint.of(hashes.toString().getBytes(StandardCharsets.US_ASCII)),
                ReachFeatures.VERSION, settings.trees().seed(), settings.codeVersion()));
    }
}

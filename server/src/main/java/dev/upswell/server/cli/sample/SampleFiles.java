package dev.upswell.server.cli.sample;

import dev.upswell.simulate.SimulatedWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A simulated world written as files: what a provider would show, and the truth apart from it.
///
/// @param observations the readings, native CSV, gzipped
/// @param videos what the videos are, native JSONL, gzipped
/// @param studio how owners' videos are watched, as they export it, CSV, gzipped
/// @param truth what no product may see: onsets and oracle probabilities
public record SampleFiles(Path observations, Path videos, Path studio, Path truth, long observationRows,
        long videoRows, long studioRows) {

    /// How the sample reads the export of owners: under a source of its own, so that nobody takes it for a real one.
    static final String STUDIO_MAPPING = """
        kind: video
        id: "Video ID"
        observed-at: "Exported at"
        source: sim-studio
        completion-rate: "Watched full video (%)"
        average-watch: "Average watch time (s)"
        retention-3s: "Retention at 3 s (%)"
        retention-5s: "Retention at 5 s (%)"
        rewatch-ratio: "Rewatch rate (%)"
        profile-views: "Profile views"
        link-clicks: "Link clicks"
        new-followers: "New followers"
        """;

    /// Writes this world into the folder; a file appears only when it is complete.
    public static SampleFiles write(SimulatedWorld world, Path folder, WorldFile.Progress progress) {
        SampleFiles shown = writeShown(world, folder, progress);
        writeTruth(world, folder, progress);
        return shown;
    }

    /// Writes what a provider would show of this world; its truth is still to be written.
    static SampleFiles writeShown(SimulatedWorld world, Path folder, WorldFile.Progress progress) {
        try {
            Files.createDirectories(folder);
            Path observations = folder.resolve("observations.csv.gz");
            Path videos = folder.resolve("videos.jsonl.gz");
            long rows = WorldFile.write(observations, world::writeObservations, progress);
            long videoRows = WorldFile.write(videos, world::writeVideos, progress);
            Path studio = studio(folder);
            long studioRows = WorldFile.write(studio, world::writeStudioExport, progress);
            return new SampleFiles(observations, videos, studio, truth(folder), rows, videoRows, studioRows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeTruth(SimulatedWorld world, Path folder, WorldFile.Progress progress) {
        try {
            Files.createDirectories(truth(folder).getParent());
            WorldFile.write(truth(folder), world::writeTruth, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path studio(Path folder) {
        return folder.resolve("studio-export.csv.gz");
    }

    private static Path truth(Path folder) {
        return folder.resolve("truth").resolve("truth.csv.gz");
    }
}

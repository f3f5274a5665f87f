package dev.upswell.server.cli.sample;

import dev.upswell.people.PeopleFiles;
import dev.upswell.people.PeopleTruth;
import dev.upswell.people.PeopleWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A simulated world of people written as files: what may be imported, and the truth apart from it.
///
/// @param videos what the videos are, format `upswell-videos`, gzipped
/// @param observations their counters and their posters' followers, format `upswell-observations`, gzipped
/// @param actions what people did with them, format `upswell-people`, gzipped
/// @param truth what no product may see: tastes, qualities, grades
public record PeopleSample(Path videos, Path observations, Path actions, Path truth, long videoRows,
        long observationRows, long actionRows, long truthRows) {

    /// Writes this world into the folder; a file appears only when it is complete.
    ///
    /// **errors** `UncheckedIOException` when the folder cannot be made or written to
    public static PeopleSample write(PeopleWorld world, Path folder, WorldFile.Progress progress) {
        Path videos = folder.resolve("people-videos.jsonl.gz");
        Path observations = folder.resolve("people-observations.csv.gz");
        Path actions = folder.resolve("people-actions.jsonl.gz");
        Path truth = folder.resolve("truth").resolve("people-truth.csv.gz");
        PeopleFiles files = new PeopleFiles(world);
        try {
            Files.createDirectories(folder.resolve("truth"));
            return new PeopleSample(videos, observations, actions, truth,
                    WorldFile.write(videos, files::writeVideos, progress),
                    WorldFile.write(observations, files::writeObservations, progress),
                    WorldFile.write(actions, files::writeActions, progress),
                    WorldFile.write(truth, new PeopleTruth(world)::write, progress));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

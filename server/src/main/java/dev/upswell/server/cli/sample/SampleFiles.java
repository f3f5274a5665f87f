package dev.upswell.server.cli.sample;

import dev.upswell.simulate.SimulatedWorld;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

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

    /// Told now and then how many lines of a file are written.
    @FunctionalInterface
    public interface Progress {

        /// So many lines of this file are written; how many there will be is not known.
        void at(Path file, long lines);
    }

    /// Writes this world into the folder; a file appears only when it is complete.
    public static SampleFiles write(SimulatedWorld world, Path folder, Progress progress) {
        SampleFiles shown = writeShown(world, folder, progress);
        writeTruth(world, folder, progress);
        return shown;
    }

    /// Writes what a provider would show of this world; its truth is still to be written.
    static SampleFiles writeShown(SimulatedWorld world, Path folder, Progress progress) {
        try {
            Files.createDirectories(folder);
            Path observations = folder.resolve("observations.csv.gz");
            Path videos = folder.resolve("videos.jsonl.gz");
            long rows = write(observations, world::writeObservations, progress);
            long videoRows = write(videos, world::writeVideos, progress);
            Path studio = studio(folder);
            long studioRows = write(studio, world::writeStudioExport, progress);
            return new SampleFiles(observations, videos, studio, truth(folder), rows, videoRows, studioRows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeTruth(SimulatedWorld world, Path folder, Progress progress) {
        try {
            Files.createDirectories(truth(folder).getParent());
            write(truth(folder), world::writeTruth, progress);
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

    @FunctionalInterface
    private interface Content {
        long writeTo(Appendable out) throws IOException;
    }

    private static long write(Path file, Content content, Progress progress) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        long rows;
        try (Writer writer = new BufferedWriter(
                new OutputStreamWriter(new PlainGzip(unfinished), StandardCharsets.UTF_8), 1 << 16)) {
            rows = content.writeTo(new CountedLines(writer, lines -> progress.at(file, lines)));
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return rows;
    }

    /// Passes text on and tells how many lines it has.
    private static final class CountedLines implements Appendable {

        private static final long EVERY = 1_000;

        private final Writer out;
        private final LongConsumer told;
        private long lines;

        CountedLines(Writer out, LongConsumer told) {
            this.out = out;
            this.told = told;
        }

        @Override
        public Appendable append(CharSequence text) throws IOException {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            out.append(text, start, end);
            for (int i = start; i < end; i++) {
                count(text.charAt(i));
            }
            return this;
        }

        @Override
        public Appendable append(char character) throws IOException {
            out.append(character);
            count(character);
            return this;
        }

        private void count(char character) {
            if (character == '\n' && ++lines % EVERY == 0) {
                told.accept(lines);
            }
        }
    }

    /// Gzip without a time stamp, so that equal worlds give equal files.
    private static final class PlainGzip extends GZIPOutputStream {

        PlainGzip(Path file) throws IOException {
            super(Files.newOutputStream(file), 1 << 16);
        }
    }
}

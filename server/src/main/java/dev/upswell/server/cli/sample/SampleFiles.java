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
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A simulated world written as files: what a provider would show, and the truth apart from it.
///
/// @param observations the readings, native CSV, gzipped
/// @param videos what the videos are, native JSONL, gzipped
/// @param truth what no product may see: onsets and oracle probabilities
public record SampleFiles(Path observations, Path videos, Path truth, long observationRows, long videoRows) {

    /// Told now and then how many lines of a file are written.
    @FunctionalInterface
    public interface Progress {

        /// So many lines of this file are written; how many there will be is not known.
        void at(Path file, long lines);
    }

    /// Writes this world into the folder; a file appears only when it is complete.
    public static SampleFiles write(SimulatedWorld world, Path folder, Progress progress) {
        try {
            Files.createDirectories(folder.resolve("truth"));
            Path observations = folder.resolve("observations.csv.gz");
            Path videos = folder.resolve("videos.jsonl.gz");
            Path truth = folder.resolve("truth").resolve("truth.csv.gz");
            long rows = write(observations, world::writeObservations, progress);
            long videoRows = write(videos, world::writeVideos, progress);
            write(truth, world::writeTruth, progress);
            return new SampleFiles(observations, videos, truth, rows, videoRows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Content {
        long writeTo(Appendable out) throws IOException;
    }

    private static long write(Path file, Content content, Progress progress) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        long rows;
        try (Writer writer = new BufferedWriter(
                new OutputStreamWriter(new BestGzip(unfinished), StandardCharsets.UTF_8), 1 << 16)) {
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

    /// Gzip at its smallest, without a time stamp, so that equal worlds give equal files.
    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(Path file) throws IOException {
            super(Files.newOutputStream(file), 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}

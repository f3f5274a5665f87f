package dev.upswell.server.cli.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

/// A gzipped file of a simulated world: equal worlds give equal files.
public final class WorldFile {

    private WorldFile() {
    }

    /// Told now and then how many lines of a file are written.
    @FunctionalInterface
    public interface Progress {

        /// So many lines of this file are written; how many there will be is not known.
        void at(Path file, long lines);
    }

    /// What stands in a file.
    @FunctionalInterface
    interface Content {
        long writeTo(Appendable out) throws IOException;
    }

    /// Writes a file, which appears only when it is complete; the lines that its content counts.
    static long write(Path file, Content content, Progress progress) throws IOException {
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

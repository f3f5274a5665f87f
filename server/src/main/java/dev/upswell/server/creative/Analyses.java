package dev.upswell.server.creative;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What analysers and people wrote about a tenant's videos: taken in from files, kept by video and analyser.
///
/// The same payload again changes nothing; another of the same analyser takes the place of the former. What a table of codings says of a
/// video takes the place of what was said before of the same features. A document, row or cell that cannot be used is refused by itself,
/// and the others go on.
public final class Analyses {

    /// The most characters of one document.
    static final int LONGEST = 50_000_000;

    /// What analysers write packs to a fortieth at most; a hundredth is more air than content.
    private static final int MOST_EXPANSION = 100;
    private static final long SMALL = 256L << 20;
    private static final long LARGE = 32L << 30;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final AnalysisRepository repository = new AnalysisRepository();

    public Analyses(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// Files with analyses that came in once.
    ///
    /// @param name of the file or folder
    public record AnalysisImport(String name, Instant importedAt, AnalysisReport report) {
    }

    /// Part of what came in, the last first.
    public record Part(List<AnalysisImport> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// Takes in a file, or all JSON files and tables of a folder and those below it.
    ///
    /// **errors** [PatternRefused] where there is nothing that can be read
    public AnalysisReport take(Path path) {
        Path name = path.getFileName();
        String called = name == null ? path.toString() : name.toString();
        AnalysisReading reading = new AnalysisReading();
        if (Files.isDirectory(path)) {
            List<Path> files = files(path);
            if (files.isEmpty()) {
                throw PatternRefused.unreadable(called,
                        "the folder holds no file that ends in .json, .jsonl, .csv or .gz");
            }
            files.forEach(file -> read(file, called + "/" + path.relativize(file), reading));
        } else {
            read(path, path.toAbsolutePath().toString(), reading);
        }
        return kept(called, reading);
    }

    /// Takes in what was sent: of a packed file no more than a hundred times its size, 256 MB for a small one.
    ///
    /// @param name how the file is called, which may tell the video and the analyser
    /// @param size in bytes, as it was sent
    /// **errors** [PatternRefused] where it cannot be read
    public AnalysisReport take(String name, long size, InputStream content) throws IOException {
        AnalysisReading reading = new AnalysisReading();
        read(new Whole(unpacked(content), Math.clamp(size * MOST_EXPANSION, SMALL, LARGE)), name, reading);
        return kept(name, reading);
    }

    /// What came in, the last first.
    public Part imports(int limit, int offset) {
        return database.transactions().call(tenant,
                db -> new Part(repository.imports(db, limit, offset), repository.countImports(db)));
    }

    /// How many videos have an analysis.
    public long videos() {
        return database.transactions().call(tenant, repository::videos);
    }

    private AnalysisReport kept(String name, AnalysisReading reading) {
        AnalysisReport report = reading.report();
        database.transactions().run(tenant, db -> repository.keep(db, name, report, clock.instant()));
        return report;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT)
                            .matches(".*\\.(json|jsonl|ndjson|csv|tsv|gz)"))
                    .sorted().toList();
        } catch (IOException e) {
            throw PatternRefused.unreadable(folder.toString(), "the folder cannot be listed");
        }
    }

    private void read(Path file, String place, AnalysisReading reading) {
        try (InputStream content = Files.newInputStream(file)) {
            read(new Whole(unpacked(content), Long.MAX_VALUE), place, reading);
        } catch (IOException e) {
            throw PatternRefused.unreadable(file.toString(), "it is not there, or may not be read");
        }
    }

    private void read(Whole bytes, String place, AnalysisReading reading) throws IOException {
        reading.file();
        String shown = shown(place);
        try (BufferedReader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            Optional<CodingFile> table = CodingFile.at(text);
            bytes.quiet = table.isPresent();
            if (table.isPresent()) {
                codings(table.get(), text, place, shown, reading, bytes);
            } else if (CodingFile.isNamedSo(place)) {
                reading.refuse(shown, "is a table without a column video_id");
            } else {
                documents(text, place, shown, reading);
            }
        } catch (EOFException | ZipException damaged) {
            reading.refuse(shown, "is cut off or damaged; what came before that is kept");
        }
        if (bytes.exceeded) {
            reading.refuse(shown, "unpacks to more than " + (bytes.most >> 20)
                    + " MB, which is how a bomb looks; what came before that is kept");
        }
    }

    private void codings(CodingFile file, BufferedReader text, String place, String shown, AnalysisReading reading,
            Whole bytes) throws IOException {
        List<String> problems = file.table().problems();
        problems.forEach(problem -> reading.refuse(shown, problem));
        if (problems.isEmpty()) {
            file.read(text, shown, reading, bytes::isDamaged, rows -> database.transactions().run(tenant,
                    db -> repository.code(db, rows, name(place)).forEach(reading::kept)));
        }
    }

    private void documents(BufferedReader lines, String place, String shown, AnalysisReading reading)
            throws IOException {
        String first = line(lines, place);
        if (first == null) {
            reading.refuse(shown, "is empty");
            return;
        }
        Optional<JsonNode> whole = Nodes.parsed(first);
        if (whole.isEmpty()) {
            StringBuilder text = new StringBuilder(first);
            for (String more = line(lines, place); more != null; more = line(lines, place)) {
                text.append('\n').append(more);
                if (text.length() > LONGEST) {
                    throw PatternRefused.unreadable(shown, "a document is longer than " + LONGEST + " characters");
                }
            }
            one(Nodes.parsed(text.toString()), place, shown, reading);
            return;
        }
        String next = line(lines, place);
        if (next == null) {
            one(whole, place, shown, reading);
            return;
        }
        row(whole, place, shown + ":1", reading);
        for (int number = 2; next != null; number++, next = line(lines, place)) {
            row(Nodes.parsed(next), place, shown + ":" + number, reading);
        }
    }

    /// A whole file: one document, or a list of them.
    private void one(Optional<JsonNode> document, String place, String shown, AnalysisReading reading) {
        if (document.isPresent() && document.get().isArray()) {
            int number = 1;
            for (JsonNode row : document.get()) {
                row(Optional.of(row), place, shown + ":" + number++, reading);
            }
        } else {
            row(document, place, shown, reading);
        }
    }

    private void row(Optional<JsonNode> document, String place, String shown, AnalysisReading reading) {
        if (document.isEmpty()) {
            reading.refuse(shown, "is no JSON");
            return;
        }
        List<AnalysisRepository.Payload> payloads = reading.payloads(document.get(), place, shown);
        if (!payloads.isEmpty()) {
            database.transactions().run(tenant,
                    db -> payloads.forEach(payload -> reading.kept(repository.keep(db, payload, name(place)))));
        }
    }

    private static String name(String place) {
        return place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
    }

    /// A place without the folders above what was named.
    private static String shown(String place) {
        return place.startsWith("/") || place.contains(":\\") ? name(place) : place;
    }

    /// The next line that is not blank; null at the end.
    private static @Nullable String line(BufferedReader lines, String place) throws IOException {
        String line = bounded(lines, place);
        while (line != null && line.isBlank()) {
            line = bounded(lines, place);
        }
        return line == null || line.isEmpty() || line.charAt(0) != '\uFEFF' ? line : line.substring(1);
    }

    /// The next line, of which no more is held than is taken; null at the end.
    private static @Nullable String bounded(BufferedReader lines, String place) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = lines.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = lines.read()) {
            if (line.length() == LONGEST) {
                throw PatternRefused.unreadable(shown(place), "a line is longer than " + LONGEST + " characters");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    /// Bytes that may break off, or go on for longer than is believed: where that is quiet they end there, and it can be asked for; else it
    /// is thrown.
    private static final class Whole extends FilterInputStream {

        private final long most;
        private long count;
        private boolean quiet = true;
        private boolean damaged;
        private boolean exceeded;

        /// @param most so many bytes at most
        Whole(InputStream content, long most) {
            super(content);
            this.most = most;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int read = super.read(target, offset, length);
                count += Math.max(0, read);
                exceeded |= count > most;
                if (exceeded) {
                    throw new ZipException("more than " + most + " bytes");
                }
                return read;
            } catch (EOFException | ZipException broken) {
                damaged = true;
                if (quiet) {
                    return -1;
                }
                throw broken;
            }
        }

        boolean isDamaged() {
            return damaged;
        }
    }

    private static InputStream unpacked(InputStream content) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(content);
        buffered.mark(2);
        boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered) : buffered;
    }
}

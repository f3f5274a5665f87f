package dev.upswell.server.collect.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.Guess;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.mapping.MappingUse;
import dev.upswell.server.mapping.MappingVersion;
import dev.upswell.server.mapping.TableHead;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A made-up tenant with three sources, an import under way and rows set aside; takes files without storing them.
public final class SampleDataPages implements DataPages, FileIntake {

    private static final TableHead COLUMNS = new TableHead("tracked.csv", List.of("tag", "plays", "day", "seen by"),
            List.of(List.of("glasshair", "1200", "2026-01-01", "me"), List.of("protein", "1300", "2026-01-02", "you")),
            List.of());

    /// The size of the largest file taken, in bytes.
    public static final long LARGEST = 2_000_000;

    private static final Instant NOW = Instant.parse("2026-01-14T14:00:00Z");

    /// What was asked to be imported, in order: tokens, or "sample".
    public final List<String> begun = new ArrayList<>();

    private boolean empty;
    private boolean real;
    private volatile boolean arriving;

    /// Whether the tenant looks empty from now on.
    public void empty(boolean yes) {
        empty = yes;
    }

    /// Whether the first file is just being read from now on.
    public void arriving(boolean yes) {
        arriving = yes;
    }

    @Override
    public long largest() {
        return LARGEST;
    }

    /// Whether the tenant has readings of real sources from now on.
    public void real(boolean yes) {
        real = yes;
    }

    @Override
    public boolean holdsRealReadings() {
        return real;
    }

    @Override
    public boolean empty() {
        return empty;
    }

    @Override
    public Optional<String> keep(String name, String document, String reason) {
        begun.add("keep " + name + " " + document.lines().count());
        return document.isEmpty() ? Optional.of("kind is missing") : Optional.empty();
    }

    @Override
    public boolean remove(String name) {
        begun.add("remove " + name);
        return name.equals("clips");
    }

    @Override
    public Optional<String> reread(String name) {
        begun.add("reread " + name);
        return Optional.empty();
    }

    private static List<DataView.Mapping> mappings() {
        return List.of(new DataView.Mapping(new KeptMapping(new MappingVersion("clips", 3),
                "kind: hashtag\nname: \"tag\"\nobserved-at: {column: \"day\", format: iso, zone: \"Z\"}\nsource: \"own-crawler\"\nviews: \"plays\"\n",
                List.of("tag", "plays", "day", "seen by"), "own-crawler",
                new KeptMapping.Confirmed("preview page", NOW.minus(Duration.ofDays(2)), "our own counters"), false),
                new MappingUse(14, 36)),
                new DataView.Mapping(new KeptMapping(new MappingVersion("weekly-report", 1),
                        "kind: hashtag\nname: \"tag\"\nsource: \"agency\"\nviews: \"stats.views\"\n", List.of(),
                        "agency",
                        new KeptMapping.Confirmed("hand", NOW.minus(Duration.ofDays(9)), "the contract allows it"),
                        false),
                        MappingUse.NONE));
    }

    @Override
    public long retry(DataFilter filter) {
        return 0;
    }

    @Override
    public DataView data(DataFilter filter) {
        List<DataView.QuarantinedRow> rows = IntStream.range(0, 108).mapToObj(SampleDataPages::quarantined)
                .filter(row -> filter.reason() == null || filter.reason().equals(row.reason()))
                .filter(row -> filter.file() == null || row.file().contains(filter.file())).toList();
        int from = Math.min(rows.size(), filter.paging().offset());
        int to = Math.min(rows.size(), from + filter.paging().limit());
        boolean bare = empty || arriving;
        return new DataView(bare ? List.of() : sources(),
                empty ? List.of() : imports().subList(0, arriving ? 1 : imports().size()),
                bare ? Map.of() : Map.of("bad-number", 72L, "deleted", 36L),
                new Listing<>(bare ? List.of() : rows.subList(from, to), bare ? 0 : rows.size(), filter.paging()),
                List.of(), bare ? List.of() : mappings());
    }

    private static DataView.QuarantinedRow quarantined(int at) {
        boolean deleted = at % 3 == 0;
        return new DataView.QuarantinedRow(deleted ? "apify-items.jsonl" : "hashtag_views_3h.csv.gz", 1_000L + at * 17,
                deleted ? "deleted" : "bad-number",
                deleted ? "Only the id 7301234567890123456 is given." : "views “12,3K” is no whole number.",
                deleted ? "{\"id\":\"7301234567890123456\"}" : "protein,2026-01-14T09:00:00Z,\"12,3K\"",
                NOW.minus(Duration.ofMinutes(30)));
    }

    private static List<DataView.Source> sources() {
        return List.of(
                new DataView.Source("tiktok-web", EntityKind.HASHTAG,
                        new DataView.Readings(412, 1_129_535, NOW.minus(Duration.ofDays(540)), NOW,
                                Duration.ofHours(3)),
                        false, true),
                new DataView.Source("discover", EntityKind.SOUND,
                        new DataView.Readings(38, 52_310, NOW.minus(Duration.ofDays(90)),
                                NOW.minus(Duration.ofHours(19)),
                                Duration.ofHours(3)),
                        true, true),
                new DataView.Source("creative-center", EntityKind.HASHTAG,
                        new DataView.Readings(100, 1_400, NOW.minus(Duration.ofDays(14)),
                                NOW.minus(Duration.ofHours(20)),
                                Duration.ofDays(1)),
                        false, false));
    }

    private static List<DataView.ImportedFile> imports() {
        return List.of(
                new DataView.ImportedFile("3", "apify-items.jsonl", "apify-items", NOW.minus(Duration.ofMinutes(1)),
                        new DataView.Progress.Running(0.42),
                        new DataView.Counted(4_200, 4_164, 0, Map.of("deleted", 36L)),
                        DataView.Found.nothing(), null),
                new DataView.ImportedFile("4", "clips.csv", "mapped", NOW.minus(Duration.ofMinutes(12)),
                        new DataView.Progress.Done(), new DataView.Counted(310, 274, 0, Map.of("bad-time", 36L)),
                        DataView.Found.nothing(), new MappingVersion("clips", 3)),
                new DataView.ImportedFile("2", "holiday-photos.zip", null, NOW.minus(Duration.ofMinutes(20)),
                        new DataView.Progress.Failed(Sentence.of("import.told",
                                "This is a ZIP archive. Unpack it and import the files in it.")),
                        new DataView.Counted(0, 0, 0, Map.of()), DataView.Found.nothing(), null),
                new DataView.ImportedFile("1", "hashtag_views_3h.csv.gz", "hashtag-views",
                        NOW.minus(Duration.ofMinutes(30)),
                        new DataView.Progress.Done(),
                        new DataView.Counted(1_129_643, 1_129_463, 108, Map.of("bad-number", 72L)),
                        new DataView.Found(1_129_463, Map.of("hashtag", 412L), NOW.minus(Duration.ofDays(540)), NOW,
                                List.of("3 columns were left out: note, rank, page")),
                        null));
    }

    @Override
    public List<String> formats() {
        return List.of("hashtag-views", "upswell-observations", "apify-items", "tiktok-web-items",
                "ensembledata-posts");
    }

    @Override
    public Preview preview(String fileName, InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        var file = new Preview.File(fileName, bytes.length);
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean dated = text.contains("observed_at");
        if (text.startsWith("tag,")) {
            return mapping(Guess.of(COLUMNS), new MappingAnswers(Guess.of(COLUMNS).draft(null), null, "tracked", ""));
        }
        if (text.startsWith("clip,")) {
            return new Preview.Recognised("token-2", file, "mapped",
                    new Preview.Content(
                            List.of(new Preview.Field("clip", "video"), new Preview.Field("plays", "views")),
                            List.of(List.of("7301234567890123456", "541,200")), NOW, NOW, 1, 0, List.of()),
                    Preview.Dating.GIVEN, new MappingVersion("clips", 3));
        }
        if (!text.startsWith("hashtag,")) {
            return new Preview.Refused(file,
                    "No format was recognised. A CSV needs a header; see below what can be read.");
        }
        return new Preview.Recognised("token-1", file, "hashtag-views",
                new Preview.Content(
                        List.of(new Preview.Field("hashtag", "hashtag"),
                                dated
                                        ? new Preview.Field("observed_at", "observedAt")
                                        : new Preview.Field("rank", null),
                                new Preview.Field("views", "views"), new Preview.Field("note", null)),
                        List.of(List.of("glasshair", dated ? "2026-01-14T09:00:00Z" : "1", "541,200", "x"),
                                List.of("protein", dated ? "2026-01-14T09:00:00Z" : "2", "2,412,900", "y")),
                        dated ? NOW.minus(Duration.ofDays(14)) : null, dated ? NOW : null, 200, 3,
                        List.of("The column note is left out.")),
                dated ? Preview.Dating.GIVEN : Preview.Dating.CONTENT, null);
    }

    @Override
    public boolean begin(String token, @Nullable Instant observedAt) {
        begun.add(token);
        return token.equals("token-1");
    }

    @Override
    public Optional<Preview> mapped(String token, MappingAnswers answers) {
        return guess(token).map(guess -> mapping(guess, answers));
    }

    @Override
    public Optional<Preview> changed(String token) {
        return guess(token).map(guess -> mapping(guess,
                new MappingAnswers(guess.draft("own-crawler"), null, "clips", "our own counters")));
    }

    @Override
    public Optional<Guess> guess(String token) {
        return token.equals("token-2") ? Optional.of(Guess.of(COLUMNS)) : Optional.empty();
    }

    @Override
    public Optional<String> beginMapped(String token, MappingAnswers answers) {
        if (answers.purpose().isEmpty()) {
            return Optional.of("The source is in no terms policy.");
        }
        begun.add(token + " " + answers.draft().source());
        return Optional.empty();
    }

    private static Preview mapping(Guess guess, MappingAnswers answers) {
        var file = new Preview.File("tracked.csv", 77);
        try {
            answers.draft().mapping("of these columns", answers.observedAt());
        } catch (MappingRefused e) {
            return new Preview.Mapping("token-2", file, guess, answers, e.problems(), null, List.of());
        }
        return new Preview.Mapping("token-2", file, guess, answers, List.of(),
                new Preview.Content(List.of(new Preview.Field("tag", "name"), new Preview.Field("seen by", null)),
                        "barren".equals(answers.draft().source()) ? List.of() : List.of(List.of("glasshair", "")), null,
                        null, 2, 1, List.of()),
                List.of(new Preview.Refusal(3, "bad-number", "plays (many)")));
    }

    @Override
    public void beginSample() {
        begun.add("sample");
    }
}

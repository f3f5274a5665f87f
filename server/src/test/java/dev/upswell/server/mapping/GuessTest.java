package dev.upswell.server.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityKind;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class GuessTest {

    @Test
    void columnsOfVideosAreToldInSeveralLanguages() {
        String row = "https://www.tiktok.com/@some.one/video/7506832682593094928|1,2 Mio.|12 rb|454|00:31|hello there world";
        assertThat(roles("Link|Aufrufe|Gefällt mir|Kommentare|Dauer|Beschreibung", row))
                .isEqualTo("video: url views likes comments duration caption");
        assertThat(roles("Tautan|Jumlah Tayangan|Disukai|Komentar|Durasi|Deskripsi", row))
                .isEqualTo("video: url views likes comments duration caption");
        assertThat(roles("Đường dẫn|Lượt xem|Lượt thích|Bình luận|Thời lượng|Mô tả", row))
                .isEqualTo("video: url views likes comments duration caption");
        assertThat(roles("视频链接|播放量|点赞数|评论数|时长|视频标题", row))
                .isEqualTo("video: url views likes comments duration caption");
    }

    @Test
    void aNameMeansWhatTheRowsAreAbout() {
        assertThat(roles("hashtag|title|video views|date", "#dance|x y|1.2M|2026-01-01"))
                .isEqualTo("hashtag: name ignore views observed");
        assertThat(roles("music id|title|author|uses|date", "7506832682593094928|my song|me|44 videos|2026-01-01"))
                .isEqualTo("sound: id name ignore posts observed");
        assertThat(roles("username|fans|user likes|read at", "@me|12K|7|1767258000"))
                .isEqualTo("creator: name followers likes observed");
    }

    @Test
    void ratesRanksAndWhatDoesNotParseAreLeftOut() {
        assertThat(roles("tag|views|views per hour|view rank|likes|date", "a|1|2.5|3|many|2026-01-01"))
                .isEqualTo("hashtag: name views ignore ignore ignore observed");
    }

    @Test
    void howVideosAreWatchedIsToldFromAveragesThatAreNoCounts() {
        assertThat(roles("video_id|views|avg views|avg watch time|finish rate|retention 3s|retention 5s|Pengikut baru",
                "7600000000000000601|900|40|12.3|0.4|0.6|0.5|3", "7600000000000000602|901|41|12.5|0.41|0.61|0.51|4"))
                .isEqualTo(
                        "video: id views ignore average-watch completion-rate retention-3s retention-5s new-followers");
    }

    @Test
    void whatIsUncertainIsSaid() {
        Guess guess = guess("tag|views|datum", "a|1|03.04.2026", "b|2|05.06.2026");

        assertThat(guess.remarks()).contains(
                "the times of datum (observed) name no zone; they are taken as UTC",
                "whether datum writes the day or the month first cannot be told; the day is taken");
        assertThat(guess.document(null, null)).contains("# missing: source is missing", "kind: hashtag",
                "observed-at: {column: \"datum\", format: day-first, zone: \"Z\"}", "views: \"views\"",
                "# views: views, 99 % sure: its name has \"views\", 100 % of its values are counts");
    }

    @Test
    void theZoneOfPostingIsToldByVideoIds() {
        // The id says 2025-05-21T09:44:45Z.
        String row = "7506832682593094928|2025-05-21 16:44:45|5";

        assertThat(guess("video id|post time|views", row, row, row, row, row).posted().zone()).isEqualTo("+07:00");
        assertThat(guess("video id|post time|views", row).posted().zone()).isEqualTo("Z");
    }

    @Test
    void aColumnOfFewNamesThatIsCalledSoTellsTheSource() {
        String[] rows = {"a|1|2026-01-01|Trend Watch|web", "b|2|2026-01-01|Trend Watch|web", "c|3|2026-01-01|mine|app",
                "d|4|2026-01-01|mine|app"};

        assertThat(roles("tag|views|date|Data Source|platform", rows))
                .isEqualTo("hashtag: name views observed source ignore");
        assertThat(guess("tag|views|date|source", rows).document(null, null)).contains("source: {column: \"source\"}",
                "# missing: source: otherwise is missing; write a name of lower-case letters, digits and : . _ -, for"
                        + " rows that say no source",
                "100 % of its values are names, 2 different ones");
        ColumnMapping mapping = guess("tag|views|date|source", rows).draft("my-crawler").mapping("here", null);
        assertThat(mapping.sourceColumn()).isEqualTo("source");
        assertThat(mapping.document()).contains("source: {column: \"source\", otherwise: \"my-crawler\"}");
        assertThat(MappingDraft.of(mapping, List.of("tag", "views", "date", "source")).mapping("again", null))
                .isEqualTo(mapping);
    }

    @Test
    void aColumnThatSaysSomethingElseInEveryRowTellsNoSource() {
        assertThat(roles("tag|views|date|source", "a|1|2026-01-01|north", "b|2|2026-01-01|south"))
                .isEqualTo("hashtag: name views observed ignore");
        assertThat(roles("tag|views|date|source", "a|1|2026-01-01|17", "b|2|2026-01-01|17"))
                .isEqualTo("hashtag: name views observed ignore");
    }

    @Test
    void aGuessWithWhatWasMissingIsAMapping() {
        ColumnMapping mapping = guess("tag|views|date", "a|1|2026-01-01").draft("my-crawler").mapping("here", null);

        assertThat(mapping.columns()).containsExactly("tag", "date", "views");
        assertThat(ColumnMapping.parse("there", mapping.document(), null)).isEqualTo(mapping);
        assertThat(ColumnMapping.ofIdentity(mapping.identity())).isEqualTo(mapping);
        assertThat(MappingDraft.of(mapping, List.of("tag", "x", "views", "date")).mapping("again", null))
                .isEqualTo(mapping);
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> guess("a|b", "x y|z z").draft(null).mapping("of this page", null))
                .isInstanceOf(MappingRefused.class).hasMessageContaining("kind is missing")
                .hasMessageContaining("source is missing").hasMessageContaining("observed-at is missing")
                .hasMessageContaining("no counter is given");
    }

    @Property(tries = 200)
    void hostileHeadersAndValuesAreGuessedWithoutHarm(
            @ForAll @Size(min = 1, max = 6) Set<@StringLength(min = 1, max = 300) String> names,
            @ForAll @Size(max = 3) List<@StringLength(max = 60) String> values) {
        List<String> columns = names.stream().map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
        List<List<String>> rows = values.stream()
                .map(value -> columns.stream().map(column -> value).toList()).toList();

        Guess guess = Guess.of(new TableHead("h\nostile", columns, rows, List.of()));

        assertThat(guess.columns()).hasSameSizeAs(columns).allSatisfy(
                column -> assertThat(column.confidence()).isBetween(0.0, 1.0));
        assertThat(guess.columns().stream().map(Guess.Column::role).filter(role -> role != ColumnRole.IGNORE))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void everyMappingReadsBackFromItsText(@ForAll @StringLength(min = 1, max = 40) String column) {
        String name = "c" + column.replaceAll("[\\p{Cs}\\x00]", "").strip();
        ColumnMapping mapping = new ColumnMapping(new ColumnMapping.Kind.Fixed(EntityKind.HASHTAG), null, name,
                new ColumnMapping.Time.InColumn("at", ColumnMapping.TimeFormat.MONTH_FIRST, "clock",
                        ZoneId.of("Asia/Jakarta")),
                "mine", name + "?", Map.of("views", name + "!"), Map.of(), null);

        assertThat(ColumnMapping.parse("text", mapping.document(), null)).isEqualTo(mapping);
        assertThat(ColumnMapping.ofIdentity(mapping.identity())).isEqualTo(mapping);
    }

    private static String roles(String header, String... rows) {
        Guess guess = guess(header, rows);
        return (guess.kind() == null ? "" : guess.kind().label()) + ": "
                + guess.columns().stream().map(column -> column.role().label()).collect(Collectors.joining(" "));
    }

    private static Guess guess(String header, String... rows) {
        return Guess.of(new TableHead("test.csv", List.of(header.split("\\|", -1)),
                Arrays.stream(rows).map(row -> List.of(row.split("\\|", -1))).toList(), List.of()));
    }
}

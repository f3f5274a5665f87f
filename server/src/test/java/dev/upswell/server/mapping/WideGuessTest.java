package dev.upswell.server.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.Cells.Across;
import dev.upswell.server.mapping.Cells.Totals;
import dev.upswell.server.mapping.ColumnMapping.TimeFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What tables with a column for each time, or for each name, seem to say.
class WideGuessTest {

    private static Guess guess(String file, String header, String... rows) {
        return Guess.of(new TableHead(file, List.of(header.split("\\|", -1)),
                Arrays.stream(rows).map(row -> List.of(row.split("\\|", -1))).toList(), List.of()));
    }

    private static String roles(Guess guess) {
        return (guess.kind() == null ? "" : guess.kind().label()) + ": "
                + guess.columns().stream().map(column -> column.role().label()).collect(Collectors.joining(" "));
    }

    @Test
    void columnsWhoseNamesAreDaysAreCellsOfTheRowsHashtag() {
        Guess guess = guess("views 2025.csv", "hashtag|category|2025-01-01|2025-01-02|2025-01-03",
                "#dance|arts|100|120|130", "#lash|beauty||8|n/a");

        assertThat(roles(guess)).isEqualTo("hashtag: name ignore cells cells cells");
        assertThat(guess.wide())
                .isEqualTo(new MappingDraft.Wide(Across.TIMES, "views", TimeFormat.ISO, "Z", Totals.RUNNING));
        assertThat(guess.columns().get(2).confidence()).isEqualTo(1);
        assertThat(guess.remarks()).containsExactly("the times of the columns name no zone; they are taken as UTC");
        assertThat(guess.document("mine", null)).contains(
                "# 3 columns are times from 2025-01-01 to 2025-01-03; each cell is the number of views of the row's hashtag",
                "cells: {columns: times, counter: views, format: iso, zone: \"Z\", totals: running}");
    }

    @Test
    void theGuessWithASourceIsAMappingThatReadsBack() {
        List<String> header = List.of("hashtag", "2025-01-01", "2025-01-02", "Total");
        ColumnMapping mapping = guess("views.csv", String.join("|", header), "a|1|2|3").draft("mine").mapping("here",
                null);

        assertThat(mapping.columns()).containsExactly("hashtag");
        assertThat(mapping.cells().columns(header, mapping.columns())).containsExactly("2025-01-01", "2025-01-02");
        assertThat(ColumnMapping.parse("there", mapping.document(), null)).isEqualTo(mapping);
        assertThat(ColumnMapping.ofIdentity(mapping.identity())).isEqualTo(mapping);
        assertThat(MappingDraft.of(mapping, header).mapping("again", null)).isEqualTo(mapping);
    }

    @Test
    void aColumnOfCellsThatIsLeftOutStaysSoInTheMapping() {
        MappingDraft draft = guess("views.csv", "hashtag|2025-01-01|2025-01-02|2025-01-03", "a|1|2|3").draft("mine");
        List<MappingDraft.Column> columns = draft.columns().stream()
                .map(column -> column.name().endsWith("03")
                        ? new MappingDraft.Column(column.name(), ColumnRole.IGNORE)
                        : column)
                .toList();
        ColumnMapping mapping = new MappingDraft(draft.kind(), columns, "mine", draft.observed(), draft.posted(),
                draft.wide()).mapping("here", null);

        assertThat(mapping.document()).contains("except: [\"2025-01-03\"]");
        assertThat(ColumnMapping.parse("there", mapping.document(), null)).isEqualTo(mapping);
        assertThat(ColumnMapping.ofIdentity(mapping.identity())).isEqualTo(mapping);
    }

    @Test
    void whatIsNotSaidIsAskedAbout() {
        Guess guess = guess("export.csv", "thing|01/02/2025|02/02/2025", "a|1|2", "b|3|4");

        assertThat(roles(guess)).isEqualTo(": name cells cells");
        assertThat(guess.wide().format()).isNull();
        assertThat(guess.columns().get(1).confidence()).isEqualTo(0.6);
        assertThatThrownBy(() -> guess.draft("mine").mapping("here", null)).isInstanceOf(MappingRefused.class)
                .hasMessageContaining("whether the columns write the day or the month first cannot be told"
                        + " (01/02/2025, 02/02/2025); choose how the times of the columns are written")
                .hasMessageContaining("which counter the cells are is not said; choose one of views, likes");
        assertThat(guess.document(null, null)).contains("# missing: whether the columns write the day")
                .contains("(which counter?)");
    }

    @Test
    void oneDayPastTheTwelfthTellsTheOrder() {
        assertThat(guess("v.csv", "tag|01/02/2025|13/02/2025", "a|1|2").wide().format())
                .isEqualTo(TimeFormat.DAY_FIRST);
        assertThat(guess("v.csv", "tag|01/02/2025|01/13/2025 10:00", "a|1|2").wide().format())
                .isEqualTo(TimeFormat.MONTH_FIRST);
        assertThat(guess("v.csv", "tag|13/02/2025|01/13/2025", "a|1|2").wide().format()).as("both").isNull();
        assertThat(guess("v.csv", "tag|1735689600|1735693200", "a|1|2").wide().format())
                .isEqualTo(TimeFormat.EPOCH_SECONDS);
        assertThat(guess("v.csv", "tag|2025-01-01|2025-01-02|03.01.2025", "a|1|2|3").remarks())
                .contains("most columns are written as iso, but not 03.01.2025; rename them or leave them out");
    }

    @Test
    void aFirstColumnOfTimesAndNumbersElsewhereAreCellsOfTheColumnsHashtag() {
        Guess guess = guess("Interest.csv", "Day|#dance|#lash|#brow", "2025-01-01|55|3|1", "2025-01-02|40|9|1",
                "2025-01-03|60|2|0", "2025-01-04|58|4|1");

        assertThat(roles(guess)).isEqualTo("hashtag: observed cells cells cells");
        assertThat(guess.wide().across()).isEqualTo(Across.NAMES);
        assertThat(guess.wide().totals()).isEqualTo(Totals.PERIOD);
        assertThat(guess.remarks()).anySatisfy(remark -> assertThat(remark)
                .startsWith("the numbers rise and fall from one time to the next ("));
        assertThat(guess.columns().get(1).confidence()).isEqualTo(0.9);
        assertThat(guess.document("mine", null))
                .contains("# 3 columns are hashtags, from #dance to #brow; each cell is");
    }

    @Test
    void theFilesNameSaysWhatColumnsWithoutMarksAreNamedAfter() {
        Guess guess = guess("creator followers.csv", "column 1|ann|bob", "2025-01-01|55|3", "2025-01-02|60|4");

        assertThat(roles(guess)).isEqualTo("creator: observed cells cells");
        assertThat(guess.wide().counter()).isEqualTo("followers");
        ColumnMapping mapping = guess.draft("mine").mapping("here", null);
        assertThat(ColumnMapping.parse("there", mapping.document(), null)).isEqualTo(mapping);
        assertThat(ColumnMapping.ofIdentity(mapping.identity())).isEqualTo(mapping);
        assertThat(guess("numbers.csv", "day|ann|bob", "2025-01-01|55|3").remarks())
                .contains("what the columns are named after cannot be told: hashtags, sounds, videos or creators?");
    }

    @Test
    void tablesWithAReadingInEachRowAreNotWide() {
        assertThat(guess("v.csv", "hashtag|day|views|likes", "a|2025-01-01|1|2").wide()).isNull();
        assertThat(guess("v.csv", "day|views|likes", "2025-01-01|1|2").wide()).as("counters").isNull();
        assertThat(guess("v.csv", "tag|2025-01-01|2025-01-02", "a|x|y").wide()).as("no numbers").isNull();
        assertThat(guess("v.csv", "tag|2025-01-01|views", "a|7|8").wide()).as("one day").isNull();
    }

    @Test
    void severalRowsOfOneNameAreARemark() {
        assertThat(guess("v.csv", "hashtag|metric|2025-01-01|2025-01-02", "a|views|1|2", "a|likes|1|2").remarks())
                .contains("several rows have the same hashtag: if another column says which counter a row is, split the"
                        + " file by it first");
    }

    @Test
    void thousandsOfColumnsAreGuessedToo() {
        String days = IntStream.range(0, 4_000).mapToObj(day -> LocalDate.of(2015, 1, 1).plusDays(day).toString())
                .collect(Collectors.joining("|"));
        Guess guess = guess("views.csv", "hashtag|" + days, "a" + "|7".repeat(4_000));

        assertThat(guess.kind()).isEqualTo(EntityKind.HASHTAG);
        assertThat(guess.columns().stream().filter(column -> column.role() == ColumnRole.CELLS)).hasSize(4_000);
        assertThat(guess.document(null, null).lines().count()).isLessThan(15);
    }

    @Test
    void everyProblemOfCellsIsNamedAtOnce() {
        assertThatThrownBy(() -> ColumnMapping.parse("m.yaml", """
            kind: hashtag
            name: tag
            source: mine
            observed-at: day
            likes: hearts
            cells: {columns: times, counter: plays, format: sometimes, zone: Moon, totals: all, except: Total}
            """, null)).isInstanceOf(MappingRefused.class)
                .hasMessageContaining("cells: counter (plays) is not known; write views, likes")
                .hasMessageContaining("cells: format (sometimes) is not known")
                .hasMessageContaining("cells: zone (Moon) is not known")
                .hasMessageContaining("cells: totals (all) is not known; write running or period")
                .hasMessageContaining("cells: except (Total) must be a list of columns")
                .hasMessageContaining("leave out cells, or likes");
        assertThatThrownBy(() -> ColumnMapping.parse("m.yaml",
                "kind: hashtag\nname: tag\nsource: mine\nobserved-at: day\ncells: {columns: times, counter: views}",
                null))
                .hasMessageContaining("observed-at is said by the columns of cells; leave it out");
        assertThatThrownBy(() -> ColumnMapping.parse("m.yaml",
                "kind: {column: k}\nname: tag\nsource: mine\nobserved-at: day\ncells: {columns: names, counter: views}",
                null))
                .hasMessageContaining("name is said by the columns of cells; leave it out")
                .hasMessageContaining("kind must be one for all columns of cells");
        assertThatThrownBy(() -> ColumnMapping.parse("m.yaml", "kind: hashtag\nname: tag\nsource: mine\ncells: views",
                null)).hasMessageContaining("cells (views) cannot be used; write {columns: times, counter: views}");
    }
}

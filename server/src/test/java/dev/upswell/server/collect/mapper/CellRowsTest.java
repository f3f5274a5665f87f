package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.mapping.ColumnMapping;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Wide tables, cell by cell.
class CellRowsTest {

    private static final String TIMES = "kind: hashtag\nname: tag\nsource: mine\ncells: {columns: times, counter: views}\n";
    private static final String NAMES = "kind: creator\nobserved-at: day\nsource: mine\n"
            + "cells: {columns: names, counter: followers, except: [Total]}\n";

    private static String rows(String mapping, String file) {
        return GoldenRows.of(file, new ImportOptions(null, null, ColumnMapping.parse("test", mapping, null)));
    }

    @Test
    void everyFilledCellIsAReadingAndABadOneNamesItsColumn() {
        assertThat(rows(TIMES, """
            tag,2026-01-01,2026-01-02,2026-01-03 10:00,Total
            #Dance,1.2M,,98000,9
            lash,n/a,many,0,9
            ,5,,,9
            """)).isEqualTo("""
            mapped
            line 2
              hashtag:dance by mine at 2026-01-01T00:00:00Z views 1200000±100000
              hashtag:dance is called Dance
            line 2
              hashtag:dance by mine at 2026-01-03T10:00:00Z views 98000±100
              hashtag:dance is called Dance
            line 3
              rejected bad-number: column 2026-01-02: views (many)
            line 3
              hashtag:lash by mine at 2026-01-03T10:00:00Z views 0
            line 4
              rejected missing-id: column 2026-01-01: tag
            """);
    }

    @Test
    void columnsThatAreNamesSayWhoseReadingItIs() {
        assertThat(rows(NAMES, """
            day,@Ann,bob,Total
            2026-01-01,5,7,12
            someday,6,,6
            """)).isEqualTo("""
            mapped
            line 2
              creator:ann by mine at 2026-01-01T00:00:00Z followers 5
              creator:ann is called Ann
            line 2
              creator:bob by mine at 2026-01-01T00:00:00Z followers 7
            line 3
              rejected bad-time: column @Ann: day (someday)
            """);
    }

    @Test
    void timesAreReadInTheirFormatAndZone() {
        String dated = "kind: hashtag\nname: tag\nsource: mine\ncells: {columns: times, counter: posts, format: FORMAT, zone:"
                + " Asia/Jakarta}\n";

        assertThat(rows(dated.replace("FORMAT", "day-first"), "tag,01/02/2026,13/02/2026 07:30\na,1,2\n"))
                .contains("2026-01-31T17:00:00Z posts 1", "2026-02-13T00:30:00Z posts 2");
        assertThat(rows(dated.replace("FORMAT", "month-first"), "tag,01/02/2026,01/13/2026\na,1,2\n"))
                .contains("2026-01-01T17:00:00Z posts 1", "2026-01-12T17:00:00Z posts 2");
        assertThat(rows(dated.replace("FORMAT", "iso"), "tag,2026/01/02,2026-01-03T00:00+00:00\na,1,2\n"))
                .contains("2026-01-01T17:00:00Z posts 1", "2026-01-03T00:00:00Z posts 2");
        assertThat(rows(dated.replace("FORMAT", "epoch-seconds"), "tag,1767258000,1767344400\na,1,2\n"))
                .contains("2026-01-01T09:00:00Z posts 1", "2026-01-02T09:00:00Z posts 2");
    }

    @Test
    void aTimeThatIsNotYetIsSetAsideCellByCell() {
        assertThat(rows(TIMES, "tag,2026-01-01,2027-01-01\na,1,2\n")).contains("views 1",
                "rejected future-time: column 2027-01-01: its time (2027-01-01T00:00:00Z)");
    }

    @Test
    void headersThatCannotBeReadOneWayAreRefused() {
        assertThatThrownBy(() -> rows(TIMES, "tag,01/02/2026,2026-01-01,31/12/2026\na,1,2,3\n"))
                .hasMessageContaining("the columns 01/02/2026, 31/12/2026 cannot be read as times of the format iso;"
                        + " choose another format; rename them, or name them under except");
        assertThatThrownBy(() -> rows(TIMES, "tag,2026-02-30,2026-01-01\na,1,2\n"))
                .hasMessageContaining("the column 2026-02-30 cannot be read as times of the format iso");
        assertThatThrownBy(() -> rows(TIMES, "tag,2026-01-01,2026-01-01 00:00\na,1,2\n"))
                .hasMessageContaining("2026-01-01 and 2026-01-01 00:00 are the same time; rename them");
        assertThatThrownBy(() -> rows(NAMES, "day,@Ann,ann,Total\n2026-01-01,1,2,3\n"))
                .hasMessageContaining("@Ann and ann are the same name");
        assertThatThrownBy(() -> rows(NAMES, "day,Ann Smith,bob,Total\n2026-01-01,1,2,3\n"))
                .hasMessageContaining("the column Ann Smith cannot be names or ids of what the cells are about");
        assertThatThrownBy(() -> rows(TIMES, "tag,views\na,1\n"))
                .hasMessageContaining("none of its columns holds cells: no name is a time such as 2025-12-31");
        assertThatThrownBy(() -> rows(TIMES, "{\"tag\":\"a\",\"2026-01-01\":7}\n"))
                .hasMessageContaining("cells are those of a CSV, and the file is JSON");
    }

    @Test
    void moreColumnsThanAnyTableHasAreRefusedWithAWayOut() {
        String header = "tag," + String.join(",", IntStream.range(0, 5_000)
                .mapToObj(day -> LocalDate.of(2010, 1, 1).plusDays(day).toString()).toList());

        assertThatThrownBy(() -> rows(TIMES, header + "\na" + ",1".repeat(5_000) + "\n"))
                .hasMessageContaining("has more than 4096 columns")
                .hasMessageContaining("split a table with a column for each time into several files");
    }

    @Property(tries = 60)
    void aLongTableAndItsPivotGiveTheSameReadings(
            @ForAll @Size(min = 1, max = 5) List<@Size(min = 1, max = 6) List<@IntRange(min = -1, max = 5_000_000) Integer>> counts) {
        int days = counts.stream().mapToInt(List::size).max().orElseThrow();
        StringBuilder wide = new StringBuilder("tag");
        StringBuilder pivot = new StringBuilder("day");
        StringBuilder lengthy = new StringBuilder("tag,day,views\n");
        for (int day = 0; day < days; day++) {
            wide.append(',').append(day(day));
        }
        wide.append('\n');
        for (int tag = 0; tag < counts.size(); tag++) {
            pivot.append(",#tag").append(tag);
            wide.append("#tag").append(tag);
            for (int day = 0; day < days; day++) {
                String cell = cell(counts, tag, day);
                wide.append(',').append(cell);
                if (!cell.isEmpty()) {
                    lengthy.append("#tag").append(tag).append(',').append(day(day)).append(',').append(cell)
                            .append('\n');
                }
            }
            wide.append('\n');
        }
        pivot.append('\n');
        for (int day = 0; day < days; day++) {
            pivot.append(day(day));
            for (int tag = 0; tag < counts.size(); tag++) {
                pivot.append(',').append(cell(counts, tag, day));
            }
            pivot.append('\n');
        }

        List<String> expected = readings(
                rows("kind: hashtag\nname: tag\nobserved-at: day\nviews: views\nsource: mine\n",
                        lengthy.toString()));
        assertThat(readings(rows(TIMES, wide.toString()))).isEqualTo(expected);
        assertThat(readings(rows(
                "kind: hashtag\nobserved-at: day\nsource: mine\ncells: {columns: names, counter: views}\n",
                pivot.toString()))).isEqualTo(expected);
    }

    private static String day(int day) {
        return LocalDate.of(2026, 1, 1).plusDays(day).toString();
    }

    private static String cell(List<List<Integer>> counts, int tag, int day) {
        int count = day < counts.get(tag).size() ? counts.get(tag).get(day) : -1;
        return count < 0 ? "" : Integer.toString(count);
    }

    private static List<String> readings(String rows) {
        List<String> readings = new ArrayList<>(
                Arrays.stream(rows.split("\n", -1)).filter(line -> line.contains(" by ")).toList());
        readings.sort(null);
        return readings;
    }
}

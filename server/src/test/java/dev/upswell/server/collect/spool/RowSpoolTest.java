package dev.upswell.server.collect.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSpoolTest {

    private static final List<Dataset.Column> COLUMNS = List.of(new Dataset.Column("number", "BIGINT", "A number"),
            new Dataset.Column("word", "VARCHAR", "A word"), new Dataset.Column("told", "TIMESTAMP", "A time"));
    private static final List<String> WORDS = List.of("", "a", "ten of them", "süß 𝄞 日本", "x".repeat(3_000));

    @TempDir
    Path folder;

    private record Row(@Nullable Long number, @Nullable String word, @Nullable Long at) {
    }

    private static void add(RowSpool spool, Row row) {
        if (row.number() == null) {
            spool.absent();
        } else {
            spool.whole(row.number());
        }
        spool.text(row.word());
        if (row.at() == null) {
            spool.absent();
        } else {
            spool.whole(row.at());
        }
        spool.endRow();
    }

    private static List<Row> read(Path file) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement();
                ResultSet found = statement
                        .executeQuery("SELECT number, word, epoch_us(told) FROM read_parquet('" + file + "')")) {
            while (found.next()) {
                rows.add(new Row(found.getObject(1, Long.class), found.getString(2), found.getObject(3, Long.class)));
            }
        }
        return rows;
    }

    private static List<Row> random(int count, int absentOfTen) {
        Random random = new Random(7);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Row(random.nextInt(10) < absentOfTen ? null : random.nextLong(),
                    random.nextInt(10) < absentOfTen ? null : WORDS.get(random.nextInt(i % 100 == 0 ? 5 : 4)),
                    random.nextInt(10) < absentOfTen ? null : random.nextLong(4_000_000_000_000_000L)));
        }
        return rows;
    }

    private List<Row> throughAFile(List<Row> rows) throws SQLException {
        try (RowSpool spool = new RowSpool(folder.resolve("rows"), COLUMNS)) {
            rows.forEach(row -> add(spool, row));
            spool.end();
            return read(spool.path());
        }
    }

    @Test
    void duckdbReadsTheRowsInTheirOrder() throws SQLException {
        for (int absent : List.of(0, 3, 10)) {
            for (int count : List.of(1, 7, 8, 9, 51_200, 51_201, 130_000)) {
                List<Row> rows = random(count, absent);
                assertThat(throughAFile(rows)).as("%s rows, %s of ten absent", count, absent).isEqualTo(rows);
            }
        }
    }

    @Test
    void longTextsAreWrittenBeforeTheyFillTheMemory() throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            rows.add(new Row((long) i, Integer.toString(i).repeat(30_000), null));
        }

        assertThat(throughAFile(rows)).isEqualTo(rows);
    }

    @Test
    void readsTypesAsTheyWereDeclared() throws SQLException {
        try (RowSpool spool = new RowSpool(folder.resolve("rows"), COLUMNS);
                var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement()) {
            add(spool, new Row(1L, "a", 1L));
            spool.end();
            try (ResultSet found = statement
                    .executeQuery("SELECT typeof(number), typeof(word), typeof(told) FROM read_parquet('"
                            + spool.path() + "')")) {
                found.next();
                assertThat(List.of(found.getString(1), found.getString(2), found.getString(3)))
                        .containsExactly("BIGINT", "VARCHAR", "TIMESTAMP");
            }
        }
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        try (RowSpool spool = new RowSpool(folder.resolve("rows"), COLUMNS)) {
            add(spool, new Row(1L, "a", 1L));
            spool.end();
            spool.end();
            assertThat(spool.path()).exists();
        }
        try (RowSpool spool = new RowSpool(folder.resolve("unfinished"), COLUMNS)) {
            random(60_000, 1).forEach(row -> add(spool, row));
        }
        try (RowSpool spool = new RowSpool(folder.resolve("empty"), COLUMNS)) {
            spool.end();
            assertThat(spool.path()).doesNotExist();
        }

        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void refusesARowWithoutAllItsColumns() {
        try (RowSpool spool = new RowSpool(folder.resolve("rows"), COLUMNS)) {
            assertThatThrownBy(() -> spool.whole(1).endRow()).hasMessageStartingWith("row (1 columns) must have 3");
        }
    }

    @Test
    void refusesAColumnThatItCannotWrite() {
        var flag = List.of(new Dataset.Column("flag", "BOOLEAN", "A flag"));
        assertThatThrownBy(() -> new RowSpool(folder.resolve("rows"), flag))
                .hasMessageStartingWith("column (flag BOOLEAN) must be whole numbers, texts or times");
    }

    @Test
    void saysWhenTheDiskRefuses() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        RowSpool spool = new RowSpool(file.resolve("rows"), COLUMNS);
        add(spool, new Row(1L, "a", 1L));
        assertThatThrownBy(spool::end).isInstanceOf(StoreException.class)
                .hasMessageContaining("rows were not set down");
    }
}

package dev.upswell.server.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.WebProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableFilesTest {

    private static final TenantId TENANT = TestDatabase.newTenant();
    private static final Instant NOW = Instant.parse("2025-06-01T08:00:00.123Z");
    private static final Map<String, String> UNITS = Map.of("score", "points", "within.share", "share of 1");

    @TempDir
    Path folder;

    private TableFiles.Owner owner = new TableFiles.Owner("acme", "Acme Ltd", "Secret of Acme's");

    private final TableFiles files = new TableFiles(TENANT, TestDatabase.shared().lake(), InstantSource.fixed(NOW),
            () -> owner);

    record Within(@Nullable Double share, Instant at) {
    }

    record Row(String name, int views, @Nullable Double score, boolean rising, LocalDate day, List<String> tags,
            @Nullable Within within, Map<String, Double> left) {
    }

    private static final Row FULL = new Row("=cmd|' /C calc'!A0", 12, 0.1, true, LocalDate.of(2025, 5, 31),
            List.of("a", "b"), new Within(0.25, Instant.parse("2025-05-31T10:00:00Z")), Map.of());
    private static final Row BARE = new Row("O'Hara, \"x\"", 0, null, false, LocalDate.of(2025, 1, 1), List.of(), null,
            Map.of());

    private Path written(FileFormat format, Iterable<Row> rows) throws IOException {
        Path file = folder.resolve(format.file("rows"));
        files.write(new Table<>("rows", format, Column.of(Row.class, UNITS), rows),
                files.notice("/rows?kind=a", "usual"), file);
        return file;
    }

    @Test
    void csvIsSafeInSpreadsheetsAndEmptyWhereNothingIsKnown() throws IOException {
        assertThat(Files.readString(written(FileFormat.CSV, List.of(FULL, BARE)))).isEqualTo("""
            name,views,score,rising,day,tags,within.share,within.at\r
            '=cmd|' /C calc'!A0,12,0.1,true,2025-05-31,a b,0.25,2025-05-31T10:00:00Z\r
            "O'Hara, ""x""\",0,,false,2025-01-01,,,\r
            """);
    }

    @Test
    void jsonHoldsTheNoticeTheColumnsAndTheRows() throws IOException {
        JsonNode json = JsonMapper.shared().readTree(Files.readString(written(FileFormat.JSON, List.of(FULL, BARE))));

        assertThat(json.at("/notice").toString()).isEqualTo("{\"tenant\":\"acme\",\"sender\":\"Acme Ltd\","
                + "\"source\":\"/rows?kind=a\",\"madeAt\":\"2025-06-01T08:00:00Z\",\"rights\":\"Secret of Acme's\"}");
        assertThat(json.at("/columns/2").toString())
                .isEqualTo("{\"name\":\"score\",\"unit\":\"points\",\"type\":\"double\"}");
        assertThat(json.at("/rows/0/name").asString()).isEqualTo(FULL.name());
        assertThat(json.at("/rows/1/score").isNull()).isTrue();
        assertThat(json.at("/rows")).hasSize(2);
    }

    @Test
    void parquetHasTypedColumnsAndTheNoticeInItsMetadata() throws IOException, SQLException {
        Path file = written(FileFormat.PARQUET, List.of(FULL, BARE));

        assertThat(asked("SELECT name || views || coalesce(score, -1) || rising || day || \"within.at\" FROM '" + file
                + "' LIMIT 1")).isEqualTo("=cmd|' /C calc'!A0120.1true2025-05-312025-05-31 10:00:00");
        assertThat(asked("SELECT count(*) FROM '" + file + "' WHERE score IS NULL")).isEqualTo("1");
        assertThat(asked("SELECT string_agg(decode(key) || '=' || decode(value), ';' ORDER BY key)"
                + " FROM parquet_kv_metadata('" + file + "')"))
                .contains("upswell.tenant=acme", "upswell.rights=Secret of Acme's",
                        "upswell.madeAt=2025-06-01T08:00:00Z", "upswell.unit.score=points");
    }

    private static String asked(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void whatCsvCannotSayStandsInItsCompanion() throws IOException {
        JsonNode about = JsonMapper.shared().readTree(Files.readString(written(FileFormat.CSVW, List.of(FULL))));

        assertThat(about.at("/@context").asString()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(about.at("/url").asString()).isEqualTo("rows.csv");
        assertThat(about.at("/dc:rights").asString()).isEqualTo("Secret of Acme's");
        assertThat(about.at("/tableSchema/columns/1").toString())
                .isEqualTo("{\"titles\":\"views\",\"datatype\":\"long\",\"schema:unitText\":\"count\"}");
    }

    @Test
    void whereTheTenantSaidNothingOfRightsTheUsualWordsStand() throws IOException {
        owner = new TableFiles.Owner("acme", "", " ");

        JsonNode json = JsonMapper.shared().readTree(Files.readString(written(FileFormat.JSON, List.of())));

        assertThat(json.at("/notice/rights").asString()).isEqualTo("usual");
        assertThat(json.at("/notice").has("sender")).isFalse();
    }

    @Test
    void oneRowMoreThanAFileHoldsIsRefused() throws IOException {
        List<Row> most = Collections.nCopies(Table.MOST, BARE);
        List<Row> tooMany = Collections.nCopies(Table.ONE_MORE, BARE);

        assertThat(Files.readAllLines(written(FileFormat.CSV, most))).hasSize(Table.MOST + 1);
        for (FileFormat format : List.of(FileFormat.CSV, FileFormat.PARQUET, FileFormat.JSON)) {
            assertThatThrownBy(() -> written(format, tooMany)).isInstanceOf(WebProblem.class)
                    .hasMessageContaining("lists.tooMany");
        }
    }

    @Test
    void aNumberWithoutAUnitIsABug() {
        assertThatIllegalArgumentException().isThrownBy(() -> Column.of(Row.class, Map.of("score", "points")))
                .withMessageContaining("within.share");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Column.of(Within.class, Map.of("share", "share of 1", "gone", "views")))
                .withMessageContaining("gone");
    }

    @Test
    void rowsThatAreReadPartByPartAreAllThere() {
        List<Integer> all = java.util.stream.IntStream.range(0, 1_250).boxed().toList();

        assertThat(Rows.of(part -> all.stream().skip(part.offset()).limit(part.limit()).toList()))
                .containsExactlyElementsOf(all);
        assertThat(Rows.of(part -> List.of())).isEmpty();
    }
}

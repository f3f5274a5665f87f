package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportProgress;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.format.ContentDetection;
import dev.upswell.server.collect.mapper.Mappers;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.commerce.FactKind;
import dev.upswell.server.commerce.FactRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Rows of exports without ids that tell of one thing on one day: each counts once, in whatever order its file is imported,
/// imported again, and its quarantined rows are tried again.
class NamesakesTest {

    private static final String ADS = "Ad name,Text,By Day,Cost,Impressions,Clicks (destination)\n";
    private static final String ORDERS = "Order ID,Order Status,SKU ID,Quantity,Created Time,SKU Unit Original Price\n";
    /// Chunks are of seven rows, or end with the fifth that is quarantined.
    private static final int ROWS = 40;
    private static final Instant TOLD = Instant.parse("2026-02-02T06:00:00Z");

    private final ImportBench bench = new ImportBench();

    /// Rows about two ads in turn. Every third says its cost in words that are understood later only, half of them in other
    /// words than the rest.
    private static String report(int rows) {
        return lines(ADS, rows, i -> "%s,Rise,2026-01-30,%s,10,1".formatted(i % 2 == 0 ? "loaf" : "roll", cost(i)));
    }

    private static String cost(int row) {
        return (row % 3 != 0 ? "" : row % 2 == 0 ? "about " : "minus ") + (row + 1);
    }

    private static String lines(String header, int rows, IntFunction<String> line) {
        return IntStream.range(0, rows).mapToObj(line)
                .collect(Collectors.joining("\n", header, "\n"));
    }

    private static List<RowMapper> understanding(String... words) {
        return QuarantineRetryTest.mendedAll(Mappers.all(), text -> {
            String[] read = {text};
            Arrays.stream(words).forEach(word -> read[0] = read[0].replace(word + " ", ""));
            return read[0];
        });
    }

    private void imported(String content, List<RowMapper> by, Instant now, @Nullable Instant toldAt) {
        new ChunkedImporter(bench.database, new ContentDetection(by), InstantSource.fixed(now), ImportBench.SMALL)
                .importFile(bench.tenant, ImportBench.file("file.csv", content), new ImportOptions(null, toldAt),
                        ImportProgress.NONE);
    }

    private Quarantine.Retried retried(List<RowMapper> by, Instant now) {
        return new QuarantineRetry(bench.database, by, InstantSource.fixed(now)).retry(bench.tenant,
                Quarantine.Wanted.ALL);
    }

    private List<Integer> known(FactKind kind, String column) {
        return new FactRepository(bench.tenant, bench.database)
                .list(kind, Optional.empty(), Instant.parse("2030-01-01T00:00:00Z"), 1_000, 0).facts().stream()
                .map(fact -> Integer.valueOf(String.valueOf(fact.get(column)))).sorted().toList();
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    /// Time goes on between two steps, unless the importer says when the file was told.
    private static Stream<@Nullable Instant> tellings() {
        return Stream.of(null, TOLD);
    }

    @Test
    void rowsOfSeveralChunksAreNumberedOnFromEachOther() {
        String all = report(ROWS).replace("about ", "").replace("minus ", "");

        imported(all, Mappers.all(), ImportBench.NOW, null);
        assertThat(known(FactKind.RESULTS, "spend")).isEqualTo(upTo(ROWS));
        imported(all, Mappers.all(), ImportBench.NOW.plus(Duration.ofDays(1)), null);

        assertThat(known(FactKind.RESULTS, "spend")).isEqualTo(upTo(ROWS));
        assertThat(bench.rows(CommerceDatasets.AD_RESULT)).as("the same file again").isEqualTo(ROWS);
        assertThat(bench.rows(CommerceDatasets.FACT_PLACE)).isEqualTo(ROWS);
    }

    @Test
    void rowsFromQuarantineTakeThePlaceOfNoOther() {
        tellings().forEach(told -> {
            var test = new NamesakesTest();
            test.imported(report(ROWS), Mappers.all(), ImportBench.NOW, told);
            assertThat(test.known(FactKind.RESULTS, "spend")).hasSize(26);

            assertThat(test.retried(understanding("about"), ImportBench.NOW.plusSeconds(60)).stored()).isEqualTo(7);
            assertThat(test.known(FactKind.RESULTS, "spend")).hasSize(33);
            assertThat(test.retried(understanding("minus"), ImportBench.NOW.plusSeconds(120)).stored()).isEqualTo(7);
            assertThat(test.known(FactKind.RESULTS, "spend")).isEqualTo(upTo(ROWS));

            test.imported(report(ROWS), Mappers.all(), ImportBench.NOW.plusSeconds(180), told);
            assertThat(test.known(FactKind.RESULTS, "spend")).as("the same file again").isEqualTo(upTo(ROWS));
            test.imported(report(ROWS), understanding("about", "minus"), ImportBench.NOW.plusSeconds(240), told);
            assertThat(test.known(FactKind.RESULTS, "spend")).as("read whole").isEqualTo(upTo(ROWS));
            assertThat(test.bench.rows(CommerceDatasets.AD_RESULT)).isEqualTo(ROWS);
        });
    }

    @Test
    void aFileThatIsReadWholeLaterHasEachRowOnce() {
        tellings().forEach(told -> {
            var test = new NamesakesTest();
            test.imported(report(ROWS), Mappers.all(), ImportBench.NOW, told);
            test.imported(report(ROWS), understanding("minus"), ImportBench.NOW.plusSeconds(60), told);
            assertThat(test.known(FactKind.RESULTS, "spend")).hasSize(33);
            test.retried(understanding("about"), ImportBench.NOW.plusSeconds(120));

            assertThat(test.known(FactKind.RESULTS, "spend")).isEqualTo(upTo(ROWS));
            assertThat(test.bench.rows(CommerceDatasets.AD_RESULT)).isEqualTo(ROWS);
        });
    }

    @Test
    void aLaterReportCorrectsWhatAnEarlierOneToldOfTheSameThings() {
        String earlier = report(ROWS);
        String later = report(ROWS).replaceAll("(about |minus )?(\\d+),10,1", "1$2,10,1");
        imported(earlier, Mappers.all(), ImportBench.NOW, TOLD);
        imported(later, Mappers.all(), ImportBench.NOW, TOLD.plusSeconds(60));
        List<Integer> corrected = known(FactKind.RESULTS, "spend");
        assertThat(corrected).hasSize(ROWS).allMatch(cost -> String.valueOf(cost).startsWith("1"));

        retried(understanding("about", "minus"), ImportBench.NOW.plusSeconds(120));

        assertThat(known(FactKind.RESULTS, "spend")).as("what the earlier one said is corrected already")
                .isEqualTo(corrected);
    }

    @Test
    void whatAFileThatSaysNoTimeToldIsAsOldAsItsFirstImport() {
        Instant future = Instant.now().plus(Duration.ofDays(30));
        imported(ADS + "loaf,Rise,2026-01-30,about 1,10,1\n", Mappers.all(), future, null);
        imported(ADS + "loaf,Rise,2026-01-30,2,10,1\n", Mappers.all(), future.plusSeconds(60), null);

        assertThat(retried(understanding("about"), future.plusSeconds(120)).stored()).isEqualTo(1);

        assertThat(known(FactKind.RESULTS, "spend")).containsExactly(2);
    }

    @Test
    void equalLinesOfAnOrderCountAsOftenAsTheyStandThereFromQuarantineToo() {
        String orders = lines(ORDERS, ROWS, i -> "5760000000000007%02d,Completed,2729,%s,01/30/2026 9:05:00 PM,9.50"
                .formatted(i % 3, i % 4 == 3 ? "about 1" : "1"));
        imported(orders, Mappers.all(), ImportBench.NOW, null);
        assertThat(known(FactKind.ORDER_LINES, "quantity")).hasSize(30);

        retried(understanding("about"), ImportBench.NOW.plusSeconds(60));
        imported(orders, Mappers.all(), ImportBench.NOW.plusSeconds(120), null);

        assertThat(known(FactKind.ORDER_LINES, "quantity")).hasSize(ROWS);
        assertThat(bench.rows(CommerceDatasets.SHOP_ORDER)).isEqualTo(3);
    }
}

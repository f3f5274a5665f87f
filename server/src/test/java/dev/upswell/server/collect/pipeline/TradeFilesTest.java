package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportPreview;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.commerce.CommerceFacts.Known;
import dev.upswell.server.commerce.FactKind;
import dev.upswell.server.commerce.FactRepository;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Files about ads, shops and one's own work, imported as people do.
class TradeFilesTest {

    private static final Instant MONDAY = Instant.parse("2026-02-02T06:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-02-03T06:00:00Z");
    private static final String ADS = "Ad name,Text,By Day,Cost,Impressions,Clicks (destination)\n";

    private final ImportBench bench = new ImportBench();

    private FileReport run(String content, Instant toldAt) {
        return bench.run(ImportBench.file("file.csv", content), ImportBench.reading(),
                new ImportOptions(null, toldAt));
    }

    private Known known(FactKind kind, Instant asOf) {
        return new FactRepository(bench.tenant, bench.database).list(kind, Optional.empty(), asOf, 100, 0);
    }

    private List<Object> values(FactKind kind, Instant asOf, String column) {
        return known(kind, asOf).facts().stream().<Object>map(fact -> String.valueOf(fact.get(column))).sorted()
                .toList();
    }

    @Test
    void aCorrectedReportCountsFromWhenItWasToldAndTheSameOneNever() {
        assertThat(run(ADS + "loaf,Rise,2026-01-30,1.50,10,1\n", MONDAY).stored()).isEqualTo(1);
        assertThat(run(ADS + "loaf,Rise,2026-01-30,1.5,10,1\n", TUESDAY).stored()).as("the same again").isZero();
        assertThat(run(ADS + "loaf,Rise,2026-01-30,1.75,10,1\n", TUESDAY).stored()).isEqualTo(1);

        assertThat(values(FactKind.RESULTS, MONDAY, "spend")).containsExactly("1.5");
        assertThat(values(FactKind.RESULTS, TUESDAY, "spend")).containsExactly("1.75");
        assertThat(values(FactKind.RESULTS, MONDAY.minusSeconds(1), "spend")).isEmpty();
    }

    @Test
    void severalGroupsOfOneAdAndDayAllCountWhereNoColumnTellsThemApart() {
        String three = ADS + "loaf,Rise,2026-01-30,1,10,1\nloaf,Rise,2026-01-30,2,20,1\nloaf,Rise,2026-01-30,3,30,1\n";

        assertThat(run(three, MONDAY).stored()).isEqualTo(3);
        assertThat(run(three + "\n", MONDAY).stored()).as("the same rows in another file").isZero();
        assertThat(run(three.replace("2,20", "2.5,20"), TUESDAY).stored()).isEqualTo(1);

        assertThat(values(FactKind.RESULTS, MONDAY, "spend")).containsExactly("1", "2", "3");
        assertThat(values(FactKind.RESULTS, TUESDAY, "spend")).containsExactly("1", "2.5", "3");
    }

    @Test
    void equalLinesOfOneOrderAllCountAndTheSameFileAddsNone() {
        String line = "576000000000000752,Completed,2729,1,01/30/2026 9:05:00 PM,9.50\n";
        String two = "Order ID,Order Status,SKU ID,Quantity,Created Time,SKU Unit Original Price\n" + line + line;

        assertThat(run(two, MONDAY).stored()).isEqualTo(2);
        assertThat(run(two + "\n", MONDAY).stored()).as("the same lines in another file").isZero();
        assertThat(run(two + "\n\n", TUESDAY).stored()).as("the same lines a day later").isZero();

        assertThat(values(FactKind.ORDER_LINES, TUESDAY, "line_id")).containsExactly("2729", "2729 #2");
        assertThat(values(FactKind.ORDERS, TUESDAY, "order_id")).containsExactly("576000000000000752");
        assertThat(known(FactKind.ORDERS, TUESDAY).total()).as("orders, not what they cost").isEqualTo(1);
    }

    @Test
    void contactsAreTakenOutOfTheTextsOfAds() {
        run(ADS + "\"order at maker@example.org\",\"call +49 170 1234567\",2026-01-30,1,10,1\n", MONDAY);

        Map<String, ?> fact = known(FactKind.RESULTS, MONDAY).facts().getFirst();
        assertThat(fact.get("ad_id")).isEqualTo("order at [e-mail]");
        assertThat(fact.get("name")).isEqualTo("order at [e-mail]");
        assertThat(String.valueOf(fact.get("part"))).contains("[phone]").doesNotContain("1234567");
    }

    @Test
    void aRowThatIsWrongIsSetAsideAlone() {
        FileReport report = run(ADS + "loaf,Rise,2026-01-30,1,10,1\nloaf,Rise,2026-01-31,x,10,1\n", MONDAY);

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.quarantined()).isEqualTo(Map.of(RejectReason.BAD_NUMBER, 1L));
        assertThat(bench.one("select detail from quarantine", String.class)).isEqualTo("Cost (x)");
    }

    @Test
    void nothingAboutBuyersIsStoredNotEvenOfRowsThatAreSetAside() {
        FileReport report = run("""
            Order ID,Order Status,SKU ID,Quantity,Created Time,Order Amount,Buyer Username,Recipient
            576000000000000752,Completed,2729,1,02/18/2026 9:05:00 PM,27.90,buyerone,Ada Buyer
            576000000000000753,Completed,2729,many,02/18/2026 9:05:00 PM,27.90,buyertwo,Ada Buyer
            576000000000000754,Completed,2729,1,buyerthree,Ada Buyer
            """, MONDAY.plus(Duration.ofDays(20)));

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.quarantinedRows()).isEqualTo(2);
        assertThat(bench.one("select coalesce(string_agg(q::text, ' '), '') from quarantine q", String.class))
                .contains("576000000000000753").doesNotContain("buyer", "Ada");
        assertThat(known(FactKind.ORDER_LINES, TUESDAY.plus(Duration.ofDays(30))).facts().toString())
                .contains("2729").doesNotContain("buyer", "Ada");
    }

    @Test
    void nothingAboutBuyersIsStoredOfLinesOfOrders() {
        String orders = """
            {"id":"1","payment":{"currency":"USD","total_amount":"27.90"},"recipient_address":{"name":"Ada Buyer"}}
            {"id":"2","payment":{"currency":"Dollar","total_amount":"1"},"recipient_address":{"name":"Ada Buyer"}}
            {"id":"3","payment":{"currency":"USD"},"recipient_address":{"name":Ada Buyer"}}
            ["Ada Buyer"]
            {"id":"4","recipient_address":{"name":"Ada Buyer\
            """;

        FileReport report = run(orders, MONDAY);
        ImportPreview preview = ImportBench.importer(bench.database)
                .preview(bench.tenant, ImportBench.file("file.jsonl", orders), new ImportOptions(null, MONDAY));

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.quarantinedRows()).isEqualTo(4);
        assertThat(bench.one("select string_agg(q::text, ' ') from quarantine q", String.class))
                .contains("Dollar").doesNotContain("Ada");
        assertThat(bench.dump()).doesNotContain("Ada");
        assertThat(preview.rows()).hasSize(5);
        assertThat(preview.toString()).contains("Dollar").doesNotContain("Ada");
    }

    @Test
    void assetsAudiencesAndActivityAreKnownAsTheyWereToldLast() {
        run("asset_id,caption,planned_at\nloaf-1,Crumb,2026-05-01 10:00:00\n", MONDAY);
        run("asset_id,caption,planned_at\nloaf-1,Crumb,2026-06-01 10:00:00\n", TUESDAY);
        run("kind,id,date,trait,band,share\ncreator,baker,2026-02-01,age,18-24,0.4\n", MONDAY);
        run("""
            {"Your Activity": {"Like List": {"ItemFavoriteList": [
            {"date": "2025-12-06 10:00:00", "link": "https://www.tiktokv.com/share/video/7578637393239067926/"},
            {"date": "2025-12-07 10:00:00", "link": "https://www.tiktokv.com/share/video/7578637393239067926/"}]}}}
            """, MONDAY);

        assertThat(values(FactKind.ASSETS, MONDAY, "planned_at")).containsExactly("2026-05-01T10:00:00Z");
        assertThat(values(FactKind.ASSETS, TUESDAY, "planned_at")).containsExactly("2026-06-01T10:00:00Z");
        assertThat(values(FactKind.AUDIENCE, MONDAY, "share")).containsExactly("0.4");
        assertThat(values(FactKind.ACTIVITY, MONDAY, "acted_at")).containsExactly("2025-12-06T10:00:00Z",
                "2025-12-07T10:00:00Z");
    }

    @Test
    void actionsOfSeveralPeopleStandBesideThoseOfOneWithoutAName() {
        run("""
            {"account":"ani","video":"7578637393239067926","action":"liked","at":"2025-12-06T10:00:00Z"}
            {"account":"bo","video":"7578637393239067926","action":"liked","at":"2025-12-06T10:00:00Z"}
            {"account":"bo","video":"7578637393239067926","action":"watched","at":"2025-12-06T09:59:00Z","seconds":21.5}
            """, MONDAY);

        assertThat(values(FactKind.ACTIVITY, MONDAY, "account")).containsExactly("ani", "bo", "bo");
        assertThat(values(FactKind.ACTIVITY, MONDAY, "watched_seconds")).containsExactly("21.5", "null", "null");
    }

    @Test
    void filesFromBeforeAccountsWereKeptReadAsOneAccountWithoutAName() {
        Dataset now = CommerceDatasets.OWN_ACTIVITY;
        Dataset then = new Dataset(now.name(), now.columns().subList(0, 6), now.timeColumn(), now.sortOrder());
        assertThat(then.columnList()).endsWith("\"acted_at\"");
        try (LakeSession lake = bench.database.lake().open(bench.tenant)) {
            StagedFile file = lake.stage(then, """
                SELECT 'tiktok-user-export' AS source, TIMESTAMP '2025-12-06 10:00:00' AS observed_at,
                '7578637393239067926' AS entity_id, 'video' AS entity_kind, 'liked' AS action,
                TIMESTAMP '2025-12-06 10:00:00' AS acted_at""").orElseThrow();
            bench.database.transactions().call(bench.tenant, db -> bench.database.manifest().publish(db, file));
        }

        assertThat(values(FactKind.ACTIVITY, MONDAY, "account")).containsExactly("null");
        assertThat(values(FactKind.ACTIVITY, MONDAY, "action")).containsExactly("liked");
        assertThat(run("""
            {"Your Activity": {"Like List": {"ItemFavoriteList": [
            {"date": "2025-12-06 10:00:00", "link": "https://www.tiktokv.com/share/video/7578637393239067926/"}]}}}
            """, MONDAY).stored()).as("the same like again").isZero();
    }
}

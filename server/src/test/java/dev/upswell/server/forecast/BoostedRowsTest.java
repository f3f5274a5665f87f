package dev.upswell.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.TrainSettings.LeftOut;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.trend.BoostQuery;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.trend.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BoostedRowsTest {

    private static final int DAYS = 14;
    /// The day whose views of one hashtag came with hardly any likes.
    private static final Instant BOUGHT_UNTIL = Watch.START.plus(Duration.ofDays(10));
    private static final EntityId BOUGHT = EntityId.hashtag("tag3");

    private final Watch watch = Watch.ofDays(DAYS);

    @Test
    void rowsWhoseOutcomeLiesInAFlaggedDayAreLeftOut() {
        publishMetrics();

        LeftOut leftOut = new BoostedRows(new BoostQuery(watch.database), watch.tenant, Watch.PROTOCOL).leftOut();

        Instant cut = BOUGHT_UNTIL.minus(Duration.ofDays(1));
        assertThat(leftOut.rows().test(BOUGHT, cut)).isTrue();
        assertThat(leftOut.rows().test(BOUGHT, cut.minus(Duration.ofHours(6)))).isFalse();
        assertThat(leftOut.rows().test(BOUGHT, cut.plus(Duration.ofHours(24)))).isFalse();
        assertThat(leftOut.rows().test(EntityId.hashtag("tag4"), cut)).isFalse();
        LeftOut twoDays = new BoostedRows(new BoostQuery(watch.database), watch.tenant,
                SurgeProtocol.of(BOUGHT.kind(), Duration.ofHours(48))).leftOut();
        assertThat(twoDays.rows().test(BOUGHT, cut)).isTrue();
        assertThat(twoDays.rows().test(BOUGHT, cut.minus(Duration.ofDays(1)))).isTrue();
        assertThat(twoDays.rows().test(BOUGHT, cut.minus(Duration.ofDays(2)))).isFalse();
    }

    @Test
    void aTrainingLeavesThemOutWhereTheSettingWantsItAndCountsThem() {
        publishMetrics();

        RegisteredModel usual = trained(Watch.SETTINGS);
        RegisteredModel without = trained(Watch.SETTINGS.leavingOutBoosted(true));

        int leftOut = Objects.requireNonNull(without.record().metrics().get("leftOut")).intValue();
        assertThat(leftOut).isBetween(1, 4);
        assertThat(without.record().rows()).isEqualTo(usual.record().rows() - leftOut);
        assertThat(without.record().settings()).containsEntry("leftOut", BoostedRows.REASON);
        assertThat(usual.record().metrics()).doesNotContainKey("leftOut");
    }

    @Test
    void whereNoMetricsWereComputedNothingIsLeftOut() {
        assertThat(trained(Watch.SETTINGS.leavingOutBoosted(true)).record().metrics()).containsEntry("leftOut", 0.0);
    }

    private RegisteredModel trained(ForecastSettings settings) {
        return new Training(watch.database, settings, event -> {
        }).train(watch.tenant, Progress.SILENT).getLast();
    }

    /// Hourly rows of ten hashtags that gain some thousand views a day, but on one day one of them a million.
    private void publishMetrics() {
        Map<String, String> known = new HashMap<>(Map.of("kind", "'hashtag'", "entity_id", "'tag' || t",
                "window_length", "'24h'", "window_end", "e", "is_new", "false", "source", "'poll'", "basis", "'views'",
                "coverage", "1.0", "withdrawn", "false", "computed_seq", "1"));
        known.putAll(Map.of("views_from_videos", "false", "provisional", "false", "last_reading", "e",
                "cadence_seconds", "10800", "definition", "1", "inputs_hash", "1", "absences",
                "''"));
        String bought = "(t = 3 AND e > TIMESTAMP '%1$s' - INTERVAL 4 HOURS AND e <= TIMESTAMP '%1$s')"
                .formatted(BOUGHT_UNTIL.toString().replace('T', ' ').replace("Z", ""));
        String gained = "CASE WHEN " + bought + " THEN 1000000.0 ELSE 2000.0 + 10 * (epoch(e) // 3600 % 17) END";
        known.put(Metric.VIEWS.label(), "50000.0");
        known.put(Metric.VIEWS_GAINED.label(), gained);
        known.put(Metric.VIEWS_GAINED_LOW.label(), gained);
        known.put(Metric.VELOCITY.label(), "0.1");
        known.put(Metric.ENGAGEMENT_RATE.label(), "CASE WHEN " + bought + " THEN 0.001 ELSE 0.05 END");
        String columns = MetricDataset.METRIC.columns().stream()
                .map(column -> "CAST(" + known.getOrDefault(column.name(), "NULL") + " AS " + column.type() + ") AS "
                        + column.name())
                .collect(Collectors.joining(", "));
        String rows = "SELECT " + columns
                + " FROM range(10) AS a(t), range(TIMESTAMP '2025-03-01', TIMESTAMP '2025-03-15',"
                + " INTERVAL 1 HOUR) AS b(e)";
        try (LakeSession lake = watch.database.lake().open(watch.tenant)) {
            StagedFile file = lake.stage(MetricDataset.METRIC, rows).orElseThrow();
            watch.database.transactions().run(watch.tenant, db -> watch.database.manifest().publish(db, file));
        }
    }
}

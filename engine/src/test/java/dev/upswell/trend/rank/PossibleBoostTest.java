package dev.upswell.trend.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.trend.Absence;
import dev.upswell.trend.Basis;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.MetricValues;
import dev.upswell.trend.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PossibleBoostTest {

    private static final Instant END = Instant.parse("2025-05-08T00:00:00Z");

    @Test
    void spikeFromFewCreatorsMayBeBought() {
        PossibleBoost boost = find(row("tag", 3000, 0.1, 0.05), usual());

        assertThat(boost).isNotNull();
        assertThat(boost.usualViews()).isEqualTo(1000);
        assertThat(boost.sigmas()).isEqualTo(2000 / (1.4826 * 100));
        assertThat(boost.creatorDispersion()).isEqualTo(0.1);
        assertThat(boost.engagementShare()).isNull();
    }

    @Test
    void spikeWithHardlyAnyEngagementMayBeBought() {
        PossibleBoost boost = find(row("tag", 3000, 0.9, 0.004), usual());

        assertThat(boost).isNotNull();
        assertThat(boost.creatorDispersion()).isNull();
        assertThat(boost.engagementShare()).isEqualTo(0.004 / 0.05);
    }

    @Test
    void manyCreatorsAndUsualEngagementAreNoBoostHoweverHighTheSpike() {
        assertThat(find(row("tag", 1e6, 0.3, 0.011), usual())).isNull();
    }

    @Test
    void growthBelowSixSigmasIsNoSpike() {
        assertThat(find(row("tag", 1000 + 6 * 148.26, 0.1, 0.05), usual())).isNull();
    }

    @Test
    void whatRoundingMayHaveMadeIsNoSpike() {
        Map<Metric, Double> values = values(3000, 0.1, 0.05);
        values.put(Metric.VIEWS_GAINED_LOW, 1000.0);

        assertThat(find(row("tag", Basis.VIDEOS, values), usual())).isNull();
    }

    @Test
    void missingDataRaiseNothing() {
        assertThat(find(row("tag", 3000, 0.1, 0.05), new TrailingWeek(END))).isNull();
        assertThat(find(row("tag", Basis.VIDEOS, Map.of(Metric.VOLUME, 12.0, Metric.VIEWS_GAINED_LOW, 3000.0)),
                usual())).isNull();
        assertThat(new BoostRule(List.of(), usual(), 5).find(row("tag", 3000, 0.9, 0.001))).isNull();
    }

    @Test
    void fewCreatorsOfAHandfulOfVideosProveNothing() {
        Map<Metric, Double> values = values(3000, 0.1, 0.05);
        values.put(Metric.VOLUME, 4.0);

        assertThat(find(row("tag", Basis.VIDEOS, values), usual())).isNull();
        assertThat(find(row("tag", Basis.POSTS, values(3000, 0.1, 0.05)), usual())).isNull();
    }

    @Test
    void windowsThatShareHoursWithTheSpikeDoNotMakeItUsual() {
        TrailingWeek week = usual();
        for (int hour = 1; hour < 24; hour++) {
            week.add(EntityId.hashtag("tag"), END.minus(Duration.ofHours(hour)), null,
                    new TrailingWeek.Growth(null, null, 3000.0));
        }

        assertThat(find(row("tag", 3000, 0.1, 0.05), week)).isEqualTo(find(row("tag", 3000, 0.1, 0.05), usual()));
    }

    @Test
    void entityThatAlwaysGainsAlikeHasNoMeasureOfTheUnusual() {
        TrailingWeek week = new TrailingWeek(END);
        for (int hour = 24; hour < 168; hour++) {
            week.add(EntityId.hashtag("tag"), END.minus(Duration.ofHours(hour)), null,
                    new TrailingWeek.Growth(null, null, 1000.0));
        }

        assertThat(find(row("tag", 3000, 0.1, 0.05), week)).isNull();
    }

    @Test
    void rankingRaisesTheFlagWithItsReason() {
        RankedEntity ranked = Ranking.of(List.of(row("tag", 3000, 0.1, 0.05)), usual(), Ranking.Context.NONE,
                Ranking.Rules.STANDARD).ranked().getFirst();

        assertThat(ranked.flags()).contains(RankedEntity.Flag.POSSIBLE_BOOST);
        assertThat(ranked.boost()).isNotNull();
    }

    /// Six days in which the tag gained 900, 1,000 and 1,100 views in turn: a median of 1,000 with a median deviation of 100.
    private static TrailingWeek usual() {
        TrailingWeek week = new TrailingWeek(END);
        for (int hour = 24; hour < 168; hour++) {
            double gained = 1000 + new int[]{-100, 0, 100}[hour % 3];
            week.add(EntityId.hashtag("tag"), END.minus(Duration.ofHours(hour)), null,
                    new TrailingWeek.Growth(null, null, gained));
        }
        return week;
    }

    private static @Nullable PossibleBoost find(MetricRow row, TrailingWeek week) {
        List<MetricRow> rows = new ArrayList<>(List.of(row));
        for (int i = 0; i < 20; i++) {
            rows.add(row("other" + i, 10, 0.9, 0.05));
        }
        return new BoostRule(rows, week, 5).find(row);
    }

    private static MetricRow row(String name, double gained, double dispersion, double engagement) {
        return row(name, Basis.VIDEOS, values(gained, dispersion, engagement));
    }

    private static Map<Metric, Double> values(double gained, double dispersion, double engagement) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.putAll(Map.of(Metric.VOLUME, 12.0, Metric.VELOCITY, 1.0, Metric.VIEWS_GAINED_LOW, gained,
                Metric.CREATOR_DISPERSION, dispersion, Metric.ENGAGEMENT_RATE, engagement));
        return values;
    }

    private static MetricRow row(String name, Basis basis, Map<Metric, Double> present) {
        Map<Metric, Absence> absent = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (!present.containsKey(metric)) {
                absent.put(metric, Absence.COUNTER_NOT_GIVEN);
            }
        }
        return new MetricRow(EntityId.hashtag(name), Window.DAY, END,
                new MetricRow.Backing("api", basis, false, 1, false, END, 900, Metric.DEFINITION_VERSION, 0), false,
                MetricValues.of(present, absent));
    }
}

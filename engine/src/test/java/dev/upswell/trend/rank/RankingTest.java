package dev.upswell.trend.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.EntityId;
import dev.upswell.trend.Absence;
import dev.upswell.trend.Basis;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.MetricValues;
import dev.upswell.trend.Window;
import dev.upswell.trend.rank.Emergence.Condition;
import dev.upswell.trend.rank.RankedEntity.Base;
import dev.upswell.trend.rank.RankedEntity.Flag;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Instant END = Instant.parse("2025-05-08T00:00:00Z");

    @Test
    void momentumRankIsTheWeightedMeanOfPercentileRanks() {
        Ranking ranking = rank(
                row("slow", Map.of(Metric.VOLUME, 10.0, Metric.VELOCITY, 0.1, Metric.CREATOR_DISPERSION, 0.9)),
                row("fast", Map.of(Metric.VOLUME, 10.0, Metric.VELOCITY, 3.0, Metric.CREATOR_DISPERSION, 0.2)));

        assertThat(ranking.ranked()).extracting(each -> each.row().entity().value()).containsExactly("fast", "slow");
        assertThat(ranking.ranked().getFirst().momentumRank())
                .isCloseTo((0.4 * 0.75 + 0.1 * 0.25) / 0.5, within(1e-12));
        assertThat(ranking.ranked().getFirst().score().base()).isEqualTo(Base.MOMENTUM_V2);
        assertThat(ranking.ranked().getFirst().percentileRanks()).containsEntry(Metric.VELOCITY, 0.75);
    }

    @Test
    void probabilityTakesThePlaceOfMomentumWhereAModelServes() {
        MetricRow unlikely = row("unlikely", Map.of(Metric.VOLUME, 10.0, Metric.VELOCITY, 3.0));
        MetricRow likely = row("likely", Map.of(Metric.VOLUME, 10.0, Metric.VELOCITY, 0.1));

        Ranking ranking = Ranking.of(List.of(unlikely, likely), new TrailingWeek(END),
                new Ranking.Context(Map.of(likely.entity(), 0.8, unlikely.entity(), 0.1), Map.of()),
                Ranking.Rules.STANDARD);

        assertThat(ranking.ranked()).extracting(each -> each.row().entity().value()).containsExactly("likely",
                "unlikely");
        assertThat(ranking.ranked()).extracting(RankedEntity::rank).containsExactly(1, 2);
        assertThat(ranking.ranked().getFirst().score().base()).isEqualTo(Base.PROBABILITY);
    }

    @Test
    void lowNoveltyLowersTheScoreAndSpreadRaisesIt() {
        MetricRow stale = row("stale", Map.of(Metric.VOLUME, 10.0, Metric.VELOCITY, 1.0, Metric.NOVELTY_INDEX, 0.1));

        Ranking ranking = Ranking.of(List.of(stale), new TrailingWeek(END),
                new Ranking.Context(Map.of(), Map.of(stale.entity(), 0.5)), Ranking.Rules.STANDARD);

        RankedEntity.Score score = ranking.ranked().getFirst().score();
        assertThat(score.noveltyFactor()).isCloseTo(0.8, within(1e-12));
        assertThat(score.spreadFactor()).isCloseTo(1.05, within(1e-12));
        assertThat(score.value()).isCloseTo(0.5 * 0.8 * 1.05, within(1e-12));
    }

    @Test
    void entitiesWithoutPlaceSayWhy() {
        Ranking ranking = rank(row("few", Map.of(Metric.VOLUME, 4.0, Metric.VELOCITY, 1.0)),
                row("blank", Map.of(Metric.VOLUME, 40.0)), row("unknown", Map.of(Metric.VELOCITY, 1.0)),
                new MetricRow(EntityId.hashtag("unread"), Window.DAY, END, backing(Basis.VIDEOS, 0.4, END), false,
                        values(Map.of(Metric.VOLUME, 40.0, Metric.VELOCITY, 1.0))));

        assertThat(ranking.ranked()).isEmpty();
        assertThat(ranking.leftOut())
                .extracting(left -> left.row().entity().value(), Ranking.LeftOut::reason).containsExactly(
                        tuple("blank", Ranking.LeftOut.Reason.NOTHING_TO_RANK_BY),
                        tuple("few", Ranking.LeftOut.Reason.LOW_VOLUME),
                        tuple("unknown", Ranking.LeftOut.Reason.VOLUME_UNKNOWN),
                        tuple("unread", Ranking.LeftOut.Reason.COVERAGE_TOO_LOW));
    }

    @Test
    void volumeIsAskedForOnlyWhereTheLevelOfViewsIsUnknown() {
        Ranking ranking = rank(
                row("large", Map.of(Metric.VIEWS, 5e6, Metric.VOLUME, 3.0, Metric.VELOCITY, 1.0)),
                row("small", Map.of(Metric.VIEWS, 9_999.0, Metric.VOLUME, 12.0, Metric.VELOCITY, 1.0)),
                row("unseen", Map.of(Metric.VOLUME, 5.0, Metric.VELOCITY, 1.0)));

        assertThat(ranking.ranked()).extracting(each -> each.row().entity().value()).containsExactly("large", "unseen");
        assertThat(ranking.leftOut()).extracting(Ranking.LeftOut::reason)
                .containsExactly(Ranking.LeftOut.Reason.LOW_VOLUME);
    }

    @Test
    void fadingMeansAFifthLessThanBefore() {
        assertThat(flags(row("tag", Map.of(Metric.VOLUME, 12.0, Metric.VELOCITY, -0.2)))).containsExactly(Flag.FADING);
        assertThat(flags(row("tag", Map.of(Metric.VOLUME, 12.0, Metric.VELOCITY, -0.19)))).isEmpty();
    }

    @Test
    void newIsWhatTheRowSays() {
        MetricRow row = new MetricRow(EntityId.hashtag("tag"), Window.DAY, END, backing(Basis.VIDEOS), true,
                values(Map.of(Metric.VOLUME, 12.0, Metric.ENGAGEMENT_EFFICIENCY, 0.5)));

        assertThat(flags(row)).containsExactly(Flag.NEW);
    }

    @Test
    void growthThatRoundingMayHaveMadeRanksBehindWhatWasMeasured() {
        MetricRow jump = row("jump", Map.of(Metric.VOLUME, 12.0, Metric.VELOCITY, 3.0, Metric.VIEWS_GAINED, 100.0,
                Metric.VIEWS_GAINED_LOW, 0.0));
        MetricRow climb = row("climb", Map.of(Metric.VOLUME, 12.0, Metric.VELOCITY, 0.1, Metric.VIEWS_GAINED, 100.0,
                Metric.VIEWS_GAINED_LOW, 90.0));

        assertThat(rank(jump, climb).ranked()).extracting(each -> each.row().entity().value()).containsExactly("climb",
                "jump");
        assertThat(Ranking.of(List.of(jump, climb), new TrailingWeek(END),
                new Ranking.Context(Map.of(jump.entity(), 0.8, climb.entity(), 0.1), Map.of()),
                Ranking.Rules.STANDARD).ranked()).extracting(each -> each.row().entity().value())
                .containsExactly("jump", "climb");
    }

    @Test
    void sourceQuietForLongerThanItsCadenceIsOverdueAndLongerThanABridgeStale() {
        assertThat(flags(quietFor(Duration.ofMinutes(15)))).isEmpty();
        assertThat(flags(quietFor(Duration.ofMinutes(16)))).containsExactly(Flag.OVERDUE);
        assertThat(flags(quietFor(Duration.ofHours(6)))).containsExactly(Flag.OVERDUE);
        assertThat(flags(quietFor(Duration.ofHours(6).plusSeconds(1)))).containsExactlyInAnyOrder(Flag.OVERDUE,
                Flag.STALE);
    }

    @Test
    void viewsGainedThatMayBeNothingAreWithinRounding() {
        assertThat(flags(row("tag", Map.of(Metric.VOLUME, 12.0, Metric.VELOCITY, 1.0, Metric.VIEWS_GAINED, 100.0,
                Metric.VIEWS_GAINED_LOW, 0.0)))).containsExactly(Flag.WITHIN_ROUNDING);
        assertThat(flags(row("tag", Map.of(Metric.VOLUME, 12.0, Metric.VELOCITY, 1.0, Metric.VIEWS_GAINED, 100.0,
                Metric.VIEWS_GAINED_LOW, 1.0)))).isEmpty();
    }

    @Test
    void entityWithoutKnownVideosIsAggregateOnly() {
        assertThat(flags(viewsRow("tag", Map.of(Metric.VOLUME, 9000.0, Metric.VIEWS, 50_000.0, Metric.VELOCITY, 1.0))))
                .containsExactly(Flag.AGGREGATE_ONLY);
    }

    private static MetricRow quietFor(Duration quiet) {
        return new MetricRow(EntityId.hashtag("tag"), Window.DAY, END, backing(Basis.VIDEOS, 1, END.minus(quiet)),
                false,
                values(Map.of(Metric.VOLUME, 12.0, Metric.VELOCITY, 1.0)));
    }

    private static Set<Flag> flags(MetricRow row) {
        return rank(row).ranked().getFirst().flags();
    }

    @Test
    void emergingAsksForMomentumNoveltyAndVolume() {
        MetricRow row = row("tag", Map.of(Metric.VOLUME, 12.0, Metric.VELOCITY, 2.0, Metric.MOMENTUM, 0.9,
                Metric.NOVELTY_INDEX, 0.6));

        RankedEntity ranked = Ranking.of(List.of(row), week(0.0, 0.5), Ranking.Context.NONE, Ranking.Rules.STANDARD)
                .ranked().getFirst();

        assertThat(ranked.flags()).containsExactly(Flag.EMERGING);
        assertThat(ranked.emergence().aggregateOnly()).isFalse();
        assertThat(ranked.emergence().checks()).extracting(Emergence.Check::condition)
                .containsExactly(Condition.MOMENTUM, Condition.NOVELTY, Condition.VOLUME);
        assertThat(ranked.emergence().checks().getFirst().needed()).isEqualTo(0.5);
    }

    @Test
    void momentumBarIsThePercentileOfTheTrailingWeekNotALiteral() {
        MetricRow row = row("tag", Map.of(Metric.VOLUME, 12.0, Metric.VELOCITY, 2.0, Metric.MOMENTUM, 0.4,
                Metric.NOVELTY_INDEX, 0.6));

        RankedEntity ranked = Ranking.of(List.of(row), week(0.0, 0.5), Ranking.Context.NONE, Ranking.Rules.STANDARD)
                .ranked().getFirst();

        assertThat(ranked.flags()).isEmpty();
    }

    @Test
    void withAggregateCountersAloneGrowthAboveTheOwnTrailingPercentileTakesThePlaceOfNovelty() {
        MetricRow row = viewsRow("tag", Map.of(Metric.VOLUME, 9000.0, Metric.VIEWS, 50_000.0, Metric.VELOCITY, 2.0,
                Metric.MOMENTUM, 0.9, Metric.LOG_VIEW_GROWTH_24H, 0.2));

        Emergence grown = emergence(row, week(0.1, 0.5));
        Emergence ordinary = emergence(row, week(0.3, 0.5));

        assertThat(grown.aggregateOnly()).isTrue();
        assertThat(grown.isEmerging()).isTrue();
        assertThat(ordinary.isEmerging()).isFalse();
    }

    @Test
    void ownGrowthNeedsSevenDaysOfHistory() {
        MetricRow row = viewsRow("tag", Map.of(Metric.VOLUME, 9000.0, Metric.VIEWS, 50_000.0, Metric.VELOCITY, 2.0,
                Metric.MOMENTUM, 0.9, Metric.LOG_VIEW_GROWTH_24H, 0.2));
        TrailingWeek week = new TrailingWeek(END);
        for (int hour = 1; hour < 160; hour++) {
            week.add(row.entity(), END.minus(Duration.ofHours(hour)), 0.5, new TrailingWeek.Growth(0.01, null, null));
        }

        assertThat(emergence(row, week).isEmerging()).isFalse();
        assertThat(emergence(row, week).checks().get(1).needed()).isNull();
    }

    @Test
    void rowsAtOrAfterTheEndSetNoBar() {
        MetricRow row = row("tag", Map.of(Metric.VOLUME, 12.0, Metric.VELOCITY, 2.0, Metric.MOMENTUM, 0.9,
                Metric.NOVELTY_INDEX, 0.6));
        TrailingWeek week = week(0.0, 0.5);
        for (int hour = 0; hour < 500; hour++) {
            week.add(row.entity(), END.plus(Duration.ofHours(hour)), 1.0, new TrailingWeek.Growth(9.0, null, null));
        }

        assertThat(emergence(row, week)).isEqualTo(emergence(row, week(0.0, 0.5)));
    }

    @Test
    void mixedCutsAreRefused() {
        MetricRow other = new MetricRow(EntityId.hashtag("b"), Window.DAY, END.minusSeconds(3600),
                backing(Basis.VIDEOS), false, values(Map.of()));

        assertThatThrownBy(() -> rank(row("a", Map.of()), other)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must share kind, window and end");
    }

    private static Emergence emergence(MetricRow row, TrailingWeek week) {
        return Ranking.of(List.of(row), week, Ranking.Context.NONE, Ranking.Rules.STANDARD).ranked().getFirst()
                .emergence();
    }

    /// A week and more of hourly rows of `tag` with this growth and momentum.
    private static TrailingWeek week(double growth, double momentum) {
        TrailingWeek week = new TrailingWeek(END);
        for (int hour = 1; hour <= 180; hour++) {
            week.add(EntityId.hashtag("tag"), END.minus(Duration.ofHours(hour)), momentum,
                    new TrailingWeek.Growth(growth, null, null));
        }
        return week;
    }

    private static Ranking rank(MetricRow... rows) {
        return Ranking.of(List.of(rows), new TrailingWeek(END), Ranking.Context.NONE, Ranking.Rules.STANDARD);
    }

    private static MetricRow row(String name, Map<Metric, Double> values) {
        return new MetricRow(EntityId.hashtag(name), Window.DAY, END, backing(Basis.VIDEOS), false, values(values));
    }

    private static MetricRow viewsRow(String name, Map<Metric, Double> values) {
        return new MetricRow(EntityId.hashtag(name), Window.DAY, END, backing(Basis.VIEWS), false, values(values));
    }

    private static MetricRow.Backing backing(Basis basis) {
        return backing(basis, 1, END);
    }

    private static MetricRow.Backing backing(Basis basis, double coverage, Instant lastReading) {
        return new MetricRow.Backing("api", basis, false, coverage, false, lastReading, 900, Metric.DEFINITION_VERSION,
                0);
    }

    private static MetricValues values(Map<Metric, Double> present) {
        Map<Metric, Absence> absent = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (!present.containsKey(metric)) {
                absent.put(metric, Absence.COUNTER_NOT_GIVEN);
            }
        }
        return MetricValues.of(present, absent);
    }
}

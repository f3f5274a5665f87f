package dev.upswell.fyp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuringTest {

    private static final EntityId VIDEO = EntityId.video("1");
    private static final Instant POSTED = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void everyMeasureOfADayIsTaken() {
        Viewing told = new Viewing(0.4, 9.0, 0.1, 0.7, 0.6, 50L, 10L, 5L);

        MarkValues values = Measuring.of(VIDEO, POSTED, Mark.DAY, read(15, 150, 60, 1_200, 1_440, 2_880),
                new Measuring.Surroundings(told(told), 0.3, 0.9)).orElseThrow();

        assertThat(values.asOf()).isEqualTo(POSTED.plus(Duration.ofDays(1)));
        assertThat(values.values()).hasSize(14).containsEntry(FypMetric.V15, 10.0).containsEntry(FypMetric.V60, 20.0)
                .containsEntry(FypMetric.V24, 2.0).containsEntry(FypMetric.COMPLETION_RATE, 0.4)
                .containsEntry(FypMetric.TREND, 0.3).containsEntry(FypMetric.CONSISTENCY, 0.9)
                .containsEntry(FypMetric.REWATCH_RATIO, 0.1)
                .containsEntry(FypMetric.CTR_PROFILE, 50 / 2_880.0).containsEntry(FypMetric.CTR_LINK, 10 / 2_880.0)
                .containsEntry(FypMetric.FOLLOW_CONVERSION, 5 / 2_880.0)
                .containsEntry(FypMetric.ENGAGEMENT_RATE, 14 / 2_880.0)
                .containsEntry(FypMetric.SHARE_RATIO, 1 / 2_880.0);
        assertThat(values.values().get(FypMetric.DROP_0_3S)).isCloseTo(0.3, within(1e-12));
        assertThat(values.values().get(FypMetric.DROP_3_5S)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void whatIsReadAfterTheMarkCountsForLaterMarksAlone() {
        EntitySeries series = read(15, 150, 60, 1_200, 1_440, 2_880);

        assertThat(at(Mark.QUARTER, series)).containsOnlyKeys(FypMetric.V15, FypMetric.ENGAGEMENT_RATE,
                FypMetric.SHARE_RATIO);
        assertThat(at(Mark.HOUR, series)).containsEntry(FypMetric.ENGAGEMENT_RATE, 14 / 1_200.0)
                .doesNotContainKey(FypMetric.V24);
    }

    @Test
    void aVideoThatWasNotReadNearItsMarkIsNotScored() {
        assertThat(Measuring.of(VIDEO, POSTED, Mark.QUARTER, read(60, 100),
                new Measuring.Surroundings(Told.NOTHING, 0.5, 0.5))).isEmpty();
    }

    @Test
    void ratiosNeedViewsAndAllThatTheyAreMadeOf() {
        EntitySeries unread = EntitySeries.of(VIDEO, "poll", List.of(new Observation(VIDEO, "poll",
                POSTED.plus(Duration.ofMinutes(14)), Counts.views(Count.exact(0)))));

        assertThat(Measuring.of(VIDEO, POSTED, Mark.QUARTER, unread,
                new Measuring.Surroundings(told(new Viewing(null, null, null, 0.8, null, 3L, null, null)), null, null))
                .orElseThrow().values()).containsOnlyKeys(FypMetric.V15, FypMetric.DROP_0_3S);
    }

    @Test
    void whatIsToldAfterTheDayCountsForTheSettledMeasuresAlone() {
        EntitySeries series = read(15, 150, 60, 1_200, 1_440, 2_880);
        Instant day = Mark.DAY.of(POSTED);
        Told told = new Told(List.of(
                new Told.Telling(POSTED.plus(Duration.ofHours(2)),
                        new Viewing(0.4, null, null, null, null, 20L, null, null), null),
                new Told.Telling(day.plus(Duration.ofDays(2)), new Viewing(0.5, null, null, null, null, 60L, 9L, null),
                        6_000L),
                new Told.Telling(day.plus(Duration.ofDays(3)), new Viewing(null, null, null, null, null, null, 12L, 4L),
                        null)));
        var around = new Measuring.Surroundings(told, null, null);

        MarkValues known = Measuring.of(VIDEO, POSTED, Mark.DAY, series, around).orElseThrow();
        MarkValues settled = Measuring.settled(VIDEO, POSTED, series, around).orElseThrow();

        assertThat(known.values()).containsEntry(FypMetric.COMPLETION_RATE, 0.4)
                .containsEntry(FypMetric.CTR_PROFILE, 20 / 2_880.0).doesNotContainKey(FypMetric.CTR_LINK);
        assertThat(settled.values()).containsEntry(FypMetric.COMPLETION_RATE, 0.5)
                .containsEntry(FypMetric.CTR_PROFILE, 60 / 6_000.0).containsEntry(FypMetric.CTR_LINK, 9 / 6_000.0)
                .doesNotContainKey(FypMetric.FOLLOW_CONVERSION).containsEntry(FypMetric.V24, 2.0);
        assertThat(told.lastAfter(day)).hasValue(day.plus(Duration.ofDays(3)));
    }

    @Test
    void withoutAnythingToldSinceTheSettledMeasuresAreTheKnownOnes() {
        EntitySeries series = read(15, 150, 60, 1_200, 1_440, 2_880);
        var around = new Measuring.Surroundings(told(new Viewing(0.4, 9.0, 0.1, 0.7, 0.6, 50L, 10L, 5L)), 0.3, 0.9);

        assertThat(Measuring.settled(VIDEO, POSTED, series, around))
                .isEqualTo(Measuring.of(VIDEO, POSTED, Mark.DAY, series, around));
        assertThat(around.told().lastAfter(Mark.DAY.of(POSTED))).isEmpty();
        assertThat(Told.NOTHING.lastAfter(POSTED)).isEmpty();
    }

    /// Told a minute after posting.
    private static Told told(Viewing viewing) {
        return new Told(List.of(new Told.Telling(POSTED.plus(Duration.ofMinutes(1)), viewing, 7L)));
    }

    @Test
    void measuresBelowZeroAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkValues(VIDEO, Mark.DAY, POSTED, Map.of(FypMetric.V15, -1.0)))
                .withMessage("v15 (-1.0) must be a number of at least 0\nMaybe leave out what is not known.");
    }

    @Test
    void cadenceIsOneForEqualGapsAndUnknownForFewPosts() {
        List<Instant> daily = List.of(Brand.hour(0), Brand.hour(24), Brand.hour(48), Brand.hour(72), Brand.hour(73));

        assertThat(PostingCadence.consistency(daily, Brand.hour(72))).hasValue(1);
        assertThat(PostingCadence.consistency(daily, Brand.hour(73)).orElseThrow()).isBetween(0.5, 0.99);
        assertThat(PostingCadence.consistency(daily, Brand.hour(50))).isEmpty();
        assertThat(PostingCadence.consistency(daily, Brand.hour(30 * 24))).isEmpty();
    }

    @Test
    void alignmentIsTheCosineWithWhatTrends() {
        Map<EntityId, Double> trends = Map.of(EntityId.hashtag("a"), 3.0, EntityId.sound("s"), 4.0);

        assertThat(TrendAlignment.of(List.of(EntityId.hashtag("a"), EntityId.hashtag("a")), trends)).hasValue(0.6);
        assertThat(TrendAlignment.of(List.of(EntityId.hashtag("a"), EntityId.sound("s")), trends).orElseThrow())
                .isCloseTo(7 / (5 * Math.sqrt(2)), within(1e-12));
        assertThat(TrendAlignment.of(List.of(EntityId.hashtag("b")), trends)).hasValue(0);
        assertThat(TrendAlignment.of(List.of(), trends)).isEmpty();
        assertThat(TrendAlignment.of(List.of(EntityId.hashtag("b")), Map.of())).isEmpty();
    }

    private static Map<FypMetric, Double> at(Mark mark, EntitySeries series) {
        return Measuring.of(VIDEO, POSTED, mark, series, Measuring.Surroundings.NONE).orElseThrow().values();
    }

    /// @param readings minutes after posting and views, by turns; each with 10 likes, 3 comments and a share
    private static EntitySeries read(int... readings) {
        List<Observation> all = new ArrayList<>();
        for (int i = 0; i < readings.length; i += 2) {
            all.add(new Observation(VIDEO, "poll", POSTED.plus(Duration.ofMinutes(readings[i])),
                    new Counts(Count.exact(readings[i + 1]), Count.exact(10), Count.exact(3), Count.exact(1), null,
                            null, null)));
        }
        return EntitySeries.of(VIDEO, "poll", all);
    }
}

package dev.upswell.companion;

import static dev.upswell.companion.Readings.HOUR;
import static dev.upswell.companion.Readings.SECOND;
import static dev.upswell.companion.Readings.each15Minutes;
import static dev.upswell.companion.Readings.value;
import static dev.upswell.companion.Readings.viewsAndPosts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.feature.FeatureBlock;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureGroup;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.feature.Known;
import dev.upswell.feature.LeakClass;
import dev.upswell.feature.PastReadings;
import dev.upswell.timeline.Carriers;
import dev.upswell.timeline.Carriers.Carrier;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CompanionFeaturesTest {

    private static final CounterSeries VIEWS = each15Minutes(10, ago -> 1_000_000 - 100 * ago);

    @Property(tries = 100)
    void laterReadingsOfAnyCounterAndLaterCarryingVideosChangeNoFeature(@ForAll long seed) {
        Random random = new Random(seed);
        List<EntitySeries> whole = IntStream.range(0, 3).mapToObj(i -> Readings.random(random)).toList();
        List<EntitySeries> known = whole.stream().map(entity -> entity.until(Readings.CUT)).toList();

        assertThat(Arrays.deepEquals(Readings.rows(whole), Readings.rows(known))).isTrue();
    }

    @Property(tries = 100)
    void noFeatureIsEverInfinite(@ForAll long seed) {
        float[] row = Readings.row(Readings.random(new Random(seed)));

        assertThat(IntStream.range(0, row.length).filter(i -> Float.isInfinite(row[i]))
                .mapToObj(CompanionFeatures.V2.names()::get)).isEmpty();
    }

    @Property(tries = 20)
    void theFirstSetIsInTheSecondUnchanged(@ForAll long seed) {
        Random random = new Random(seed);
        List<EntitySeries> entities = IntStream.range(0, 4).mapToObj(i -> Readings.random(random)).toList();

        float[][] first = Readings.rows(HashtagFeatures.RECIPE, entities);
        float[][] second = Readings.rows(entities);

        for (String name : HashtagFeatures.V1.names()) {
            for (int i = 0; i < first.length; i++) {
                assertThat(Float.valueOf(second[i][CompanionFeatures.V2.indexOf(name)])).as(name)
                        .isEqualTo(Float.valueOf(first[i][HashtagFeatures.V1.indexOf(name)]));
            }
        }
    }

    @Property(tries = 20)
    void anAbsentCompanionLeavesItsFeaturesMissingAndTheOthersAsTheyAre(@ForAll long seed) {
        EntitySeries entity = Readings.random(new Random(seed));
        for (Counter gone : List.of(Counter.LIKES, Counter.FOLLOWERS, Counter.POSTS)) {
            Map<Counter, CounterSeries> rest = new EnumMap<>(entity.counters());
            rest.remove(gone);
            float[] without = Readings.row(Readings.entity(rest).with(entity.carriersIfAny().orElseThrow()));
            float[] with = Readings.row(entity);

            for (int i = 0; i < with.length; i++) {
                FeatureDefinition feature = CompanionFeatures.V2.features().get(i);
                if (feature.source().contains(gone.label()) || feature.name().startsWith("rank_")) {
                    assertThat(feature.name().startsWith("rank_") || Float.isNaN(without[i])).as(feature.name())
                            .isTrue();
                } else {
                    assertThat(Float.valueOf(without[i])).as(feature.name()).isEqualTo(Float.valueOf(with[i]));
                }
            }
        }
    }

    @Test
    void aTargetIsNoCompanionOfItself() {
        EntitySeries entity = viewsAndPosts(VIEWS, each15Minutes(10, ago -> 10_000 - ago));

        assertThat(value("views_growth_24h", entity)).isNaN();
        assertThat(value("posts_growth_24h", entity)).isCloseTo(Math.log(10_000 / 9_976.0), within(1e-6));
    }

    @Test
    void aSteadyPaceHasNoTurn() {
        EntitySeries entity = viewsAndPosts(VIEWS, each15Minutes(10, ago -> 100_000 - 40 * ago));

        for (String ratio : List.of("posts_ratio_3h_7d", "posts_ratio_24h_7d", "posts_6h_of_season",
                "forgetful_posts_turn",
                "posts_pace_6h_of_week", "pace_6h_of_week", "pace_6h_of_season", "posts_surprise_3h")) {
            assertThat(value(ratio, entity)).as(ratio).isCloseTo(0, within(0.01));
        }
        assertThat(value("posts_per_day_3h", entity)).isCloseTo(Math.log(0.0096 + 1e-4), within(1e-3));
        assertThat(value("window_velocity_1h", entity)).isCloseTo(0, within(1e-6));
        assertThat(value("window_momentum_1h", entity)).isCloseTo(0, within(1e-6));
    }

    @Test
    void postsThatRunAheadOfTheirViewsAreViewsUnderWay() {
        CounterSeries steady = each15Minutes(10, ago -> 10_000 - ago);
        CounterSeries bursting = each15Minutes(10, ago -> 10_000 - ago - 6 * Math.min(ago, 6));

        double before = value("views_under_way_6h", viewsAndPosts(VIEWS, steady));
        double after = value("views_under_way_6h", viewsAndPosts(VIEWS, bursting));

        // One post an hour, each worth about 100 views, of which those of the last six hours are mostly still to come.
        assertThat(before).isCloseTo(6 * 100 / 1e6, within(2e-4));
        assertThat(after).isGreaterThan(4 * before);
        assertThat(value("views_unpaid_6h", viewsAndPosts(VIEWS, steady))).isCloseTo(0, within(1e-4));
        assertThat(value("views_unpaid_6h", viewsAndPosts(VIEWS, bursting))).isGreaterThan(2e-3);
        assertThat(value("posts_ratio_6h_7d", viewsAndPosts(VIEWS, bursting))).isGreaterThan(1);
        assertThat(value("posts_surprise_6h", viewsAndPosts(VIEWS, bursting))).isGreaterThan(5);
    }

    @Test
    void theSeasonOfTheDayIsTakenOut() {
        CounterSeries busyAtNoon = each15Minutes(10,
                ago -> 100_000 - 40 * ago - 40 * 24 / (2 * Math.PI) * 0.8 * Math.sin(2 * Math.PI * ago / 24));

        EntitySeries entity = viewsAndPosts(VIEWS, busyAtNoon);

        assertThat(value("posts_ratio_3h_7d", entity)).isGreaterThan(0.4);
        assertThat(value("posts_3h_of_season", entity)).isCloseTo(0, within(0.02));
        assertThat(value("posts_surprise_3h", entity)).isCloseTo(0, within(0.2));
    }

    @Test
    void likesPerViewAreTakenOverTheLastDay() {
        CounterSeries likes = each15Minutes(10, ago -> 100_000 - 10 * Math.max(ago, 24) - 20 * Math.min(ago, 24));

        EntitySeries entity = Readings.entity(Map.of(Counter.VIEWS, VIEWS, Counter.LIKES, likes));

        // 480 likes on 2,400 views, and 240 the day before, each with 1,000 views at 0.1 more.
        assertThat(value("likes_per_view_24h", entity)).isCloseTo(580 / 3400.0, within(5e-3));
        assertThat(value("likes_per_view_change", entity)).isCloseTo(Math.log(580 / 340.0), within(5e-2));
        assertThat(value("comments_per_view_24h", entity)).isNaN();
    }

    @Test
    void creatorsAreCountedAsTheyAreFirstSeen() {
        List<Carrier> carriers = new ArrayList<>();
        carriers.add(new Carrier(SECOND - 200 * HOUR, "v1", "ann"));
        carriers.add(new Carrier(SECOND - 100 * HOUR, "v2", "ann"));
        carriers.add(new Carrier(SECOND - 5 * HOUR, "v3", "bo"));
        carriers.add(new Carrier(SECOND - HOUR / 2, "v4", "ann"));
        carriers.add(new Carrier(SECOND - HOUR / 4, "v5", "cy"));
        carriers.add(new Carrier(SECOND + HOUR, "v6", "di"));
        EntitySeries entity = Readings.entity(Map.of(Counter.VIEWS, VIEWS)).with(Carriers.of(carriers));

        assertThat(value("carriers_1h", entity)).isEqualTo(2);
        assertThat(value("carriers_7d", entity)).isEqualTo(4);
        assertThat(value("new_creators_1h", entity)).isEqualTo(1);
        assertThat(value("new_creators_6h", entity)).isEqualTo(2);
        assertThat(value("new_creator_share_7d", entity)).isCloseTo(2 / 3.0, within(1e-6));
        assertThat(value("top_creator_share_7d", entity)).isCloseTo(0.5, within(1e-6));
        assertThat(value("creator_entropy_7d", entity)).isCloseTo(0.75, within(1e-6));
    }

    @Test
    void aStaleReadingLeavesShortLagsMissing() {
        CounterSeries views = VIEWS.until(Readings.CUT.minusSeconds(3600));
        CounterSeries posts = each15Minutes(10, ago -> 10_000 - ago);

        EntitySeries late = viewsAndPosts(views, posts.until(Readings.CUT.minus(Duration.ofHours(3))));
        EntitySeries stale = viewsAndPosts(views, posts.until(Readings.CUT.minus(Duration.ofHours(4))));

        assertThat(value("growth_15m", late)).isNaN();
        assertThat(value("growth_30m", late)).isEqualTo(0);
        assertThat(value("posts_ratio_1h_24h", late)).isCloseTo(0, within(0.1));
        assertThat(value("posts_ratio_1h_24h", stale)).isNaN();
        assertThat(value("posts_growth_1h", stale)).isNaN();
        assertThat(value("posts_growth_6h", stale)).isFinite();
    }

    @Property(tries = 100)
    void sumsUnderSeveralWeightsAreThoseUnderEach(@ForAll long seed) {
        CounterSeries posts = Readings.random(new Random(seed)).counters().getOrDefault(Counter.POSTS, VIEWS);
        PastGains gains = PastGains.of(PastReadings.asOf(posts, Readings.CUT));
        PastGains.Weights[] weights = IntStream.rangeClosed(1, 7).mapToObj(PastGains.Weights::forgetting)
                .toArray(PastGains.Weights[]::new);

        if (gains != null) {
            assertThat(gains.weighed(weights))
                    .containsExactly(Arrays.stream(weights).mapToDouble(gains::weighed).toArray());
        }
    }

    /// A counter in hundreds stood still for two days and was then not read for 30 hours: what it gained in those is unknown.
    @Test
    void whatARoundedCounterGainedInAGapIsUnknownHoweverLongItStoodStillBefore() {
        int size = 51;
        long[] times = new long[size];
        long[] values = new long[size];
        long[] resolutions = new long[size];
        for (int i = 0; i < size; i++) {
            times[i] = SECOND - (i < 49 ? (80 - i) * HOUR : (size - 1 - i) * HOUR);
            values[i] = i < 49 ? 10_000 : 10_500;
            resolutions[i] = 100;
        }
        PastGains gains = Objects.requireNonNull(
                PastGains.of(PastReadings.asOf(CounterSeries.of(times, values, resolutions), Readings.CUT)));

        assertThat(gains.over(30)).isNaN();
        assertThat(gains.between(2 * 34, 2 * 70)).isZero();
        assertThat(gains.between(2 * 82, 2 * 90)).isNaN();
    }

    @Test
    void aWeekOfWhichMostIsUnknownHasNoUsualBranching() {
        CounterSeries dense = each15Minutes(1, ago -> 10_000 - ago);
        int size = dense.size();
        long[] times = new long[size + 2];
        long[] values = new long[size + 2];
        long[] resolutions = new long[size + 2];
        Arrays.fill(resolutions, 1);
        for (int i = 0; i < size + 2; i++) {
            times[i] = i < 2 ? SECOND - (180 - i) * HOUR : dense.epochSecondAt(i - 2);
            values[i] = i < 2 ? 9_000 + i : dense.valueAt(i - 2);
        }
        EntitySeries entity = viewsAndPosts(VIEWS, CounterSeries.of(times, values, resolutions));

        assertThat(value("posts_ratio_3h_24h", entity)).isFinite();
        assertThat(value("posts_branching_7d_memory_2h", entity)).isNaN();
        assertThat(value("posts_expected_24h_memory_2h", entity)).isNaN();
    }

    @Test
    void aPlantedOutcomeIsRefused() {
        FeatureBlock planted = new FeatureBlock() {
            @Override
            public List<FeatureDefinition> definitions() {
                return List.of(new FeatureDefinition("posts_tomorrow", FeatureGroup.A_GROWTH, "count",
                        FeatureDefinition.FRESHNESS, "never", LeakClass.OUTCOME, "posts of the next day", "posts"));
            }

            @Override
            public void fill(Known known, float[] row, int offset) {
                row[offset] = 1;
            }
        };
        List<FeatureBlock> blocks = new ArrayList<>(HashtagFeatures.BLOCKS);
        blocks.add(planted);

        assertThatThrownBy(() -> new FeatureRecipe("feature_set_v9", "", blocks, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[posts_tomorrow]");
    }

    @Test
    void theSetSaysWhatItLacks() {
        assertThat(CompanionFeatures.V2.absent()).extracting(absent -> absent.group()).containsExactly(
                FeatureGroup.D_CLUSTER, FeatureGroup.H_OTHER_PLATFORM);
        assertThat(CompanionFeatures.V2.features()).extracting(FeatureDefinition::group).contains(FeatureGroup.A_GROWTH,
                FeatureGroup.B_ENGAGEMENT, FeatureGroup.C_DIVERSITY, FeatureGroup.E_NOVELTY, FeatureGroup.F_CALENDAR,
                FeatureGroup.G_PAST_OUTCOME);
    }
}

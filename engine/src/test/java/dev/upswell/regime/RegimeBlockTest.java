package dev.upswell.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.feature.AbsentGroup;
import dev.upswell.feature.Companions;
import dev.upswell.feature.CutContext;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.PastOutcomes;
import dev.upswell.feature.PastReadings;
import dev.upswell.timeline.Counter;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegimeBlockTest {

    private static final FeatureRecipe UNLEARNT = new FeatureRecipe("test", "", List.of(new RegimeBlock()), List.of(),
            List.<AbsentGroup>of());
    private static final int DAYS = 10;
    private static final Instant CUT = Outbreaks.START.plus(Duration.ofDays(8));

    private final List<EntitySeries> world = Outbreaks.world(24, DAYS, 5);
    private final FeatureRecipe recipe = learn(world);

    private static FeatureRecipe learn(List<EntitySeries> entities) {
        return UNLEARNT.learn(entities.stream().map(one -> Companions.asOf(one, Counter.VIEWS, CUT)).toList());
    }

    private static float[][] rows(FeatureRecipe recipe, List<EntitySeries> entities, Instant cut) {
        return recipe.at(new CutContext(cut, 0.1, Duration.ofDays(1)), entities.stream()
                .map(one -> new FeatureRecipe.Subject(
                        PastReadings.asOf(one.counters().getOrDefault(Counter.VIEWS,
                                CounterSeries.of(new long[0], new long[0], new long[0])), cut),
                        PastOutcomes.NONE, Companions.asOf(one, Counter.VIEWS, cut)))
                .toList());
    }

    private double value(String feature, EntitySeries entity, Instant cut) {
        return rows(recipe, List.of(entity), cut)[0][recipe.set().indexOf(feature)];
    }

    @Test
    void whatIsReadLaterChangesNeitherWhatIsLearntNorAnyValue() {
        List<EntitySeries> known = world.stream().map(one -> one.until(CUT)).toList();

        FeatureRecipe again = learn(known);

        assertThat(again.learnt()).isEqualTo(recipe.learnt()).isNotNull();
        assertThat(Arrays.deepEquals(rows(recipe, world, CUT), rows(recipe, known, CUT))).isTrue();
        Instant between = CUT.plusSeconds(5_000);
        List<EntitySeries> until = world.stream().map(one -> one.until(between)).toList();
        assertThat(Arrays.deepEquals(rows(recipe, world, between), rows(recipe, until, between))).isTrue();
    }

    @Test
    void delayAndBranchingAreLearntFromTheEntitiesAlone() throws IOException {
        RegimeParameters learnt = RegimeParameters
                .read(new DataInputStream(new ByteArrayInputStream(Objects.requireNonNull(recipe.learnt()))));

        assertThat(learnt.delayHours()).isCloseTo(Outbreaks.DELAY_HOURS, within(0.5));
        assertThat(learnt.branching()[RegimeParameters.FIRST_HOT]).isGreaterThan(1);
        assertThat(learnt.branching()[0]).isLessThan(0.8);
        assertThat(learnt.branching()[RegimeParameters.LAST]).isLessThan(1);
    }

    @Test
    void anOutbreakIsNoticedByItsPostsBeforeItsViewsMove() {
        EntitySeries calm = Outbreaks.one("calm", DAYS, 1, Outbreaks.NEVER);
        EntitySeries outbreak = Outbreaks.one("calm", DAYS, 1, 8 * 24 - 4);

        assertThat(value("regime_calm", calm, CUT)).isGreaterThan(0.8);
        assertThat(value("regime_calm", outbreak, CUT)).isLessThan(0.1);
        assertThat(value("outbreak_hours", outbreak, CUT)).isBetween(1.0, 4.0);
        assertThat(value("regime_branching", outbreak, CUT)).isGreaterThan(value("regime_branching", calm, CUT) + 0.3);
        assertThat(value("futures_growth", outbreak, CUT)).isGreaterThan(2 * value("futures_growth", calm, CUT));
        assertThat(value("futures_pass_bar", outbreak, CUT)).isGreaterThan(value("futures_pass_bar", calm, CUT));
    }

    @Test
    void theFuturesOfACalmHashtagHoldWhatComes() {
        List<EntitySeries> calm = IntStream.range(0, 6)
                .mapToObj(i -> Outbreaks.one("calm" + i, DAYS, i, Outbreaks.NEVER)).toList();

        for (EntitySeries one : calm) {
            CounterSeries views = one.counter(Counter.VIEWS).orElseThrow();
            double came = Math.log(views.levelAt(CUT.plus(Duration.ofDays(1)), Duration.ofHours(1)).getAsLong())
                    - Math.log(views.levelAt(CUT, Duration.ofHours(1)).getAsLong());
            assertThat(value("futures_growth_p50", one, CUT)).isCloseTo(came, within(0.15 * came));
        }
    }

    @Test
    void valuesAreFiniteOrderedAndSumToOne() {
        for (float[] row : rows(recipe, world, CUT)) {
            assertThat(IntStream.range(0, row.length).filter(i -> !Float.isFinite(row[i]))
                    .mapToObj(recipe.set().names()::get)).isSubsetOf("unexplained_hours");
            assertThat((double) row[0] + row[1] + row[2] + row[3]).isCloseTo(1, within(1e-5));
            int first = recipe.set().indexOf("futures_growth_p5");
            assertThat(new float[]{row[first], row[first + 1], row[first + 2], row[first + 3], row[first + 4]})
                    .isSorted();
        }
    }

    @Test
    void withoutPostsOrBeforeAnythingWasLearntEveryValueIsMissing() {
        EntitySeries whole = world.getFirst();
        Map<Counter, CounterSeries> views = new HashMap<>(whole.counters());
        views.remove(Counter.POSTS);

        float[] alone = rows(recipe, List.of(new EntitySeries(whole.entity(), "test", views)), CUT)[0];
        float[] unlearnt = rows(UNLEARNT, List.of(whole), CUT)[0];

        for (int i = 0; i < alone.length; i++) {
            assertThat(alone[i]).as(recipe.set().names().get(i)).isNaN();
            assertThat(unlearnt[i]).as(recipe.set().names().get(i)).isNaN();
        }
        assertThat(learn(List.of(whole)).learnt()).isNull();
    }

    @Test
    void withoutViewsPostsAloneAreFollowed() {
        Map<Counter, CounterSeries> posts = new HashMap<>(world.getFirst().counters());
        posts.remove(Counter.VIEWS);
        EntitySeries alone = new EntitySeries(world.getFirst().entity(), "test", posts);

        assertThat(value("regime_calm", alone, CUT)).isBetween(0.0, 1.0);
        assertThat(value("futures_posts_whole", alone, CUT)).isPositive();
        assertThat(value("regime_under_way", alone, CUT)).isNaN();
        assertThat(value("regime_fresh", alone, CUT)).isNaN();
        assertThat(value("futures_growth", alone, CUT)).isNaN();
    }

    @Test
    void aCounterShownInStepsOfManyHoursIsFollowedByItsViews() {
        EntitySeries whole = Outbreaks.one("coarse", DAYS, 1, 8 * 24 - 24);
        EntitySeries coarse = with(whole, Counter.POSTS, rounded(whole.counter(Counter.POSTS).orElseThrow(), 10_000));

        assertThat(value("regime_calm", coarse, CUT)).isBetween(0.0, 1.0);
        assertThat(value("futures_growth", coarse, CUT)).isPositive();
    }

    /// A display of millions that has not moved for days is somewhere in its step: only futures that reach the next one grow.
    @Test
    void aRoundedDisplayGrowsInItsSteps() {
        EntitySeries whole = Outbreaks.one("calm", DAYS, 1, Outbreaks.NEVER);
        CounterSeries exact = whole.counter(Counter.VIEWS).orElseThrow();
        long level = exact.levelAt(CUT, Duration.ofHours(1)).getAsLong();
        long step = level / 3;
        EntitySeries coarse = with(whole, Counter.VIEWS, rounded(exact, step));
        double shown = level / step * step;

        for (String quantile : List.of("futures_growth_p5", "futures_growth_p50", "futures_growth_p95")) {
            double steps = Math.expm1(value(quantile, coarse, CUT)) * shown / step;
            assertThat(steps).as(quantile).isCloseTo(Math.rint(steps), within(1e-3));
        }
    }

    @Test
    void viewsWithoutPostsAreAnEpisodeAndDoNotChangeWhatAPostBrings() {
        EntitySeries honest = Outbreaks.one("calm", DAYS, 1, Outbreaks.NEVER);
        CounterSeries views = honest.counter(Counter.VIEWS).orElseThrow();
        long begin = CUT.minus(Duration.ofHours(30)).getEpochSecond();
        long bought = views.levelAt(CUT, Duration.ofHours(1)).getAsLong() / 5;
        int size = views.size();
        CounterSeries jump = CounterSeries.of(IntStream.range(0, size).mapToLong(views::epochSecondAt).toArray(),
                IntStream.range(0, size).mapToLong(i -> views.valueAt(i)
                        + (long) (bought * Math.clamp((views.epochSecondAt(i) - begin) / (5 * 3600.0), 0, 1)))
                        .toArray(),
                LongStream.generate(() -> 1).limit(size).toArray());
        EntitySeries boosted = with(honest, Counter.VIEWS, jump);

        assertThat(value("unexplained_episodes", honest, CUT)).isZero();
        assertThat(value("unexplained_hours", honest, CUT)).isNaN();
        assertThat(value("unexplained_episodes", boosted, CUT)).isEqualTo(1);
        assertThat(value("unexplained_hours", boosted, CUT)).isCloseTo(30, within(1.0));
        assertThat(value("unexplained_growth", boosted, CUT)).isCloseTo(Math.log(1.2), within(0.03));
        assertThat(value("unexplained_now", boosted, CUT)).isZero();
        assertThat(value("unexplained_now", boosted, CUT.minus(Duration.ofHours(26)))).isGreaterThan(0.02);
        assertThat(Math.expm1(value("regime_usual_growth", boosted, CUT)) * 1.2)
                .isCloseTo(Math.expm1(value("regime_usual_growth", honest, CUT)),
                        within(0.05 * value("regime_usual_growth", honest, CUT)));
    }

    private static EntitySeries with(EntitySeries whole, Counter counter, CounterSeries series) {
        Map<Counter, CounterSeries> counters = new HashMap<>(whole.counters());
        counters.put(counter, series);
        return new EntitySeries(whole.entity(), "test", counters);
    }

    private static CounterSeries rounded(CounterSeries exact, long step) {
        int size = exact.size();
        return CounterSeries.of(IntStream.range(0, size).mapToLong(exact::epochSecondAt).toArray(),
                IntStream.range(0, size).mapToLong(i -> exact.valueAt(i) / step * step).toArray(),
                LongStream.generate(() -> step).limit(size).toArray());
    }

    @Test
    void whatWasLearntRoundTripsAndDamagedBytesAreRefused() {
        byte[] learnt = Objects.requireNonNull(recipe.learnt());

        assertThat(Arrays.deepEquals(rows(UNLEARNT.with(learnt), world, CUT), rows(recipe, world, CUT))).isTrue();
        assertThat(UNLEARNT.with(learnt).learntInWords()).isEqualTo(recipe.learntInWords()).contains("branching");
        assertThatThrownBy(() -> UNLEARNT.with(Arrays.copyOf(learnt, learnt.length - 1)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must be whole");
        assertThatThrownBy(() -> UNLEARNT.with(Arrays.copyOf(learnt, learnt.length + 1)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must end after");
    }
}

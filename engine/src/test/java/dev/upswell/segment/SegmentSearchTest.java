package dev.upswell.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SegmentSearchTest {

    private static final int WORLDS = 200;
    private static final Segment YOUNG = new Segment("age", "0");

    /// How a made-up world departs from being forecast as well everywhere.
    ///
    /// @param entity deviation of what is peculiar to an entity, in log odds
    /// @param day deviation of what happens to all on a day
    /// @param segmentDay deviation of what happens to the parts of one dimension on a day
    private record Noise(double entity, double day, double segmentDay) {
    }

    /// A fortnight with two cuts a day of 300 entities, each in one part of nine dimensions with two to six parts.
    private static List<JudgedForecast> world(long seed, Noise noise,
            ToDoubleBiFunction<Set<Segment>, Double> truth) {
        List<JudgedForecast> all = new ArrayList<>();
        for (int entity = 0; entity < 300; entity++) {
            Dice dice = Dice.of(seed, "entity", entity);
            Set<Segment> segments = new HashSet<>();
            for (int dimension = 0; dimension < 9; dimension++) {
                int parts = 2 + dimension % 5;
                segments.add(new Segment(dimension == 0 ? "age" : "d" + dimension, "" + dice.below(parts)));
            }
            double peculiar = noise.entity() * dice.gaussian();
            for (int cut = 0; cut < 28; cut++) {
                int day = cut / 2;
                double stated = Math.exp(-2.2 + 0.9 * dice.gaussian());
                stated = stated / (1 + stated);
                double shift = peculiar + noise.day() * Dice.of(seed, "day", day).gaussian()
                        + noise.segmentDay() * segments.stream().filter(one -> one.dimension().equals("d3"))
                                .mapToDouble(one -> Dice.of(seed, "part " + one.value(), day).gaussian()).sum();
                double chance = truth.applyAsDouble(segments, stated);
                double odds = chance / (1 - chance) * Math.exp(shift - shift * shift / 8);
                all.add(new JudgedForecast("e" + entity, day, stated, dice.chance(odds / (1 + odds)), segments));
            }
        }
        return all;
    }

    private static SegmentSearch.Found found(List<JudgedForecast> world) {
        return new SegmentSearch(world, SearchSettings.usual()).find(7, Set.of());
    }

    /// In how many made-up worlds without any weakness something is found.
    private static long alarms(Noise noise) {
        return LongStream.range(0, WORLDS).parallel()
                .filter(seed -> !found(world(seed, noise, (_, stated) -> stated)).weaknesses().isEmpty()).count();
    }

    /// Of 200 worlds 5 % are 10.
    @Test
    void worldsForecastAsWellEverywhereYieldSomethingInOneOfTwentyAtMost() {
        assertThat(alarms(new Noise(0, 0, 0))).as("forecasts are right but for chance").isLessThanOrEqualTo(10);
        assertThat(alarms(new Noise(0.6, 0.6, 0))).as("entities and days have ways of their own")
                .isLessThanOrEqualTo(10);
        assertThat(alarms(new Noise(0.6, 0.3, 0.6))).as("and each part of a dimension has days of its own")
                .isLessThanOrEqualTo(10);
    }

    @Test
    void aSegmentOfWhichMoreSurgeThanStatedIsFoundAndNothingElse() {
        List<JudgedForecast> world = world(1, new Noise(0.3, 0.2, 0),
                (segments, stated) -> segments.contains(YOUNG) ? Math.min(0.9, 1.8 * stated) : stated);

        SegmentSearch.Found found = found(world);

        assertThat(found.weaknesses()).hasSize(1);
        Weakness only = found.weaknesses().getFirst();
        assertThat(only.segment()).isEqualTo(YOUNG);
        assertThat(only.fault()).isEqualTo(Fault.TOO_LOW);
        assertThat(only.adjusted()).isLessThan(0.001);
        Measured measured = only.confirmed();
        assertThat(measured.inside()).isCloseTo(measured.told().came() - measured.told().stated(), within(1e-12));
        assertThat(measured.low()).isPositive().isLessThan(measured.apart());
        assertThat(measured.high()).isGreaterThan(measured.apart());
        assertThat(measured.told().entities()).isBetween(60, 90);
        assertThat(measured.told().forecasts()).isEqualTo(28 * measured.told().entities());
        assertThat(found.looked()).isBetween(28, 34);
    }

    @Test
    void overstatedSegmentsAndThoseToldApartWorseAreFoundAsWhatTheyAre() {
        assertThat(found(world(2, new Noise(0.3, 0.2, 0),
                (segments, stated) -> segments.contains(YOUNG) ? 0.3 * stated : stated)).weaknesses())
                .extracting(Weakness::segment, Weakness::fault).containsExactly(tuple(YOUNG, Fault.TOO_HIGH));
        // Among the young all surge as often whatever was stated, and as often as was stated of them in the mean.
        assertThat(found(world(3, new Noise(0, 0, 0),
                (segments, stated) -> segments.contains(YOUNG) ? 0.132 : Math.min(0.95, 3 * stated * stated + stated)))
                .weaknesses()).extracting(Weakness::segment, Weakness::fault).contains(tuple(YOUNG, Fault.UNSURE));
    }

    @Test
    void aHandfulOfEntitiesIsNoSegment() {
        List<JudgedForecast> world = world(4, new Noise(0, 0, 0), (_, stated) -> stated).stream()
                .map(one -> Integer.parseInt(one.entity().substring(1)) < 12
                        ? new JudgedForecast(one.entity(), one.day(), one.stated(), true,
                                Set.of(new Segment("size", "tiny")))
                        : one)
                .toList();

        assertThat(found(world).weaknesses()).extracting(Weakness::segment)
                .doesNotContain(new Segment("size", "tiny"));
        assertThat(new SegmentSearch(world, SearchSettings.usual()).measure(new Segment("size", "tiny"),
                Fault.TOO_LOW)).isEmpty();
    }

    @Test
    void aSegmentUnderTwoNamesIsSaidOnce() {
        List<JudgedForecast> world = world(1, new Noise(0.3, 0.2, 0),
                (segments, stated) -> segments.contains(YOUNG) ? Math.min(0.9, 1.8 * stated) : stated).stream()
                .map(one -> {
                    Set<Segment> both = new HashSet<>(one.segments());
                    both.add(new Segment("zeal", one.segments().contains(YOUNG) ? "new" : "old"));
                    return new JudgedForecast(one.entity(), one.day(), one.stated(), one.came(), both);
                }).toList();

        assertThat(found(world).weaknesses()).hasSize(1);
    }

    /// What was stated high is too low by more only because the young among it are.
    @Test
    void theShadowOfASegmentIsNotTold() {
        List<JudgedForecast> world = world(6, new Noise(0.3, 0.2, 0),
                (segments, stated) -> segments.contains(YOUNG) ? Math.min(0.95, 2.5 * stated) : stated).stream()
                .map(one -> {
                    Set<Segment> more = new HashSet<>(one.segments());
                    more.add(new Segment("stated", one.stated() > 0.2 ? "high" : "low"));
                    return new JudgedForecast(one.entity(), one.day(), one.stated(), one.came(), more);
                }).toList();

        assertThat(new SegmentSearch(world, SearchSettings.usual()).measure(new Segment("stated", "high"),
                Fault.TOO_LOW).orElseThrow().low()).as("the shadow").isPositive();
        assertThat(found(world).weaknesses()).extracting(Weakness::segment).containsExactly(YOUNG);
    }

    @Test
    void theSameForecastsGiveTheSameFindings() {
        List<JudgedForecast> world = world(5, new Noise(0.6, 0.6, 0), (_, stated) -> stated);

        assertThat(found(world)).isEqualTo(found(world));
        assertThat(found(List.of())).isEqualTo(new SegmentSearch.Found(List.of(), 0, 0));
    }

    /// Three forecasts of each of four entities on six days, worked out by hand: inside 2 of 4 came true of 1 stated.
    @Test
    void aDifferenceIsThatOfTheShares() {
        List<JudgedForecast> few = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            boolean inside = i % 4 < 2;
            few.add(new JudgedForecast("e" + i % 4, i / 4, 0.25, i % 2 == 0 && inside || i % 12 == 3,
                    inside ? Set.of(YOUNG) : Set.of()));
        }
        SearchSettings small = new SearchSettings(0.05, 0.05, 5, 0.02, 0.1, new SearchSettings.Sizes(2, 2, 0.1));

        Measured measured = new SegmentSearch(few, small).measure(YOUNG, Fault.TOO_LOW).orElseThrow();

        assertThat(measured.told()).isEqualTo(new Measured.Told(2, 12, 0.25, 0.5));
        assertThat(measured.inside()).isEqualTo(0.25);
        assertThat(measured.elsewhere()).isCloseTo(2 / 12.0 - 0.25, within(1e-12));
    }
}

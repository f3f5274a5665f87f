package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.feature.CutContext;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.feature.PastReadings;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.Fingerprint;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.timeline.CounterSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// What is known at a cut does not hang on anything that comes after it, and a feature that peeks is found out by that.
///
/// Each world is played on from the cut in two ways: hashtags vanish, go on otherwise or at other times, or are first seen.
/// The labels of both are computed from all that was ever read, as a backtest does.
class LaterDataTest {

    private static final SurgeProtocol PROTOCOL = SurgeProtocol.DAILY.every(Duration.ofHours(6)).minEligible(5);
    private static final TrainSettings SETTINGS = new TrainSettings(PROTOCOL, HashtagFeatures.RECIPE,
            SurgeModelTest.QUICK.trees(),
            SurgeModelTest.QUICK.rangeTrees(), new LogisticRegression.Settings(10, 0.5), SurgeModelTest.SMALL_NETWORK,
            Calibration.Kind.BETA, 56, 3,
            20, "test");
    private static final long START = Worlds.START.getEpochSecond();
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final int HASHTAGS = 10;

    @Property(tries = 60)
    void featuresOfEveryCutSoFarStayAsTheyAre(@ForAll long seed) {
        TwoFutures world = TwoFutures.of(new Random(seed));

        assertThat(said(world.one(), world.cut(), SurgeRows.CutRows::of))
                .isEqualTo(said(world.other(), world.cut(), SurgeRows.CutRows::of)).isNotEmpty();
    }

    @Property(tries = 60)
    void trainingRowsKnownAtTheCutStayAsTheyAre(@ForAll long seed) {
        TwoFutures world = TwoFutures.of(new Random(seed));

        assertThat(known(world.one(), world.cut())).isEqualTo(known(world.other(), world.cut()))
                .doesNotStartWith("0 rows");
    }

    @Test
    void modelsTrainedAtTheCutStayAsTheyAre() {
        for (long seed = 0; seed < 3; seed++) {
            TwoFutures world = TwoFutures.of(new Random(seed));

            assertThat(models(world.one(), world.cut())).isEqualTo(models(world.other(), world.cut()));
        }
    }

    /// The test of the test: growth read a day ahead in the place of growth, under a safe name that the guard lets pass.
    @Test
    void aFeatureThatPeeksADayAheadIsFound() {
        int column = HashtagFeatures.V1.indexOf("growth_24h");
        Seeing peeking = (book, recipe, labels, cut) -> {
            SurgeRows.CutRows rows = SurgeRows.CutRows.of(book, recipe, labels, cut);
            for (int i = 0; i < rows.size(); i++) {
                var later = book.level(rows.entities()[i], cut + DAY);
                rows.rows()[i][column] = later.isPresent()
                        ? (float) Math.log((double) later.getAsLong() / rows.levels()[i])
                        : Float.NaN;
            }
            return rows;
        };

        assertFound(peeking);
    }

    @Test
    void outcomesTakenOneCutTooSoonAreFound() {
        assertFound((book, recipe, labels, cut) -> {
            SurgeRows.CutRows rows = SurgeRows.CutRows.of(book, recipe, labels, cut);
            CutContext context = labels.context(cut, 0);
            List<FeatureRecipe.Subject> subjects = Arrays.stream(rows.entities())
                    .mapToObj(i -> new FeatureRecipe.Subject(PastReadings.asOf(book.series(i), context.cut()),
                            labels.outcomes(i, cut + PROTOCOL.step()), book.companions(i, context.cut())))
                    .toList();
            return new SurgeRows.CutRows(cut, rows.entities(), rows.levels(), recipe.at(context, subjects));
        });
    }

    private static void assertFound(Seeing leak) {
        for (long seed = 0; seed < 10; seed++) {
            TwoFutures world = TwoFutures.of(new Random(seed));

            assertThat(said(world.one(), world.cut(), leak)).as("seed %d", seed)
                    .isNotEqualTo(said(world.other(), world.cut(), leak));
        }
    }

    /// A way to make the feature vectors of a cut.
    private interface Seeing {

        SurgeRows.CutRows of(EntityBook book, FeatureRecipe recipe, LabelTable labels, long cut);
    }

    /// The vectors of all hashtags at all cuts up to this one.
    private static Map<String, List<Float>> said(Map<EntityId, CounterSeries> views, long cut, Seeing seeing) {
        EntityBook book = Worlds.book(views, PROTOCOL);
        LabelTable labels = labels(book);
        Map<String, List<Float>> all = new LinkedHashMap<>();
        LabelTable.grid(book.firstSecond(), cut, PROTOCOL.step()).forEach(at -> {
            SurgeRows.CutRows rows = seeing.of(book, HashtagFeatures.RECIPE, labels, at);
            for (int i = 0; i < rows.size(); i++) {
                List<Float> row = new ArrayList<>();
                for (float value : rows.rows()[i]) {
                    row.add(value);
                }
                all.put(at + " " + book.entity(rows.entities()[i]), row);
            }
        });
        return all;
    }

    /// The rows, labels, growths and entity numbers that a training at this cut learns from.
    private static String known(Map<EntityId, CounterSeries> views, long cut) {
        EntityBook book = Worlds.book(views, PROTOCOL);
        SurgeRows rows = SurgeRows.of(book, HashtagFeatures.RECIPE, labels(book), book.firstSecond(),
                book.lastSecond());
        RawModels models = new RawModels(book, rows.labelled(), rows.outcomes(), SETTINGS,
                RawModels.Renewal.ALWAYS);
        var known = models.knownRows(cut);
        return known.size() + " rows " + Fingerprint.of(known) + " growths "
                + Arrays.hashCode(Arrays.copyOf(models.growths(), known.size()));
    }

    private static List<String> models(Map<EntityId, CounterSeries> views, long cut) {
        return SurgeTrainer
                .train(List.copyOf(SurgeKind.TRAINED), Worlds.watched(views), Instant.ofEpochSecond(cut), SETTINGS)
                .stream().map(model -> model.record().toString()).toList();
    }

    private static LabelTable labels(EntityBook book) {
        return LabelTable.of(book, book.firstSecond(), book.lastSecond());
    }

    /// One past and two ways in which it went on after the cut.
    private record TwoFutures(long cut, Map<EntityId, CounterSeries> one, Map<EntityId, CounterSeries> other) {

        static TwoFutures of(Random random) {
            long cut = START + (12 + random.nextInt(8)) * 6 * HOUR
                    + (random.nextInt(3) == 0 ? 0 : random.nextInt(7200));
            Map<EntityId, CounterSeries> past = new LinkedHashMap<>();
            for (int i = 0; i < HASHTAGS; i++) {
                long from = START + (random.nextInt(4) == 0 ? random.nextInt((int) (2 * DAY)) : 0);
                past.put(EntityId.hashtag("tag%02d".formatted(2 * i)),
                        series(random, from, cut, 15_000 + random.nextInt(500_000)));
            }
            return new TwoFutures(cut, played(past, cut, random, "a"), played(past, cut, random, "b"));
        }

        private static Map<EntityId, CounterSeries> played(Map<EntityId, CounterSeries> past, long cut, Random random,
                String newcomers) {
            Map<EntityId, CounterSeries> world = new LinkedHashMap<>();
            past.forEach((id, known) -> {
                long level = known.size() == 0 ? 20_000 : known.valueAt(known.size() - 1);
                world.put(id, random.nextInt(6) == 0
                        ? known
                        : joined(known, series(random, cut + 1, cut + 3 * DAY, level)));
            });
            for (int i = random.nextInt(4); i >= 0; i--) {
                world.put(EntityId.hashtag("tag%02d%s".formatted(random.nextInt(20), newcomers)),
                        series(random, cut + 1, cut + 3 * DAY, 30_000));
            }
            return world;
        }

        /// Readings about every three hours in [from, to], rounded to hundreds.
        private static CounterSeries series(Random random, long from, long to, long first) {
            List<long[]> readings = new ArrayList<>();
            double level = first;
            for (long at = from; at <= to; at += 2 * HOUR + random.nextInt(7200)) {
                readings.add(new long[]{at, Math.round(level / 100) * 100});
                level *= 1 + 0.02 * random.nextDouble() * random.nextDouble() + (random.nextInt(25) == 0 ? 0.1 : 0);
            }
            return of(readings.stream().mapToLong(one -> one[0]), readings.stream().mapToLong(one -> one[1]));
        }

        private static CounterSeries joined(CounterSeries before, CounterSeries after) {
            return of(LongStream.concat(LongStream.range(0, before.size()).map(i -> before.epochSecondAt((int) i)),
                    LongStream.range(0, after.size()).map(i -> after.epochSecondAt((int) i))),
                    LongStream.concat(LongStream.range(0, before.size()).map(i -> before.valueAt((int) i)),
                            LongStream.range(0, after.size()).map(i -> after.valueAt((int) i))));
        }

        private static CounterSeries of(LongStream times, LongStream values) {
            long[] read = values.toArray();
            return CounterSeries.of(times.toArray(), read, LongStream.generate(() -> 100).limit(read.length).toArray());
        }
    }
}

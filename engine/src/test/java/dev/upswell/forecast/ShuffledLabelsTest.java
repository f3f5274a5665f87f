package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.EntityId;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.ScoredPairs;
import dev.upswell.learn.TreeSettings;
import dev.upswell.timeline.CounterSeries;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whether models find something where nothing can be found: outcomes dealt out anew among the hashtags of each cut.
///
/// The outcomes are dealt before the features are computed, so that labels, past-outcome features, recent bars and the
/// judged pairs all come of the same deal: whatever of a row's own outcome reached its features would lift the AUC.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShuffledLabelsTest {

    private static final int HASHTAGS = 160;
    private static final int REPEATS = 10;
    private static final SurgeProtocol SIX_HOURS = SurgeProtocol.DAILY.every(Duration.ofHours(6)).minEligible(60);
    private static final TrainSettings SETTINGS = new TrainSettings(SIX_HOURS, HashtagFeatures.RECIPE,
            new TreeSettings(40, 3, 0.1, 0.8, 0.5, 5, 1, 32, 1, 0, 7),
            new TreeSettings(5, 3, 0.3, 0.8, 0.5, 5, 1, 32, 1, 0, 7), new LogisticRegression.Settings(10, 0.3),
            SurgeModelTest.SMALL_NETWORK,
            Calibration.Kind.BETA, 5, 10, 0, "test");
    private static final long FIRST = Worlds.START.getEpochSecond();
    private static final long TRAINED_AT = FIRST + 14 * 86_400;
    private static final long LAST = FIRST + 28 * 86_400;

    private final EntityBook book = Worlds.book(everyThirdReading(Worlds.hourly(HASHTAGS, 29, 11)), SIX_HOURS);
    private final LabelTable truth = LabelTable.of(book, FIRST, LAST + SIX_HOURS.horizonSeconds());
    private List<SurgeRows> deals = List.of();

    @BeforeAll
    void deal() {
        deals = IntStream.range(0, REPEATS).mapToObj(repeat -> rows(dealt(book, truth, new Random(100 + repeat))))
                .toList();
    }

    /// A model that knows nothing has an AUC of 0.5 with the standard error of Mann and Whitney's statistic; the deals are
    /// independent, so their mean errs by that over the square root of their number. Here that is below 0.005, so 0.02 is
    /// more than four standard errors away: chance alone breaks this test less than once in ten thousand seeds.
    @ParameterizedTest
    @EnumSource(names = {"LOGISTIC", "TREES"})
    void outcomesDealtAmongTheHashtagsOfACutCannotBeForetold(SurgeKind kind) {
        double[] aucs = deals.stream().mapToDouble(rows -> auc(kind, rows.labelled(), rows)).toArray();
        double mean = Arrays.stream(aucs).average().orElseThrow();
        double standardError = nullError(judged(deals.getFirst().labelled())) / Math.sqrt(REPEATS);

        assertThat(standardError).isLessThan(0.005);
        assertThat(mean).as("%s, each %s, standard error of the mean %.4f", kind, Arrays.toString(aucs), standardError)
                .isCloseTo(0.5, within(0.02));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGISTIC", "TREES"})
    void theSameRowsWithTheirOwnOutcomesCanBeForetold(SurgeKind kind) {
        SurgeRows rows = rows(truth);

        assertThat(auc(kind, rows.labelled(), rows)).isGreaterThan(0.7);
    }

    /// Under a safe name, which the guard lets pass.
    @ParameterizedTest
    @EnumSource(names = {"LOGISTIC", "TREES"})
    void aFeatureThatPeeksADayAheadStandsOutInBoth(SurgeKind kind) {
        SurgeRows own = rows(truth);
        SurgeRows dealt = deals.getFirst();

        assertThat(auc(kind, peeking(own), own)).isGreaterThan(0.95);
        assertThat(auc(kind, peeking(dealt), dealt)).isGreaterThan(0.95);
    }

    @Test
    void aDealKeepsTheGrowthsOfEachCut() {
        for (CutLabels cut : truth.all()) {
            CutLabels dealt = deals.getFirst().labels().at(cut.cut()).orElseThrow();

            assertThat(dealt.surges()).isEqualTo(cut.surges()).isEqualTo(HASHTAGS / 20);
            assertThat(dealt.growths()).containsExactlyInAnyOrder(cut.growths());
        }
    }

    /// A third of the readings costs a third of the time; labels and most features look no closer.
    private static Map<EntityId, CounterSeries> everyThirdReading(Map<EntityId, CounterSeries> world) {
        Map<EntityId, CounterSeries> thinned = new LinkedHashMap<>();
        world.forEach((id, series) -> {
            int[] kept = IntStream.range(0, series.size()).filter(i -> i % 3 == 0).toArray();
            thinned.put(id, CounterSeries.of(Arrays.stream(kept).mapToLong(series::epochSecondAt).toArray(),
                    Arrays.stream(kept).mapToLong(series::valueAt).toArray(),
                    Arrays.stream(kept).mapToLong(series::resolutionAt).toArray()));
        });
        return thinned;
    }

    private SurgeRows rows(LabelTable labels) {
        return SurgeRows.of(book, HashtagFeatures.RECIPE, labels, FIRST, LAST);
    }

    /// The growths of each cut dealt anew among its hashtags.
    static LabelTable dealt(EntityBook book, LabelTable table, Random random) {
        return LabelTable.of(book, table.all().stream().map(cut -> {
            List<Double> growths = Arrays.asList(Arrays.stream(cut.growths()).boxed().toArray(Double[]::new));
            Collections.shuffle(growths, random);
            return cut.withGrowths(growths.stream().mapToDouble(Double::doubleValue).toArray());
        }).toList());
    }

    /// The rows with the growth that is to be foretold in the place of the growth of the last day.
    private static Dataset peeking(SurgeRows rows) {
        Dataset honest = rows.labelled();
        float[] values = honest.values().clone();
        float[] growths = rows.outcomes().growths();
        int column = HashtagFeatures.V1.indexOf("growth_24h");
        for (int row = 0; row < honest.size(); row++) {
            values[row * honest.columns().size() + column] = growths[row];
        }
        return new Dataset(honest.columns(), values, honest.labels(), honest.entities(), honest.cuts());
    }

    private double auc(SurgeKind kind, Dataset all, SurgeRows rows) {
        return auc(kind, new RawModels(book, all, rows.outcomes(), SETTINGS, RawModels.Renewal.ALWAYS), TRAINED_AT,
                judged(all));
    }

    /// The AUC on these rows of a fit on what was known at one instant.
    static double auc(SurgeKind kind, RawModels models, long trainedAt, Dataset judged) {
        double[] scores = models.score(kind, trainedAt).of(models.asked(judged));
        return Evaluation.of(new ScoredPairs(scores, judged.labels(), judged.entities(), judged.cuts()), 0, 1)
                .orElseThrow().value(Figure.AUC);
    }

    private static Dataset judged(Dataset all) {
        return all.slice(all.firstAt(TRAINED_AT), all.size());
    }

    /// **source** Mann and Whitney, On a test of whether one of two random variables is stochastically larger (1947).
    static double nullError(Dataset rows) {
        double positives = rows.positives();
        double negatives = rows.size() - positives;
        return Math.sqrt((positives + negatives + 1) / (12 * positives * negatives));
    }
}

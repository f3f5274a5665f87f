package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.companion.OutbreakFeatures;
import dev.upswell.companion.RememberedOutbreaks;
import dev.upswell.feature.FeatureRecipe;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// [ShuffledLabelsTest] on the fourth feature set, whose constants were learnt when the model was trained.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShuffledOutbreakLabelsTest {

    private static final int HASHTAGS = 100;
    private static final int REPEATS = 10;
    private static final SurgeProtocol SIX_HOURS = SurgeProtocol.DAILY.every(Duration.ofHours(6)).minEligible(60);
    private static final long FIRST = Worlds.START.getEpochSecond();
    private static final long TRAINED_AT = FIRST + 9 * 86_400;
    private static final long LAST = FIRST + 27 * 86_400;
    /// The constants are learnt from so many of the hashtags.
    private static final int TEACHERS = 30;

    private final EntityBook book = EntityBook.of(Worlds.accompanied(HASHTAGS, 29, 11), SIX_HOURS);
    private final LabelTable truth = LabelTable.of(book, FIRST, LAST + SIX_HOURS.horizonSeconds());
    private final FeatureRecipe recipe = RememberedOutbreaks.recipe()
            .learn(book.known(Instant.ofEpochSecond(TRAINED_AT)).subList(0, TEACHERS));
    private final TrainSettings settings = new TrainSettings(SIX_HOURS, recipe,
            new TreeSettings(40, 3, 0.1, 0.8, 0.5, 5, 1, 32, 1, 0, 7),
            new TreeSettings(5, 3, 0.3, 0.8, 0.5, 5, 1, 32, 1, 0, 7), new LogisticRegression.Settings(10, 0.3),
            SurgeModelTest.SMALL_NETWORK, Calibration.Kind.BETA, 5, 10, 0, "test");
    private List<SurgeRows> deals = List.of();

    @BeforeAll
    void deal() {
        deals = IntStream.range(0, REPEATS)
                .mapToObj(repeat -> rows(ShuffledLabelsTest.dealt(book, truth, new Random(100 + repeat)))).toList();
    }

    /// As in [ShuffledLabelsTest] chance alone breaks this less than once in ten thousand seeds.
    @ParameterizedTest
    @EnumSource(names = {"LOGISTIC", "TREES"})
    void outcomesDealtAmongTheHashtagsOfACutCannotBeForetold(SurgeKind kind) {
        double[] aucs = deals.stream().mapToDouble(rows -> auc(kind, rows)).toArray();
        double mean = Arrays.stream(aucs).average().orElseThrow();
        double standardError = ShuffledLabelsTest.nullError(judged(deals.getFirst().labelled())) / Math.sqrt(REPEATS);

        assertThat(standardError).isLessThan(0.005);
        assertThat(mean).as("%s, each %s, standard error of the mean %.4f", kind, Arrays.toString(aucs), standardError)
                .isCloseTo(0.5, within(0.02));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGISTIC", "TREES"})
    void theSameRowsWithTheirOwnOutcomesCanBeForetold(SurgeKind kind) {
        assertThat(auc(kind, rows(truth))).isGreaterThan(0.7);
    }

    /// What is remembered from deal to deal is what the set itself computes under another deal, outbreaks included.
    @Test
    void rememberedVectorsAreThoseOfTheSet() {
        FeatureRecipe plain = OutbreakFeatures.RECIPE.with(Objects.requireNonNull(recipe.learnt()));
        LabelTable labels = deals.getLast().labels();
        int pace = OutbreakFeatures.V4.indexOf("regime_pace");
        int pass = OutbreakFeatures.V4.indexOf("futures_pass_bar");

        assertThat(recipe.set().names()).isEqualTo(OutbreakFeatures.V4.names());
        for (long cut : new long[]{TRAINED_AT - 86_400, TRAINED_AT, LAST - 6 * 3600}) {
            float[][] remembered = SurgeRows.CutRows.of(book, recipe, labels, cut).rows();
            float[][] computed = SurgeRows.CutRows.of(book, plain, labels, cut).rows();

            assertThat(Arrays.deepEquals(remembered, computed)).as("vectors of cut %d", cut).isTrue();
            assertThat(List.of(remembered)).anyMatch(row -> !Float.isNaN(row[pace]) && !Float.isNaN(row[pass]));
        }
    }

    private SurgeRows rows(LabelTable labels) {
        return SurgeRows.of(book, recipe, labels, FIRST, LAST);
    }

    private double auc(SurgeKind kind, SurgeRows rows) {
        Dataset all = rows.labelled();
        RawModels models = new RawModels(book, all, rows.outcomes(), settings, RawModels.Renewal.ALWAYS);
        return ShuffledLabelsTest.auc(kind, models, TRAINED_AT, judged(all));
    }

    private static Dataset judged(Dataset all) {
        return all.slice(all.firstAt(TRAINED_AT), all.size());
    }
}

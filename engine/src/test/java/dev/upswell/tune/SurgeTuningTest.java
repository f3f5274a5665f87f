package dev.upswell.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.companion.CompanionFeatures;
import dev.upswell.content.EntityId;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.SurgeTrainer;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.forecast.Worlds;
import dev.upswell.learn.Dataset;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurgeTuningTest {

    private static final Instant NOW = Worlds.START.plus(Duration.ofDays(12));
    private static final SurgeProtocol PROTOCOL = SurgeProtocol.DAILY.every(Duration.ofHours(6)).minEligible(10);
    private static final TrainSettings USUAL = TrainSettings.STANDARD.protocol(PROTOCOL)
            .trees(new TreeSettings(20, 3, 0.2, 0.8, 0.6, 2, 1, 32, 1, 0, 7))
            .logistic(new LogisticRegression.Settings(10, 1));

    private static TuningRequest request(TrainSettings usual, int trials) {
        return new TuningRequest(usual, List.of(), Budget.ofTrials(trials), Budget.ofTrials(1), 3);
    }

    private static TuningReport report(Map<EntityId, EntitySeries> world, TuningRequest request) {
        return SurgeTuning.run(world, NOW, request, drawn -> {
        }).orElseThrow();
    }

    /// The whole search, its choice included, hangs on nothing that comes after the training instant.
    @Test
    void laterReadingsChangeNothing() {
        TuningReport known = report(Worlds.watched(Worlds.hourly(90, 12, 4)), request(USUAL, 3));
        TuningReport withMore = report(Worlds.watched(Worlds.hourly(90, 16, 4)), request(USUAL, 3));

        assertThat(withMore).isEqualTo(known);
        assertThat(known.trees().trials()).hasSize(3);
        assertThat(known.regression().trials()).hasSize(1);
    }

    @Test
    void aPlantedOutcomeIsRefused() {
        SurgeTrainer.Known known = SurgeTrainer.known(Worlds.watched(Worlds.hourly(90, 12, 4)), NOW, USUAL);
        Folds folds = Folds.of(known.rows(), known.knownAt(), USUAL.minPositives()).orElseThrow();
        List<String> columns = new ArrayList<>(known.rows().columns());
        columns.set(0, HashtagFeatures.OUTCOMES.getFirst().name());
        Dataset planted = new Dataset(columns, known.rows().values(), known.rows().labels(), known.rows().entities(),
                known.rows().cuts());

        assertThatThrownBy(() -> new SurgeTuning(request(USUAL, 1), planted, folds, drawn -> {
        })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(columns.getFirst());
    }

    @Test
    void candidatesAreJudgedOnTheNewestThirdOfTheWindow() {
        TuningReport report = report(Worlds.watched(Worlds.hourly(90, 12, 4)), request(USUAL, 0));

        assertThat(report.judgedFrom()).isBetween(Worlds.START.plus(Duration.ofDays(7)),
                Worlds.START.plus(Duration.ofDays(9)));
        assertThat(report.confirmedFrom()).isAfter(report.judgedFrom()).isBefore(NOW);
        assertThat(report.adopted()).isFalse();
    }

    @Test
    void narrowerFeatureSetsAreAmongTheCandidates() {
        TuningReport report = report(Worlds.watched(Worlds.hourly(90, 12, 4)),
                request(USUAL.features(CompanionFeatures.RECIPE), 4));

        assertThat(report.trees().trials()).extracting(trial -> trial.candidate().featureSet())
                .contains(null, HashtagFeatures.V1.version());
    }

    @Test
    void theUsualTreesHeldToKnownDirectionsAreAmongTheCandidates() {
        TuningReport report = report(Worlds.watched(Worlds.hourly(90, 12, 4)), request(USUAL, 2));

        assertThat(report.trees().trials()).extracting(trial -> trial.candidate().trees())
                .contains(USUAL.trees().monotone(true));
    }

    @Test
    void anEarlierFindingOfASetThatNoLongerSuitsIsLeftOut() {
        TreeChoice gone = new TreeChoice("feature_set_v2", USUAL.trees());
        TuningRequest request = new TuningRequest(USUAL, List.of(gone), Budget.ofTrials(1), Budget.ofTrials(0), 3);

        TuningReport report = report(Worlds.watched(Worlds.hourly(90, 12, 4)), request);

        assertThat(report.trees().trials()).extracting(trial -> trial.candidate().featureSet()).containsOnlyNulls();
    }

    @Test
    void thereIsNothingToSearchOnWithTooFewSurges() {
        assertThat(SurgeTuning.run(Worlds.watched(Worlds.hourly(30, 2, 4)),
                Worlds.START.plus(Duration.ofDays(2)), request(USUAL, 3), drawn -> {
                })).isEmpty();
    }
}

package dev.upswell.forecast;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityId;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import dev.upswell.timeline.CounterSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SurgeBacktestTest {

    private static final Instant FROM = Worlds.START.plus(Duration.ofDays(7));
    private static final Instant TO = Worlds.START.plus(Duration.ofDays(11));

    private static final Map<EntityId, CounterSeries> WORLD = Worlds.hourly(60, 13, 3);
    private static final BacktestSettings SETTINGS = new BacktestSettings(FROM, TO, Duration.ofDays(2),
            SurgeKind.TRAINED, SurgeModelTest.QUICK, 40);
    private static final BacktestSettings TREES_ONLY = new BacktestSettings(FROM, TO, Duration.ofDays(2),
            EnumSet.of(SurgeKind.TREES), SurgeModelTest.QUICK, 10);
    private static final List<String> HEARD = new ArrayList<>();
    private static final BacktestReport REPORT = SurgeBacktest.run(Worlds.watched(WORLD), SETTINGS,
            (done, total, what) -> HEARD.add(done + "/" + total));

    @Test
    void everyEligiblePairGetsAProbabilityFromEveryKind() {
        assertThat(REPORT.results()).containsOnlyKeys(SurgeKind.TRAINED);
        assertThat(REPORT.pairs().size()).isEqualTo(17 * 60);
        assertThat(REPORT.skipped()).isEmpty();
        assertThat(REPORT.trainings()).hasSize(3).allMatch(training -> training.rows() > 0);
        assertThat(HEARD).startsWith("0/1").endsWith("3/3");
        assertThat(requireNonNull(REPORT.range()).coverage()).isBetween(0.75, 1.0);
        for (SurgeKind kind : SurgeKind.TRAINED) {
            assertThat(evaluation(kind).pairs()).isEqualTo(17 * 60);
        }
    }

    @Test
    void modelsBeatThePrevalenceWhereGrowthPersists() {
        BacktestReport.Result trees = REPORT.results().get(SurgeKind.TREES);
        BacktestReport.Result prevalence = REPORT.results().get(SurgeKind.PREVALENCE);
        assertThat(trees.beats(prevalence)).isTrue();
        assertThat(evaluation(SurgeKind.PREVALENCE).value(Figure.AUC)).isBetween(0.4, 0.6);
        assertThat(requireNonNull(prevalence.lossToTrees()).value()).isPositive();
    }

    @Test
    void rowsThatAreLeftOutTeachNothingAndAreJudgedAllTheSame() {
        EntityId odd = EntityId.hashtag("tag007");
        TrainSettings without = SurgeModelTest.QUICK
                .leftOut(new TrainSettings.LeftOut("odd", (entity, cut) -> entity.equals(odd)));

        BacktestReport report = SurgeBacktest.run(Worlds.watched(WORLD), new BacktestSettings(FROM, TO,
                Duration.ofDays(2), EnumSet.of(SurgeKind.TREES), without, 10), SurgeBacktest.Progress.SILENT);

        assertThat(report.pairs().size()).isEqualTo(REPORT.pairs().size());
        for (int i = 0; i < report.trainings().size(); i++) {
            int rows = REPORT.trainings().get(i).rows();
            assertThat(report.trainings().get(i).rows()).isEqualTo(rows - rows / 60);
        }
        TrainedSurgeModel model = SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(WORLD), FROM, without);
        TrainedSurgeModel usual = SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(WORLD), FROM,
                SurgeModelTest.QUICK);
        assertThat(model.record().settings()).containsEntry("leftOut", "odd");
        assertThat(model.record().metrics()).containsEntry("leftOut", usual.record().rows() / 60.0);
        assertThat(model.record().rows()).isEqualTo(usual.record().rows() * 59 / 60);
        assertThat(usual.record().settings()).doesNotContainKey("leftOut");
        assertThat(usual.record().metrics()).doesNotContainKey("leftOut");
    }

    @Test
    void theReportKeepsItsResultsInTheOrderOfTheKinds() {
        assertThat(REPORT.results().keySet()).containsExactlyElementsOf(SurgeKind.TRAINED);
        assertThatThrownBy(() -> REPORT.results().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Evaluation evaluation(SurgeKind kind) {
        return requireNonNull(requireNonNull(REPORT.results().get(kind)).evaluation());
    }

    @Test
    void aBacktestSaysWhatTheModelTrainedThenWouldHaveSaid() {
        Map<EntityId, Double> model = SurgeModel
                .load(SurgeTrainer.train(SurgeKind.TREES, Worlds.watched(WORLD), FROM, SurgeModelTest.QUICK).artefact())
                .predict(Worlds.watched(WORLD), FROM).stream()
                .collect(Collectors.toMap(SurgePrediction::entity, SurgePrediction::probability));

        for (int i = 0; i < 60; i++) {
            assertThat(REPORT.pairs().cutAt(i)).isEqualTo(FROM);
            assertThat(REPORT.pairs().probability(SurgeKind.TREES, i))
                    .isEqualTo(model.get(REPORT.pairs().entityAt(i)));
        }
    }

    @Test
    void readingsAfterTheLastHorizonChangeNothing() {
        Map<EntityId, CounterSeries> known = new LinkedHashMap<>();
        WORLD.forEach((id, series) -> known.put(id, series.until(TO.plus(Duration.ofHours(24)))));

        BacktestReport some = SurgeBacktest.run(Worlds.watched(known), TREES_ONLY, SurgeBacktest.Progress.SILENT);
        BacktestReport all = SurgeBacktest.run(Worlds.watched(WORLD), TREES_ONLY, SurgeBacktest.Progress.SILENT);

        assertThat(some.results()).isEqualTo(all.results());
    }

    @Test
    void pairsOfACutStandInTheOrderOfTheCallersMap() {
        Map<EntityId, CounterSeries> reversed = new LinkedHashMap<>();
        List.copyOf(WORLD.keySet()).reversed().forEach(id -> reversed.put(id, WORLD.get(id)));

        BacktestPairs pairs = SurgeBacktest.run(Worlds.watched(reversed), TREES_ONLY, SurgeBacktest.Progress.SILENT)
                .pairs();

        assertThat(pairs.entityAt(0)).isEqualTo(EntityId.hashtag("tag059"));
    }

    @Test
    void withoutHistoryEveryKindIsThePrevalenceAndSaysSo() {
        BacktestReport report = SurgeBacktest.run(Worlds.watched(WORLD),
                new BacktestSettings(Worlds.START.plus(Duration.ofHours(24)),
                        Worlds.START.plus(Duration.ofHours(48)), Duration.ofDays(2), EnumSet.of(SurgeKind.TREES),
                        SurgeModelTest.QUICK, 10),
                SurgeBacktest.Progress.SILENT);

        assertThat(report.trainings().getFirst().notes().get(SurgeKind.TREES)).contains("the prevalence stands in");
        assertThat(report.range()).isNull();
    }

    @Test
    void aBacktestWithoutReadingsFindsNothing() {
        BacktestReport report = SurgeBacktest.run(Worlds.watched(Map.of()), SETTINGS, SurgeBacktest.Progress.SILENT);

        assertThat(report.pairs().size()).isZero();
        assertThat(report.skipped()).hasSize(17);
        assertThat(report.results().get(SurgeKind.TREES).evaluation()).isNull();
        assertThatThrownBy(() -> BacktestSettings.weekly(TO, FROM, SurgeModelTest.QUICK))
                .hasMessageContaining("must not end before it starts");
    }
}

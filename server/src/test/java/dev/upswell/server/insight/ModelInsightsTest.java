package dev.upswell.server.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.feature.HashtagFeatures;
import dev.upswell.forecast.explain.Dependence;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.forecast.WatchedTenant;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModelInsightsTest {

    private static final Instant END = Instant.parse("2025-03-15T00:00:00Z");

    private final Forecasts forecasts = WatchedTenant.fourteenDays();
    private final ModelInsights insights = new ModelInsights(TestDatabase.shared());

    private RegisteredModel trained(Instant at) {
        return forecasts.training().train(forecasts.tenant(), at, Progress.SILENT).getLast();
    }

    @Test
    void eachTrainingLeavesWhatItsModelRestsOn() {
        RegisteredModel model = trained(END);

        List<KeptImportance> kept = insights.importance(forecasts.tenant(), model.id());

        assertThat(kept).hasSize(HashtagFeatures.V1.size());
        assertThat(kept).extracting(one -> one.importance().rank()).isSorted().startsWith(1, 2, 3);
        assertThat(kept.getFirst().importance().effect()).isPositive();
        assertThat(kept.stream().mapToDouble(one -> one.importance().share()).sum()).isBetween(0.999, 1.001);
        assertThat(kept).allSatisfy(one -> assertThat(one.costNanos()).isNotNull().isPositive());
        assertThat(insights.dependence(forecasts.tenant(), model.id())).isNotEmpty().hasSizeLessThanOrEqualTo(10)
                .extracting(Dependence::feature).contains(kept.getFirst().importance().feature());
        assertThat(insights.importance(TestDatabase.newTenant(), model.id())).isEmpty();
        assertThat(insights.dependence(forecasts.tenant(), UUID.randomUUID())).isEmpty();
    }

    @Test
    void theHistoryComparesTrainingsOfOneFamily() {
        trained(END.minus(Duration.ofDays(1)));
        RegisteredModel last = trained(END);

        ImportanceHistory history = insights.history(forecasts.tenant(), ModelTask.DAILY_HASHTAGS, "boosted-trees", 3,
                10);

        assertThat(history.trainings()).extracting(ImportanceHistory.Training::trainedTo)
                .containsExactly(END.minus(Duration.ofDays(1)), END);
        assertThat(history.trainings().getLast().model()).isEqualTo(last.id());
        assertThat(history.lines()).hasSize(3).allSatisfy(line -> {
            assertThat(line.shares()).hasSize(2).doesNotContainNull();
            assertThat(line.rise()).isEqualTo(line.ranks().getFirst() - line.ranks().getLast());
        });
        assertThat(history.lines().getFirst().ranks().getLast()).isEqualTo(1);
        assertThat(insights.history(forecasts.tenant(), new ModelTask(dev.upswell.content.EntityKind.SOUND, 24),
                "boosted-trees", 3, 10).lines()).isEmpty();
    }

    @Test
    void whatAModelOfAnEarlierReleaseRestsOnIsWorkedOutAfterwards() {
        RegisteredModel model = trained(END);
        List<KeptImportance> atTraining = insights.importance(forecasts.tenant(), model.id());
        TestDatabase.shared().transactions().run(forecasts.tenant(),
                db -> db.sql("delete from model_importance").update());

        forecasts.training().examine(forecasts.tenant(), model);

        assertThat(insights.importance(forecasts.tenant(), model.id())).map(KeptImportance::importance)
                .isEqualTo(atTraining.stream().map(KeptImportance::importance).toList());
    }
}

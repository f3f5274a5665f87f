package dev.upswell.server.improve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.feature.HashtagFeatures;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.forecast.WatchedTenant;
import dev.upswell.server.improve.FeatureReview.Advice;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureReviewingTest {

    private static final Instant END = Instant.parse("2025-03-15T00:00:00Z");

    private final Forecasts forecasts = WatchedTenant.fourteenDays();
    private final Improvements improvements = new Improvements(TestDatabase.shared(), forecasts,
            new Evaluations(TestDatabase.shared(), forecasts.tenant(), Path.of("nowhere")));

    @Test
    void aReviewTellsWhichFeaturesAreWorthTheirCost() {
        RegisteredModel model = forecasts.training().train(forecasts.tenant(), END, Progress.SILENT).getLast();

        FeatureReview review = improvements.review(ModelTask.DAILY_HASHTAGS).orElseThrow();

        assertThat(review.model()).isEqualTo(model.id());
        assertThat(review.asOf()).isEqualTo(END);
        assertThat(review.features()).hasSize(HashtagFeatures.V1.size());
        assertThat(review.with(Advice.PRUNE)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.most()).isLessThan(0.0005);
            assertThat(line.missing()).isLessThan(1);
        });
        assertThat(review.with(Advice.NOT_GIVEN)).allSatisfy(line -> assertThat(line.missing()).isEqualTo(1));
        assertThat(review.features().getFirst().advice()).isNotIn(Advice.PRUNE, Advice.NOT_GIVEN);
        assertThat(review.micros()).isNotNull().isGreaterThan(review.micros(Advice.PRUNE));
        assertThat(review.absent()).extracting(FeatureReview.Absent::group).contains("other platforms");
        assertThat(review.wanting()).as("nothing was judged").isFalse();
        assertThat(improvements.reviews(ModelTask.DAILY_HASHTAGS, 5)).containsExactly(review);
    }

    @Test
    void itIsDueOnceInTwoWeeksAndOpensOneTask() {
        List<ModelTask> tasks = List.of(ModelTask.DAILY_HASHTAGS);
        assertThat(improvements.run(tasks).reviews()).as("nothing serves").isZero();
        forecasts.training().train(forecasts.tenant(), END, Progress.SILENT);

        assertThat(improvements.run(tasks).reviews()).isEqualTo(1);
        assertThat(improvements.run(tasks).reviews()).isZero();

        assertThat(improvements.review(ModelTask.DAILY_HASHTAGS)).as("at once when asked for").isPresent();
        assertThat(improvements.reviews(ModelTask.DAILY_HASHTAGS, 5)).hasSize(1);
        assertThat(new Tasks(TestDatabase.shared()).list(forecasts.tenant())).hasSize(1).first()
                .extracting(ImprovementTask::order).satisfies(order -> {
                    assertThat(order.topic()).isEqualTo("improve prune hashtag/24h");
                    assertThat(order.title()).matches("Leave \\d+ silent features of feature_set_v1 out");
                });
    }

    @Test
    void othersAreWantedWhenAFifthOfTheWrongCallsHadNoSign() {
        assertThat(review(2, 9).wanting()).isTrue();
        assertThat(review(1, 9).wanting()).isFalse();
        assertThat(review(4, 4).wanting()).as("too few to say").isFalse();
    }

    private static FeatureReview review(int gaps, int wrong) {
        return new FeatureReview(ModelTask.DAILY_HASHTAGS, END, new java.util.UUID(0, 1), "feature_set_v1", 1,
                List.of(), gaps, wrong, List.of());
    }
}

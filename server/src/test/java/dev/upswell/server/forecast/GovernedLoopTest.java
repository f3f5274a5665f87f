package dev.upswell.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.forecast.SurgeKind;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.SurgeTrainer;
import dev.upswell.forecast.TrainSettings;
import dev.upswell.forecast.TrainedSurgeModel;
import dev.upswell.learn.Calibration;
import dev.upswell.learn.TreeSettings;
import dev.upswell.learn.promotion.RollbackRule;
import dev.upswell.server.registry.ModelReview;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.NewModel;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.RegistrySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// The loop as the server lives it, in a simulated world whose market changes: drift is found, a task opened, models retrained until one is
/// promoted by rule, and a bad one that a person promotes is taken back.
@Tag("slow")
class GovernedLoopTest {

    private static final int SHIFTED = 30;
    private static final int DAYS = 58;
    private static final Duration STEP = Duration.ofHours(12);
    private static final SurgeProtocol PROTOCOL = SurgeProtocol.DAILY.every(STEP).minEligible(30);
    private static final ForecastSettings SETTINGS = new ForecastSettings(
            new TrainSettings(PROTOCOL, Watch.SETTINGS.training().features(),
                    new TreeSettings(30, 3, 0.2, 1, 1, 1, 1, 32, 1, 0, 42),
                    new TreeSettings(4, 2, 0.3, 1, 1, 1, 1, 16, 1, 0, 42),
                    TrainSettings.STANDARD.logistic(), TrainSettings.STANDARD.sequence(), Calibration.Kind.PLATT, 56,
                    10, 5, "test-version"));
    private static final RegistrySettings RULES = RegistrySettings.USUAL.shadowFor(Duration.ofDays(7)).needing(5, 20)
            .rollback(new RollbackRule(0.9, Duration.ofHours(24), 10));

    private final Watch watch = new Watch();
    private final Forecasts forecasts = Forecasts.of(watch.database, watch.tenant, SETTINGS, watch.features, event -> {
    });
    private final ModelReview review = new ModelReview(watch.database, RULES);
    private final Instant start = SimulatedReadings.WORLD.start();
    private final Instant shift = start.plus(Duration.ofDays(SHIFTED));
    private final List<Watch.Reading> readings = SimulatedReadings.of(DAYS, shift);

    @Test
    void driftIsFoundAModelRetrainedAndPromotedAndABadOneTakenBack(TestReporter reporter) {
        Instant now = start.plus(Duration.ofDays(SHIFTED - 2));
        publish(start.minusSeconds(1), now);
        live(now);
        RegisteredModel first = serving();

        Instant detected = null;
        while (serving().id().equals(first.id()) && now.isBefore(shift.plus(Duration.ofDays(22)))) {
            now = step(now);
            if (detected == null && !alerts().isEmpty()) {
                detected = now;
            }
        }

        reporter.publishEntry(Map.of("change", shift.toString(), "detected", String.valueOf(detected), "changes",
                watch.rows("select as_of, to_state, reason from model_transition order by seq").toString()));
        assertThat(detected).as("no drift was found").isNotNull();
        assertThat(detected).isAfter(shift).isBeforeOrEqualTo(shift.plus(Duration.ofHours(24)));
        assertThat(alerts()).hasSize(1);
        assertThat(watch.rows("select title from alert")).hasSize(1)
                .allSatisfy(row -> assertThat((String) row.get("title")).doesNotContain("_"));
        RegisteredModel second = serving();
        assertThat(second.id()).as(watch.rows("select to_state, reason from model_transition order by seq").toString())
                .isNotEqualTo(first.id());
        assertThat(watch.rows("select state from improvement_task")).extracting(row -> row.get("state"))
                .containsExactly("DONE");

        RegisteredModel bad = sabotage(now);
        Instant sabotaged = now;
        while (serving().id().equals(bad.id()) && now.isBefore(sabotaged.plus(Duration.ofDays(5)))) {
            now = step(now);
        }

        reporter.publishEntry("taken back", sabotaged + " to " + now);
        assertThat(serving().id()).isEqualTo(second.id());
        assertThat(watch.registry.find(watch.tenant, bad.id()).orElseThrow().state()).isEqualTo(ModelState.RETIRED);
        assertThat(watch.eventTypes()).contains("TRAIN_DONE", "MODEL_PROMOTED", "DRIFT_ALERT", "RETRAIN_TASK_OPENED",
                "SHADOW_STARTED", "TASK_CLOSED", "MODEL_ROLLED_BACK");
    }

    /// A model that says the same of everybody, made to serve by hand.
    private RegisteredModel sabotage(Instant now) {
        TrainedSurgeModel blind = SurgeTrainer.train(SurgeKind.PREVALENCE, watch.series.until(watch.tenant, now), now,
                SETTINGS.training());
        RegisteredModel bad = watch.registry.register(watch.tenant, List.of(new NewModel(ModelTask.DAILY_HASHTAGS,
                blind.record(), blind.artefact(), List.of("It says the same of everybody."), false))).getFirst();
        return watch.registry.promote(watch.tenant, bad.id());
    }

    private Instant step(Instant now) {
        Instant next = now.plus(STEP);
        publish(now, next);
        live(next);
        return next;
    }

    /// One round of the server's loop.
    private void live(Instant now) {
        forecasts.outcomes().settle(watch.tenant, now);
        review.review(watch.tenant, ModelTask.DAILY_HASHTAGS);
        forecasts.drifting().check(watch.tenant);
        forecasts.training().trainIfDue(watch.tenant, Progress.SILENT);
        forecasts.predicting().predict(watch.tenant, Progress.SILENT);
    }

    private void publish(Instant after, Instant to) {
        watch.publish(readings.stream().filter(one -> one.at().isAfter(after) && !one.at().isAfter(to)).toList());
    }

    private RegisteredModel serving() {
        return watch.registry.serving(watch.tenant, ModelTask.DAILY_HASHTAGS).orElseThrow();
    }

    private List<Map<String, Object>> alerts() {
        return watch.rows("select * from event_log where type = 'DRIFT_ALERT'");
    }
}

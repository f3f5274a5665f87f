package dev.upswell.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.alert.Alert;
import dev.upswell.server.alert.AlertRefused;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.event.EventType;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.registry.ImprovementTask.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetrainingTest {

    private final Bench bench = new Bench();
    private final Retraining retraining = new Retraining(bench.database);
    private final Tasks tasks = new Tasks(bench.database);

    @Test
    void withoutAModelATrainingIsDueAndThenWeekly() {
        assertThat(due(0)).isTrue();
        bench.train(0);
        assertThat(due(6)).isFalse();
        assertThat(due(7)).isTrue();
    }

    @Test
    void challengerIsLeftItsShadowPeriodInPeace() {
        bench.train(0);
        RegisteredModel second = bench.train(7);
        assertThat(due(15)).isFalse();

        bench.registry.reject(bench.tenant, second.id(), "Mira");

        assertThat(due(13)).isFalse();
        assertThat(due(15)).isTrue();
    }

    @Test
    void modelThatWaitsForAPersonHoldsUpNoTraining() {
        bench.train(0);
        RegisteredModel waiting = bench.train(7);
        bench.awaits(waiting, 14);

        assertThat(due(13)).isFalse();
        assertThat(due(14)).isTrue();
        RegisteredModel newer = bench.train(14);
        assertThat(due(21)).isFalse();

        assertThat(bench.state(waiting)).isEqualTo(ModelState.AWAITING_APPROVAL);
        assertThat(bench.state(newer)).isEqualTo(ModelState.SHADOW);
    }

    @Test
    void aPersonAsksForARetrainingOnceWhenSomethingNewIsKnown() {
        assertThatExceptionOfType(RegistryRefused.class).isThrownBy(() -> ask("Mira"))
                .withMessageStartingWith("No model of hashtag/24h serves yet.");
        RegisteredModel first = bench.train(0);
        assertThatExceptionOfType(RegistryRefused.class).isThrownBy(() -> ask("Mira"))
                .withMessageContaining("Nothing new is known of hashtag/24h since the last training");
        bench.says(first, 2, 0.5, true);

        ImprovementTask asked = ask("Mira");

        assertThat(asked.order().trigger()).isEqualTo("Asked for by Mira.");
        assertThat(asked.openedAsOf()).isEqualTo(Bench.day(2));
        assertThat(retraining.lastAsked(bench.tenant)).contains(asked.createdAt());
        assertThat(due(2)).isTrue();
        assertThatExceptionOfType(RegistryRefused.class).isThrownBy(() -> ask("Sam"))
                .withMessageContaining("is pending already");
        assertThat(bench.eventTypes()).containsOnlyOnce("RETRAIN_TASK_OPENED");
    }

    @Test
    void aTaskOpenedAsOfAnInstantAfterTheLastReadingDoesNotTrainAgainAndAgain() {
        bench.train(0);
        tasks.open(bench.tenant, order(), Bench.day(5));
        assertThat(due(2)).isTrue();
        bench.train(2);

        assertThat(due(2)).isFalse();
        assertThat(due(3)).isTrue();
    }

    private ImprovementTask ask(String name) {
        return retraining.ask(bench.tenant, Bench.TASK, name);
    }

    @Test
    void taskAsksForATrainingOnceAndAgainWhenThatWasRejected() {
        bench.train(0);
        ImprovementTask task = tasks.open(bench.tenant, order(), Bench.day(2)).orElseThrow();

        assertThat(due(2)).isTrue();
        assertThat(tasks.list(bench.tenant).getFirst().state()).isEqualTo(State.TAKEN);
        RegisteredModel tried = bench.train(2);
        assertThat(due(3)).isFalse();

        bench.registry.reject(bench.tenant, tried.id(), "Mira");
        assertThat(due(3)).isTrue();
        RegisteredModel better = bench.train(3);
        bench.registry.promote(bench.tenant, better.id());

        assertThat(tasks.list(bench.tenant)).singleElement().satisfies(done -> {
            assertThat(done.id()).isEqualTo(task.id());
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.result()).startsWith("Model " + better.id());
        });
        assertThat(bench.eventTypes()).containsOnlyOnce("RETRAIN_TASK_OPENED", "TASK_CLOSED");
    }

    @Test
    void promotingAModelThatIsOlderThanTheTaskDoesNotCloseIt() {
        bench.train(0);
        RegisteredModel old = bench.train(1);
        tasks.open(bench.tenant, order(), Bench.day(2));

        bench.registry.promote(bench.tenant, old.id());

        assertThat(tasks.list(bench.tenant).getFirst().state()).isEqualTo(State.OPEN);
    }

    @Test
    void ofOneTopicOneTaskIsPendingAndOneAlertIsRaised() {
        assertThat(tasks.alert(bench.tenant, EventType.DRIFT_ALERT, "Views drifted.", order(), Bench.day(1)))
                .isPresent();
        assertThat(tasks.alert(bench.tenant, EventType.DRIFT_ALERT, "Views drifted.", order(), Bench.day(2))).isEmpty();

        assertThat(tasks.alerts(bench.tenant).list(Alerts.Filter.ALL, 10, 0)).singleElement()
                .satisfies(alert -> assertThat(alert.facts()).containsEntry("psi", 0.4));
        ImprovementTask closed = tasks.close(bench.tenant,
                tasks.list(bench.tenant).getFirst().id().toString().substring(0, 8), false, "Seen.");
        assertThat(closed.state()).isEqualTo(State.DROPPED);
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> tasks.close(bench.tenant, closed.id().toString(), true, "Again."))
                .withMessageStartingWith("There is no pending task ");
        assertThat(tasks.alert(bench.tenant, EventType.DRIFT_ALERT, "Views drifted.", order(), Bench.day(3)))
                .isPresent();
    }

    @Test
    void anAlertIsAcknowledgedOnceAndWhoSawItFirstStays() {
        tasks.alert(bench.tenant, EventType.DRIFT_ALERT, "Views drifted.", order(), Bench.day(1));
        Alert raised = tasks.alerts(bench.tenant).list(Alerts.Filter.ALL, 10, 0).getFirst();
        assertThat(raised.acknowledged()).isNull();

        Alert seen = tasks.alerts(bench.tenant).acknowledge(raised.id().toString().substring(0, 8), "Mira");
        Alert again = tasks.alerts(bench.tenant).acknowledge(raised.id().toString(), " ");

        assertThat(seen.acknowledged().by()).isEqualTo("Mira");
        assertThat(again).isEqualTo(seen);
        assertThat(tasks.alerts(bench.tenant).list(Alerts.Filter.ALL, 10, 0)).containsExactly(seen);
        assertThat(bench.database.transactions().<List<String>>call(bench.tenant, db -> db
                .sql("select payload->>'by' from event_log where type = 'ALERT_ACKNOWLEDGED'").query(String.class)
                .list()))
                .containsExactly("Mira");
        assertThat(tasks.list(bench.tenant)).singleElement()
                .satisfies(task -> assertThat(task.state().pending()).isTrue());
    }

    @Test
    void whoGivesNoNameAcknowledgesByHand() {
        tasks.alert(bench.tenant, EventType.DRIFT_ALERT, "Views drifted.", order(), Bench.day(1));
        String id = tasks.alerts(bench.tenant).list(Alerts.Filter.ALL, 10, 0).getFirst().id().toString();

        assertThat(tasks.alerts(bench.tenant).acknowledge(id, "").acknowledged().by()).isEqualTo("hand");
    }

    @Test
    void anUnknownAlertIsRefusedWithAdvice() {
        tasks.alert(bench.tenant, EventType.DRIFT_ALERT, "Views drifted.", order(), Bench.day(1));

        for (String meant : List.of("no id", "", "%")) {
            assertThatExceptionOfType(AlertRefused.class)
                    .isThrownBy(() -> tasks.alerts(bench.tenant).acknowledge(meant, "Mira"))
                    .withMessageStartingWith("There is no alert " + meant + ".");
        }
    }

    private boolean due(int day) {
        return retraining.due(bench.tenant, Bench.TASK, Bench.day(day));
    }

    private static Order order() {
        return new Order(Retraining.topic(Bench.TASK), "Train anew", Category.RETRAINING, "Drift.",
                "The world changed.",
                "PR-AUC 5 % better", "model agent", LocalDate.of(2025, 7, 1), Map.of("psi", 0.4));
    }
}

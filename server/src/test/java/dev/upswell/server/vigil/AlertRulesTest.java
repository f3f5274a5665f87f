package dev.upswell.server.vigil;

import static dev.upswell.server.vigil.Stored.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.content.EntityKind;
import dev.upswell.server.alert.Alert;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.alert.Evidence;
import dev.upswell.server.alert.Severity;
import dev.upswell.server.event.EventType;
import dev.upswell.trend.Metric;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

    private final Stored stored = new Stored();
    private final AlertRules rules = stored.rules();

    private void quietMorning() {
        stored.hours(Metric.VELOCITY, """
            cat 2026-01-05T06:00:00Z 0.1
            dog 2026-01-05T06:00:00Z 0.9""");
    }

    @Test
    void aRuleRingsOfWhatIsComputedAfterItWasMadeWithTheRowThatMadeItRing() {
        quietMorning();
        AlertRule made = rules.make(rule("velocity 1h above 0.5"), "Anna");
        assertThat(rules.look().alerts()).isZero();

        stored.hours(Metric.VELOCITY, """
            cat 2026-01-05T07:00:00Z 0.8
            dog 2026-01-05T07:00:00Z 0.5""");
        assertThat(rules.isWaiting()).isTrue();
        assertThat(rules.look()).isEqualTo(new AlertRules.Look(1, 1));
        assertThat(rules.isWaiting()).isFalse();

        Alert rang = stored.alerts.list(Alerts.Filter.ALL, 10, 0).getFirst();
        assertThat(rang.title()).isEqualTo("Risers: #cat");
        assertThat(rang.severity()).isEqualTo(Severity.WARNING);
        assertThat(rang.cause().rule()).isEqualTo(made.id());
        assertThat(rang.cause().rows()).containsExactly(new Evidence("velocity", "1h", "above", 0.5, 0.8,
                java.time.Instant.parse("2026-01-05T07:00:00Z"),
                "/metrics/hashtag/cat?window=1h&at=2026-01-05T07%3A00%3A00Z"));
        assertThat(stored.list("select payload->>'severity' from event_log where type = 'RULE_ALERT'"))
                .containsExactly("WARNING");
    }

    @Test
    void theSameDoesNotRingAgainBeforeItsCoolDownIsOver() {
        quietMorning();
        rules.make(rule("velocity 1h above 0.5"), "Anna");
        stored.hours(Metric.VELOCITY, "cat 2026-01-05T07:00:00Z 0.8");
        rules.look();
        stored.hours(Metric.VELOCITY, "cat 2026-01-05T12:00:00Z 0.9");
        rules.look();
        stored.hours(Metric.VELOCITY, "cat 2026-01-05T13:00:00Z 0.9");
        rules.look();

        assertThat(stored.rang()).containsExactly("Risers: #cat 2026-01-05T07:00:00Z",
                "Risers: #cat 2026-01-05T13:00:00Z");
    }

    @Test
    void lookingAgainAfterAKillRaisesNothingTwiceAndLosesNothing() {
        quietMorning();
        rules.make(rule("velocity 1h above 0.5"), "Anna");
        stored.hours(Metric.VELOCITY, """
            cat 2026-01-05T07:00:00Z 0.8
            dog 2026-01-05T07:00:00Z 0.7""");
        rules.look();
        List<String> once = stored.rang();

        // As if what was noted of the look had been lost, and with it one of the alerts.
        stored.execute("update alert_rule set seen_until = null, since = '2026-01-05T06:00:00Z'");
        assertThat(rules.look().alerts()).isZero();
        stored.execute("update alert_rule set seen_until = null, since = '2026-01-05T06:00:00Z'");
        stored.execute("delete from alert where entity_id = 'dog'");
        assertThat(rules.look().alerts()).isEqualTo(1);
        assertThat(stored.rang()).isEqualTo(once);
    }

    @Test
    void rowsThatComeAFewHoursLateRingAllTheSame() {
        quietMorning();
        rules.make(rule("velocity 1h above 0.5"), "Anna");
        stored.hours(Metric.VELOCITY, "cat 2026-01-05T12:00:00Z 0.1");
        rules.look();
        stored.hours(Metric.VELOCITY, "cat 2026-01-05T09:00:00Z 0.8");
        rules.look();

        assertThat(stored.rang()).containsExactly("Risers: #cat 2026-01-05T09:00:00Z");
    }

    @Test
    void allConditionsMustHoldByTheLastRowsAsOfThen() {
        quietMorning();
        rules.make(rule("velocity 1h above 0.5", "probability above 0.6"), "Anna");
        stored.hours(Metric.VELOCITY, """
            cat 2026-01-05T07:00:00Z 0.8
            cat 2026-01-05T08:00:00Z 0.2
            cat 2026-01-05T11:00:00Z 0.9
            dog 2026-01-05T07:00:00Z 0.8""");
        stored.forecast("cat", "2026-01-05T08:00:00Z", 0.7);
        stored.forecast("dog", "2026-01-05T07:00:00Z", 0.5);
        rules.look();

        assertThat(stored.rang()).containsExactly("Risers: #cat 2026-01-05T11:00:00Z");
        assertThat(stored.alerts.list(Alerts.Filter.ALL, 1, 0).getFirst().cause().rows())
                .extracting(Evidence::what, Evidence::value).containsExactly(
                        org.assertj.core.api.Assertions.tuple("velocity", 0.9),
                        org.assertj.core.api.Assertions.tuple("probability", 0.7));
    }

    @Test
    void whatIsMissingMeetsNothing() {
        quietMorning();
        rules.make(rule("velocity 1h below 0.5"), "Anna");
        stored.hours(Metric.VELOCITY, """
            cat 2026-01-05T07:00:00Z -
            dog 2026-01-05T07:00:00Z 0.4""");
        rules.look();

        assertThat(stored.rang()).containsExactly("Risers: #dog 2026-01-05T07:00:00Z");
    }

    @Test
    void changesAreAgainstTheWindowBeforeAndWithoutOneThereIsNone() {
        quietMorning();
        rules.make(rule("views_gained 1h up 50%"), "Anna");
        stored.hours(Metric.VIEWS_GAINED, """
            cat 2026-01-05T07:00:00Z 100
            cat 2026-01-05T08:00:00Z 149
            cat 2026-01-05T09:00:00Z 300
            dog 2026-01-05T09:00:00Z 900
            fox 2026-01-05T08:00:00Z 0
            fox 2026-01-05T09:00:00Z 50""");
        rules.look();

        assertThat(stored.rang()).containsExactly("Risers: #cat 2026-01-05T09:00:00Z");
        assertThat(stored.alerts.list(Alerts.Filter.ALL, 1, 0).getFirst().cause().rows().getFirst().value())
                .isCloseTo(300.0 / 149 - 1, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void scoresAndAlarmsOfVideosRing() {
        stored.score("v0", "2026-01-05T06:00:00Z", 50.0, false);
        rules.make(rule(EntityKind.VIDEO, "fyp below 40"), "Anna");
        rules.make(new RuleDraft("Alarms", EntityKind.VIDEO, List.of(Condition.of("flag alarm")), Scope.ALL,
                Severity.URGENT, Duration.ofDays(1)), "Anna");
        stored.score("v1", "2026-01-05T07:00:00Z", 30.0, true);
        stored.score("v2", "2026-01-05T07:00:00Z", 80.0, false);
        stored.score("v3", "2026-01-05T07:00:00Z", null, false);
        rules.look();

        assertThat(stored.rang()).containsExactly("Alarms: v1 2026-01-05T07:00:00Z",
                "Risers: v1 2026-01-05T07:00:00Z");
        assertThat(stored.alerts.count(new Alerts.Filter(true, Severity.URGENT))).isEqualTo(1);
    }

    @Test
    void aScopeLeavesOutWhatIsNotInIt() {
        quietMorning();
        stored.execute("""
            insert into watch (source, feed, target, every_minutes, pages, added_at, kind, priority, pinned)
            values ('apify', 'hashtag', 'dog', 60, 1, now(), 'topic', 'normal', false)""");
        rules.make(new RuleDraft("Watched", EntityKind.HASHTAG, rule("velocity 1h above 0.5").all(),
                Scope.of("watched"), Severity.INFO, Duration.ZERO), "Anna");
        rules.make(new RuleDraft("One", EntityKind.HASHTAG, rule("velocity 1h above 0.5").all(),
                Scope.of("hashtag cat"), Severity.INFO, Duration.ZERO), "Anna");
        stored.hours(Metric.VELOCITY, """
            cat 2026-01-05T07:00:00Z 0.8
            dog 2026-01-05T07:00:00Z 0.8
            fox 2026-01-05T07:00:00Z 0.8""");
        rules.look();

        assertThat(stored.rang()).containsExactly("One: #cat 2026-01-05T07:00:00Z",
                "Watched: #dog 2026-01-05T07:00:00Z");
    }

    @Test
    void aPreviewRingsWhereTheRuleWouldHaveRungHadItStoodThen() {
        quietMorning();
        RuleDraft asks = rule("velocity 1h above 0.5", "probability above 0.6");
        AlertRule made = rules.make(asks, "Anna");
        for (int hour = 7; hour < 24; hour++) {
            String at = "2026-01-05T%02d:00:00Z".formatted(hour);
            stored.hours(Metric.VELOCITY, "cat " + at + " " + hour % 5 / 5.0 + "\ndog " + at + " 0.9");
            if (hour % 4 == 0) {
                stored.forecast("cat", at, 0.9);
                stored.forecast("dog", at, hour == 16 ? 0.2 : 0.8);
            }
            rules.look();
        }

        Preview preview = rules.preview(asks);
        assertThat(preview.times()).isEqualTo(stored.rang().size()).isGreaterThan(3);
        assertThat(preview.things()).isEqualTo(2);
        assertThat(preview.examples()).allSatisfy(one -> assertThat(stored.rang())
                .contains("Risers: " + one.name() + " " + one.hit().at()));
        assertThat(made.since()).isEqualTo("2026-01-05T06:00:00Z");
    }

    @Test
    void whatComesLaterChangesNoEarlierRingingOfAPreview() {
        stored.hours(Metric.VELOCITY, """
            cat 2026-01-05T07:00:00Z 0.8
            cat 2026-01-05T08:00:00Z 0.1""");
        RuleDraft asks = rule("velocity 1h above 0.5", "probability above 0.6");
        stored.forecast("cat", "2026-01-05T06:30:00Z", 0.7);
        List<Hit> before = rules.preview(asks).examples().stream().map(Preview.Example::hit).toList();
        stored.hours(Metric.VELOCITY, "cat 2026-01-05T09:00:00Z 0.0");
        stored.forecast("cat", "2026-01-05T09:00:00Z", 0.1);

        assertThat(before).hasSize(1);
        assertThat(rules.preview(asks).examples()).extracting(Preview.Example::hit).isEqualTo(before);
    }

    @Test
    void aPausedRuleRestsAndDoesNotMakeUpForIt() {
        quietMorning();
        AlertRule rule = rules.pause(rules.make(rule("velocity 1h above 0.5"), "Anna"), true, "Anna");
        stored.hours(Metric.VELOCITY, "cat 2026-01-05T07:00:00Z 0.8");
        rules.look();
        rules.pause(rule, false, "Budi");
        rules.look();
        assertThat(stored.rang()).isEmpty();

        stored.hours(Metric.VELOCITY, "cat 2026-01-05T08:00:00Z 0.8");
        rules.look();
        assertThat(stored.rang()).containsExactly("Risers: #cat 2026-01-05T08:00:00Z");
    }

    @Test
    void alertsOfARemovedRuleStayWithWhatMadeThemRing() {
        quietMorning();
        AlertRule rule = rules.make(rule("velocity 1h above 0.5"), "Anna");
        stored.hours(Metric.VELOCITY, "cat 2026-01-05T07:00:00Z 0.8");
        rules.look();
        rules.remove(rule, "Anna");

        Alert kept = stored.alerts.list(Alerts.Filter.ALL, 10, 0).getFirst();
        assertThat(kept.cause().rule()).isNull();
        assertThat(kept.cause().rows()).hasSize(1);
        assertThat(rules.list()).isEmpty();
        assertThat(stored.list("select payload->>'what' from event_log where type = 'ALERT_RULE_CHANGED' order by 1"))
                .containsExactly("made", "removed");
    }

    @Test
    void twoRulesOfOneNameAreRefusedAndAnotherTenantMayHaveTheSame() {
        rules.make(rule("flag new"), "Anna");

        assertThatExceptionOfType(VigilRefused.class).isThrownBy(() -> rules.make(rule("flag new"), "Budi"))
                .withMessageStartingWith("There is an alert rule Risers already.");
        assertThat(new Stored().rules().make(rule("flag new"), "Budi").asks().name()).isEqualTo("Risers");
        assertThatExceptionOfType(VigilRefused.class).isThrownBy(() -> rules.get("nothing"));
    }

    @Test
    void oneReaderReadsForAllAndTheFirstStays() {
        quietMorning();
        rules.make(rule("velocity 1h above 0.5"), "Anna");
        stored.hours(Metric.VELOCITY, "cat 2026-01-05T07:00:00Z 0.8");
        rules.look();
        assertThat(stored.alerts.unread()).isEqualTo(1);

        Alert one = stored.alerts.list(new Alerts.Filter(true, null), 10, 0).getFirst();
        stored.alerts.acknowledge(one.id().toString().substring(0, 8), "Anna");
        assertThat(stored.alerts.acknowledgeAll(one.raisedAt(), null, "Budi")).isZero();
        assertThat(stored.alerts.unread()).isZero();
        assertThat(stored.list("select distinct type from event_log where type = '" + EventType.ALERT_ACKNOWLEDGED
                + "'")).hasSize(1);
    }
}

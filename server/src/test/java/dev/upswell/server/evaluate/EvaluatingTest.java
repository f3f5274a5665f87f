package dev.upswell.server.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.upswell.server.evaluate.page.EvaluationPages;
import dev.upswell.server.evaluate.page.EvaluationView;
import dev.upswell.server.evaluate.page.KeptEvaluationPages;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatingTest {

    private static final String CUT = "2025-05-08T00:00:00Z";
    private static final LocalDate DAY = LocalDate.of(2025, 5, 8);

    @TempDir
    private Path folder;

    private final Judgements world = new Judgements();
    private final UUID model = world.model("boosted-trees", 0.5);

    /// A hit, a miss and a false surge, all read every three hours.
    private void aDay() {
        for (String entity : List.of("hit", "miss", "wrong", "quiet")) {
            world.read(entity, CUT, 64, Duration.ofHours(3));
        }
        world.predicted(model, "hit", CUT, 0.9, 1.5);
        world.predicted(model, "miss", CUT, 0.2, 0.4);
        world.predicted(model, "wrong", CUT, 0.6, 1.4);
        world.predicted(model, "quiet", CUT, 0.01, -0.3);
        world.came("hit", CUT, 1.2, 6);
        world.came("miss", CUT, 0.9, 12);
        world.came("wrong", CUT, 0.2, 0);
        world.came("quiet", CUT, 0, 0);
    }

    private Evaluations evaluations() {
        return new Evaluations(world.database, world.tenant, folder);
    }

    private List<Map<String, Object>> causes() {
        return world.rows("select entity_id, verdict, cause from judged_call where cause is not null order by 1");
    }

    @Test
    void aDayIsKeptWithItsFiguresAndItsCalls() {
        aDay();

        assertThat(world.evaluating.evaluate(world.tenant)).isEqualTo(1);

        DailyEvaluation day = evaluations().days(Judgements.TASK, null, DAY, DAY).getFirst();
        assertThat(day.serving()).isTrue();
        assertThat(day.pairs()).isEqualTo(4);
        assertThat(day.figures().hits()).isEqualTo(1);
        assertThat(day.figures().recallAtR()).isEqualTo(0.5);
        assertThat(day.figures().lead().medianOverAll()).isEqualTo(3);
        assertThat(day.figures().ranges()).isEqualTo(new DayFigures.Ranges(4, 4, 1100 / 900.0));
        assertThat(world.rows("select entity_id, verdict, lead_hours from judged_call order by 1"))
                .extracting(Map::toString).containsExactly("{entity_id=hit, verdict=HIT, lead_hours=6.0}",
                        "{entity_id=miss, verdict=MISS, lead_hours=null}",
                        "{entity_id=wrong, verdict=FALSE_SURGE, lead_hours=null}");
        assertThat(evaluations().judgedTasks()).containsExactly(Judgements.TASK);
    }

    @Test
    void causesFollowFromWhatTheStoreTells() {
        aDay();
        world.read("gap", "2025-05-07T12:00:00Z", 60, Duration.ofHours(3));
        world.predicted(model, "gap", CUT, 0.2, 0.4);
        world.came("gap", CUT, 0.9, 12);
        world.read("late", CUT, 64, Duration.ofHours(3));
        world.predicted(model, "late", CUT, 0.2, 0.4);
        world.predicted(model, "late", "2025-05-08T06:00:00Z", 0.7, 1);
        world.came("late", CUT, 0.9, 12);
        world.read("seen", CUT, 64, Duration.ofHours(3));
        world.predicted(model, "seen", CUT, 0.2, 0.4);
        world.said(world.model("logistic", 0.3), "seen", CUT, 0.35);
        world.came("seen", CUT, 0.9, 12);
        world.read("over", CUT, 64, Duration.ofHours(3));
        world.predicted(model, "over", CUT, 0.9, 0.4);
        world.came("over", "2025-05-07T12:00:00Z", 0.9, 10);
        world.came("over", CUT, 0.1, 0);

        world.evaluating.evaluate(world.tenant);

        assertThat(world.rows("select entity_id, cause from judged_call where cause is not null and cut = '" + CUT
                + "' and model_id = '" + model + "' order by 1")).extracting(Map::toString).containsExactly(
                        "{entity_id=gap, cause=DATA_GAP}", "{entity_id=late, cause=LATE_DETECTION}",
                        "{entity_id=miss, cause=FEATURE_GAP}", "{entity_id=over, cause=LATE_DETECTION}",
                        "{entity_id=seen, cause=MODEL_DRIFT}", "{entity_id=wrong, cause=WITHIN_ODDS}");
        assertThat(evaluations()
                .causes(new Evaluations.CallFilter(Judgements.TASK, null, DAY, DAY, Verdict.MISS)))
                .hasSize(4).allSatisfy(one -> assertThat(one.calls()).isEqualTo(1));
        JudgedCall late = evaluations()
                .calls(new Evaluations.CallFilter(Judgements.TASK, model, DAY, DAY, null), 50, 0).stream()
                .filter(call -> call.entity().equals("late")).findFirst().orElseThrow();
        assertThat(late.evidence().lateHours()).isEqualTo(6);
        assertThat(late.evidence().readings()).isEqualTo(8);
        assertThat(late.evidence().usualReadings()).isBetween(7.9, 8.3);
    }

    @Test
    void confirmedDriftOfTheModelIsACauseUntilAReportNoLongerConfirmsItOrAPersonDropsTheTask() {
        aDay();
        report("2025-05-07T00:00:00Z", true);
        assertThat(causesAfresh()).containsExactly("miss MODEL_DRIFT", "wrong MODEL_DRIFT");

        report("2025-05-07T18:00:00Z", false);
        assertThat(causesAfresh()).containsExactly("miss FEATURE_GAP", "wrong WITHIN_ODDS");

        report(CUT, true);
        report("2025-05-08T06:00:00Z", false);
        assertThat(causesAfresh()).containsExactly("miss MODEL_DRIFT", "wrong MODEL_DRIFT");

        world.execute(
                """
                    insert into improvement_task (topic, title, category, trigger, hypothesis, success_metric, owner_agent,
                    review_date, opened_as_of, state, result, closed_at) values ('retrain hashtag/24h', 't', 'RETRAINING', '', '',
                    '', '', '2025-06-01', '2025-05-07', 'DROPPED', 'A false alarm.', clock_timestamp())""");
        assertThat(causesAfresh()).containsExactly("miss FEATURE_GAP", "wrong WITHIN_ODDS");
    }

    private void report(String asOf, boolean drifted) {
        world.execute("insert into drift_report (kind, horizon_hours, model_id, as_of, drifted, report)"
                + " values ('hashtag', 24, '%s', '%s', %s, '{}')".formatted(model, asOf, drifted));
    }

    private List<String> causesAfresh() {
        world.execute("update judged_call set cause = null, evidence = null");
        world.evaluating.evaluate(world.tenant);
        return causes().stream().map(row -> row.get("entity_id") + " " + row.get("cause")).toList();
    }

    @Test
    void whatIsUnchangedIsNotJudgedAgain() {
        aDay();
        world.evaluating.evaluate(world.tenant);
        List<Map<String, Object>> rows = world.rows("select * from daily_evaluation");

        assertThat(world.evaluating.evaluate(world.tenant)).isZero();

        assertThat(world.rows("select * from daily_evaluation")).isEqualTo(rows);
    }

    @Test
    void aLateOutcomeIsJudgedAnewWithTheDaysWhoseWindowHoldsIt() {
        aDay();
        String next = "2025-05-09T00:00:00Z";
        world.predicted(model, "hit", next, 0.4, 1);
        world.came("hit", next, 0, 0);
        assertThat(world.evaluating.evaluate(world.tenant)).isEqualTo(2);

        world.came("wrong", CUT, 1, 3);

        assertThat(world.evaluating.evaluate(world.tenant)).isEqualTo(2);
        assertThat(world.rows("select verdict from judged_call where entity_id = 'wrong'")).extracting(Map::toString)
                .containsExactly("{verdict=HIT}");
        assertThat(evaluations().days(Judgements.TASK, model, DAY.plusDays(1), DAY.plusDays(1)).getFirst()
                .figures().trailing().surges()).isEqualTo(3);
    }

    @Test
    void causesThatAKilledRunLeftOutAreMadeUpFor() {
        aDay();
        world.evaluating.evaluate(world.tenant);
        List<Map<String, Object>> whole = causes();
        world.execute("update judged_call set cause = null, evidence = null");

        world.evaluating.evaluate(world.tenant);

        assertThat(causes()).isEqualTo(whole).hasSize(2);
    }

    @Test
    void daysThatAKilledRunDidNotReachAreMadeUpForHoweverLongItRan() {
        aDay();
        String next = "2025-05-09T00:00:00Z";
        world.predicted(model, "hit", next, 0.4, 1);
        world.came("hit", next, 0.8, 4);
        world.execute("update outcome set settled_at = now() - interval '1 hour'");
        world.execute("update prediction set created_at = now() - interval '1 hour'");
        world.execute("update lake_file set path = path || '.away'");
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> world.evaluating.evaluate(world.tenant));
        world.execute("update lake_file set path = replace(path, '.away', '')");

        world.evaluating.evaluate(world.tenant);

        assertThat(world.rows("select day from daily_evaluation order by 1")).hasSize(2);
        assertThat(world.rows("select 1 from judged_call where verdict <> 'HIT'")).hasSize(3);
        assertThat(causes()).hasSize(3);
        assertThat(world.evaluating.evaluate(world.tenant)).isZero();
    }

    @Test
    void aModelThatDidNotServeIsJudgedBesideTheOneThatDid() {
        aDay();
        UUID shadow = world.model("logistic", 0.3);
        world.said(shadow, "hit", CUT, 0.2);

        world.evaluating.evaluate(world.tenant);

        assertThat(evaluations().days(Judgements.TASK, shadow, DAY, DAY)).singleElement()
                .satisfies(day -> assertThat(day.serving()).isFalse());
        assertThat(evaluations().countCalls(new Evaluations.CallFilter(Judgements.TASK, null, DAY, DAY, null)))
                .isEqualTo(3);
    }

    @Test
    void onTheDayOfAPromotionEachModelIsJudgedByItsCutsAndTheWindowByAllThatPeopleSaw() {
        aDay();
        UUID promoted = world.model("logistic", 0.3);
        String noon = "2025-05-08T12:00:00Z";
        world.said(promoted, "hit", CUT, 0.2);
        world.predicted(promoted, "hit", noon, 0.7, 1.5);
        world.predicted(promoted, "quiet", noon, 0.1, 1.5);
        world.came("hit", noon, 1.2, 6);
        world.came("quiet", noon, 0, 0);

        world.evaluating.evaluate(world.tenant);

        EvaluationView view = new KeptEvaluationPages(evaluations())
                .evaluation(new EvaluationPages.Choice(Judgements.TASK, null, 28));
        assertThat(view.days()).extracting(DailyEvaluation::model, DailyEvaluation::pairs, DailyEvaluation::cuts)
                .containsExactly(tuple(model, 4, 1), tuple(promoted, 2, 1));
        assertThat(view.days()).allSatisfy(day -> {
            assertThat(day.figures().trailing().pairs()).isEqualTo(6);
            assertThat(day.figures().trailing().surges()).isEqualTo(3);
            assertThat(view.shared(day)).isTrue();
        });
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        aDay();
        world.evaluating.evaluate(world.tenant);

        assertThat(new Evaluations(world.database, TestDatabase.newTenant(), folder).judgedTasks()).isEmpty();
    }
}

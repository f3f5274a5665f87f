package dev.upswell.server.improve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.evaluate.Cause;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.evaluate.Retrospective;
import dev.upswell.server.evaluate.Retrospective.CauseCount;
import dev.upswell.server.evaluate.Retrospective.WeekFigures;
import dev.upswell.server.evaluate.Verdict;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.State;
import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 5, 5);

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final Backlog backlog = new Backlog(database, new Evaluations(database, tenant, Path.of("nowhere")));
    private final Tasks tasks = new Tasks(database);

    /// A written week with twenty hits and so many wrong calls, some of them laid to gaps in the readings.
    private void written(int week, int misses, int laidToGaps, double ece) {
        LocalDate monday = FIRST.plusWeeks(week);
        WeekFigures figures = new WeekFigures(monday, 7, 700, 20 + misses, 20, misses, 10, 0.6, 0.5, 6.0, 0.9, ece, 0.5,
                0.05);
        List<CauseCount> causes = laidToGaps == 0
                ? List.of()
                : List.of(new CauseCount(Verdict.MISS, Cause.DATA_GAP, laidToGaps));
        Retrospective kept = new Retrospective(monday,
                List.of(new Retrospective.Part(ModelTask.DAILY_HASHTAGS, figures, List.of(), List.of(),
                        List.of(), List.of(), causes, List.of(), List.of())));
        database.transactions().run(tenant, db -> db
                .sql("insert into retrospective (week_start, body, text) values (?, ?::jsonb, 'made up')")
                .params(monday, Json.write(kept)).update());
    }

    @Test
    void aWeekThatCallsForWorkOpensATaskByTheTemplate() {
        written(0, 10, 8, 0.005);

        assertThat(backlog.review(tenant)).isEqualTo(new Backlog.Done(1, 0));

        ImprovementTask task = tasks.list(tenant).getFirst();
        assertThat(task.state()).isEqualTo(State.OPEN);
        assertThat(task.openedAsOf()).isEqualTo("2025-05-12T00:00:00Z");
        ImprovementTask.Order order = task.order();
        assertThat(order.title()).isEqualTo("Read hashtags over 24 h without gaps");
        assertThat(order.category()).isEqualTo(Category.DATA);
        assertThat(order.topic()).isEqualTo("improve data-gap hashtag/24h");
        assertThat(order.trigger()).isEqualTo(
                "In week 2025-W19 the share of wrong calls laid to gaps in the readings was 40.0 % (bar 20.0 %).");
        assertThat(order.hypothesis()).isNotBlank();
        assertThat(order.successMetric()).isEqualTo(
                "In a later week's retrospective the share of wrong calls laid to gaps in the readings is at most 10.0 %.");
        assertThat(order.ownerAgent()).isEqualTo("collect agent");
        assertThat(order.reviewDate()).isEqualTo(LocalDate.of(2025, 6, 9));
        assertThat(order.facts()).containsEntry("number", 0.4).containsEntry("misses", 10.0);
    }

    @Test
    void theSameCauseOpensNoSecondTask() {
        written(0, 10, 8, 0.005);
        backlog.review(tenant);
        written(1, 10, 8, 0.005);

        assertThat(backlog.review(tenant)).isEqualTo(new Backlog.Done(0, 0));
        assertThat(backlog.review(tenant)).isEqualTo(new Backlog.Done(0, 0));
        assertThat(tasks.list(tenant)).hasSize(1);
    }

    @Test
    void aTaskIsClosedWhenItsSuccessMetricIsMetAndNotBefore() {
        written(0, 10, 8, 0.005);
        backlog.review(tenant);
        written(1, 10, 3, 0.005);
        assertThat(backlog.review(tenant)).as("15 %% lies between the bars").isEqualTo(new Backlog.Done(0, 0));
        written(2, 10, 2, 0.005);

        assertThat(backlog.review(tenant)).isEqualTo(new Backlog.Done(0, 1));

        ImprovementTask task = tasks.list(tenant).getFirst();
        assertThat(task.state()).isEqualTo(State.DONE);
        assertThat(task.result()).isEqualTo("In week 2025-W21 the share of wrong calls laid to gaps in the readings was"
                + " 10.0 %; the success metric is met.");
        assertThat(backlog.review(tenant)).isEqualTo(new Backlog.Done(0, 0));
    }

    @Test
    void whatComesBackOpensAnother() {
        written(0, 10, 8, 0.005);
        written(1, 10, 0, 0.005);
        written(2, 10, 8, 0.005);

        assertThat(backlog.review(tenant)).isEqualTo(new Backlog.Done(2, 1));
        assertThat(tasks.list(tenant)).extracting(ImprovementTask::state).containsExactly(State.OPEN, State.DONE);
    }

    @Test
    void whatAPersonDroppedIsLeftAloneUntilItsReviewDate() {
        written(0, 10, 8, 0.005);
        backlog.review(tenant);
        tasks.close(tenant, tasks.list(tenant).getFirst().id().toString(), false, "The source is gone for good.");
        written(1, 10, 8, 0.005);
        assertThat(backlog.review(tenant)).isEqualTo(new Backlog.Done(0, 0));
        written(5, 10, 8, 0.005);

        assertThat(backlog.review(tenant)).isEqualTo(new Backlog.Done(1, 0));
    }

    @Test
    void eachRuleAsksForItself() {
        written(0, 10, 8, 0.03);

        assertThat(backlog.review(tenant).opened()).isEqualTo(2);
        assertThat(tasks.list(tenant)).extracting(task -> task.order().topic()).containsExactlyInAnyOrder(
                "improve data-gap hashtag/24h", "improve calibration hashtag/24h");
    }

    @Test
    void fewWrongCallsSayNothingAndAQuietWeekOpensNothing() {
        written(0, 0, 0, 0.005);

        assertThat(backlog.review(tenant)).isEqualTo(new Backlog.Done(0, 0));
        assertThat(Rule.ALL).extracting(Rule::code).doesNotHaveDuplicates();
        assertThat(Rule.ALL).allSatisfy(rule -> assertThat(rule.closesAt()).isLessThan(rule.opensAbove()));
    }
}

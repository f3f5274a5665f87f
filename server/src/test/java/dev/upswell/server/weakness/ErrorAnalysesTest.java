package dev.upswell.server.weakness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.segment.Fault;
import dev.upswell.segment.Measured;
import dev.upswell.segment.Segment;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.State;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.wording.SampleWordings;
import dev.upswell.server.wording.Worded;
import dev.upswell.server.wording.Wordings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorAnalysesTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 5, 5);

    private final JudgedWorld world = new JudgedWorld();
    private final Tasks tasks = new Tasks(world.database);

    private ErrorAnalyses analyses() {
        return world.analyses(world.templates());
    }

    @Test
    void aPlantedSegmentIsFoundSaidInBothLanguagesAndBecomesATask() {
        world.fortnight(FIRST, 2.0);

        assertThat(analyses().run()).isEqualTo(new ErrorAnalyses.Done(1, 1, 1, 0));

        ErrorAnalysis analysis = analyses().list(JudgedWorld.TASK, 10, 0).getFirst();
        assertThat(analysis.from()).isEqualTo("2025-05-05T00:00:00Z");
        assertThat(analysis.to()).isEqualTo("2025-05-19T00:00:00Z");
        assertThat(analysis.forecasts()).isEqualTo(JudgedWorld.ENTITIES * 28);
        assertThat(analysis.entities()).isEqualTo(JudgedWorld.ENTITIES);
        Finding finding = analysis.findings().getFirst();
        assertThat(finding.segment()).isEqualTo(new Segment("source", "apify"));
        assertThat(finding.fault()).isEqualTo(Fault.TOO_LOW);
        assertThat(finding.adjusted()).isLessThan(0.05);
        assertThat(finding.confirmed().told().entities()).isBetween(30, 90);
        assertThat(finding.texts()).extracting(Finding.Text::language).containsExactly("en", "id");
        assertThat(finding.texts()).allSatisfy(text -> {
            assertThat(text.sentences()).hasSize(4);
            assertThat(text.by()).isEqualTo(Worded.Author.TEMPLATE);
        });
        ImprovementTask task = tasks.list(world.tenant).getFirst();
        assertThat(task.state()).isEqualTo(State.OPEN);
        ImprovementTask.Order order = task.order();
        assertThat(order.topic()).isEqualTo("segment hashtag/24h source=apify");
        assertThat(order.title()).isEqualTo(
                "Raise forecasts that are too low for hashtags over 24 h: source apify");
        assertThat(order.category()).isEqualTo(Category.DATA);
        assertThat(order.trigger()).startsWith(
                "In the fortnight to 2025-05-19: Forecasts of the segment \"source apify\" were too low: ")
                .doesNotContain("[f");
        assertThat(order.reviewDate()).isEqualTo(LocalDate.of(2025, 6, 16));
        assertThat(order.facts()).containsKeys("apart", "low", "high", "entities", "forecasts", "fault.too-low");
    }

    @Test
    void aWindowIsAnalysedOnceAndASegmentHasOneTask() {
        world.fortnight(FIRST, 2.0);
        analyses().run();

        assertThat(analyses().run()).isEqualTo(new ErrorAnalyses.Done(0, 0, 0, 0));
        assertThat(analyses().run(JudgedWorld.TASK, true)).isEqualTo(new ErrorAnalyses.Done(1, 1, 0, 0));
        world.fortnight(FIRST.plusDays(14), 2.0);
        assertThat(analyses().run()).as("still worse").isEqualTo(new ErrorAnalyses.Done(1, 1, 0, 0));
        assertThat(tasks.list(world.tenant)).hasSize(1);
        assertThat(analyses().list(JudgedWorld.TASK, 1, 0).getFirst().followed()).singleElement()
                .satisfies(followed -> {
                    assertThat(followed.fresh()).isTrue();
                    assertThat(followed.closed()).isFalse();
                });
    }

    @Test
    void aTaskIsClosedByAFortnightOfItsOwnInWhichTheSegmentIsNoLongerWorse() {
        world.fortnight(FIRST, 2.0);
        analyses().run();
        world.fortnight(FIRST.plusDays(14), 1.0);

        assertThat(analyses().run()).isEqualTo(new ErrorAnalyses.Done(1, 0, 0, 1));

        ImprovementTask task = tasks.list(world.tenant).getFirst();
        assertThat(task.state()).isEqualTo(State.DONE);
        assertThat(task.result()).startsWith("In the fortnight to 2025-06-02 the difference was ")
                .endsWith("; the segment is no longer worse.");
    }

    @Test
    void aWindowOfWhichLittleIsKnownClosesNothing() {
        world.fortnight(FIRST, 2.0);
        analyses().run();
        ErrorAnalysis first = analyses().list(JudgedWorld.TASK, 1, 0).getFirst();
        double apart = tasks.list(world.tenant).getFirst().order().facts().getOrDefault("apart", 0.0);
        var next = new ErrorAnalysis(first.task(), first.to(), first.to().plus(Duration.ofDays(14)), 1, 9, 9, 1, 0,
                List.of(), List.of());

        assertThat(followed(next, apart / 4, apart * 1.01).closed()).isFalse();
        assertThat(followed(next, apart / 4, apart * 0.99).closed()).isTrue();
    }

    private Followed followed(ErrorAnalysis analysis, double apart, double high) {
        return world.database.transactions().call(world.tenant,
                db -> new SegmentTasks().follow(db, analysis,
                        (segment, fault) -> Optional.of(new Measured(apart, 0, -high,
                                high, 0.5, new Measured.Told(20, 40, 0.1, 0.1)))))
                .getFirst();
    }

    @Test
    void aWindowThatSharesDaysWithTheOneItWasOpenedOnClosesNothing() {
        world.fortnight(FIRST, 2.0);
        analyses().run();
        world.days(FIRST.plusDays(14), 12, 0.0);
        world.judgedUpTo(FIRST.plusDays(26));

        analyses().run();

        Followed followed = analyses().list(JudgedWorld.TASK, 1, 0).getFirst().followed().getFirst();
        assertThat(followed.fresh()).isFalse();
        assertThat(followed.measured()).isNotNull();
        assertThat(tasks.list(world.tenant).getFirst().state()).isEqualTo(State.OPEN);
    }

    @Test
    void whatAPersonDismissedIsLeftAloneUntilItsReviewDate() {
        world.fortnight(FIRST, 2.0);
        analyses().run();
        tasks.close(world.tenant, tasks.list(world.tenant).getFirst().id().toString(), false, "That source ends.");
        world.fortnight(FIRST.plusDays(14), 2.0);
        assertThat(analyses().run()).isEqualTo(new ErrorAnalyses.Done(1, 1, 0, 0));
        world.fortnight(FIRST.plusDays(28), 2.0);

        assertThat(analyses().run()).isEqualTo(new ErrorAnalyses.Done(1, 1, 1, 0));
    }

    @Test
    void forecastsThatAreRightOpenNothing() {
        world.fortnight(FIRST, 1.0);

        assertThat(analyses().run()).isEqualTo(new ErrorAnalyses.Done(1, 0, 0, 0));
        assertThat(tasks.list(world.tenant)).isEmpty();
        assertThat(analyses().list(JudgedWorld.TASK, 1, 0).getFirst().looked()).isGreaterThan(5);
    }

    @Test
    void whatComesLaterChangesNothing() {
        world.fortnight(FIRST, 2.0);
        analyses().run();
        ErrorAnalysis before = analyses().list(JudgedWorld.TASK, 1, 0).getFirst();
        world.days(FIRST.plusDays(14), 5, 9.0);
        world.execute(
                "insert into theme (id, label_state, written_by, terms, centre, bar, captions, creators, last_week,"
                        + " week_before, languages, begun_at, last_caption_at) values (1, 'NONE', 'TEMPLATE', '{}', '', 0, 1, 1, 1,"
                        + " 1, '{en}', '2025-05-20', '2025-05-20')");
        world.execute("insert into theme_member (kind, entity_id, theme_id, likeness, since)"
                + " select 'HASHTAG', entity_id, 1, 1, '2025-05-20' from outcome where label group by entity_id");

        analyses().run(JudgedWorld.TASK, true);

        ErrorAnalysis after = analyses().list(JudgedWorld.TASK, 1, 0).getFirst();
        assertThat(after.findings().stream().map(one -> one.with(List.of())).toList())
                .isEqualTo(before.findings().stream().map(one -> one.with(List.of())).toList());
        assertThat(after.looked()).isEqualTo(before.looked());
        assertThat(after.forecasts()).isEqualTo(before.forecasts());
    }

    @Test
    void aModelThatKeepsToTheFactsIsHeardAndOneThatDoesNotIsNot() {
        world.fortnight(FIRST, 2.0);
        Wordings free = SampleWordings.of(world.tenant,
                List.of("Far too many surges of this segment were missed, 99 % of them [f2].", "Trust me [f3]."));
        world.analyses(free).run();
        assertThat(analyses().list(JudgedWorld.TASK, 1, 0).getFirst().findings().getFirst().text("en").orElseThrow()
                .by()).isEqualTo(Worded.Author.TEMPLATE);
        FindingText.Told told = FindingText.in(java.util.Locale.ENGLISH).told(JudgedWorld.TASK.kind(),
                analyses().list(JudgedWorld.TASK, 1, 0).getFirst().findings().getFirst(),
                analyses().list(JudgedWorld.TASK, 1, 0).getFirst().to());
        Wordings held = SampleWordings.of(world.tenant, List.of(
                told.sentences().get(1).replace("The gap is", "Its gap is"), told.sentences().get(3)));

        world.analyses(held).run(JudgedWorld.TASK, true);

        Finding.Text text = analyses().list(JudgedWorld.TASK, 1, 0).getFirst().findings().getFirst().text("en")
                .orElseThrow();
        assertThat(text.by()).isEqualTo(Worded.Author.MODEL);
        assertThat(text.model()).isEqualTo("parrot");
        assertThat(text.sentences().getFirst()).startsWith("Its gap is");
    }

    @Test
    void aRunThatStopsBeforeItIsKeptLeavesNothingAndIsMadeUpFor() {
        world.fortnight(FIRST, 2.0);
        Wordings usual = world.templates();
        ErrorAnalyses stopped = world.analyses(new Wordings(matter -> {
            throw new IllegalStateException("killed");
        }, usual.prompts(), usual.outputs(), usual.spending(), "USD"));

        assertThatThrownBy(stopped::run).hasMessage("killed");

        assertThat(analyses().list(JudgedWorld.TASK, 1, 0)).isEmpty();
        assertThat(tasks.list(world.tenant)).isEmpty();
        assertThat(analyses().run()).isEqualTo(new ErrorAnalyses.Done(1, 1, 1, 0));
    }

    @Test
    void withoutAJudgedDayThereIsNothingToAnalyse() {
        assertThat(analyses().run()).isEqualTo(new ErrorAnalyses.Done(0, 0, 0, 0));
        assertThat(analyses().list(JudgedWorld.TASK, 1, 0)).isEmpty();
    }
}

package dev.upswell.server.creative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.PatternAnalysis;
import dev.upswell.pattern.select.Exclusion;
import dev.upswell.pattern.select.SelectionSettings;
import dev.upswell.pattern.select.Widened;
import dev.upswell.pattern.select.Widening;
import dev.upswell.server.creative.PatternRun.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatternRunsTest {

    private static String json(PatternRun run) {
        return PatternJson.write(Objects.requireNonNull(run.analysis(), "it is done"));
    }

    @Test
    void aStrongChoiceOfTheCaptionIsFoundWithoutAnyAnalyser() {
        var posted = PostedVideos.of(120, 2.5);

        PatternRun run = posted.run();

        assertThat(run.state()).isEqualTo("done");
        assertThat(run.client()).isEqualTo("Acme");
        assertThat(run.subject().said()).isEqualTo("#bali");
        assertThat(run.progress()).isEqualTo(new PatternRun.Progress(100, 100, 0, 0));
        assertThat(run.chosen().left(Exclusion.NOT_DRAWN)).isEqualTo(20);
        PatternAnalysis analysis = Objects.requireNonNull(run.analysis());
        assertThat(analysis.buckets()).singleElement()
                .satisfies(bucket -> assertThat(bucket.confirmed(true)).extracting(Finding::choice)
                        .extracting(choice -> choice.feature().name()).contains("metadata_has_question"));
        assertThat(posted.runs.list(10, 0).items()).containsExactly(run);
        assertThat(posted.runs.get(run.id().toString())).isEqualTo(run);
        assertThat(posted.runs.videos(run.id())).hasSize(100).allSatisfy(video -> assertThat(
                video.features().find(FeatureDictionary.STANDARD.get("metadata_hashtags"))).hasValue(2));
    }

    @Test
    void aSearchThatIsCutOffAtAnyVideoGoesOnWithTheNextAndFindsTheSame() {
        var posted = PostedVideos.of(24, 2);
        String whole = json(posted.run());

        for (int at = 1; at <= 24; at++) {
            int killed = at;
            String id;
            try (BegunSearch begun = posted.runs.begin(posted.wanted())) {
                id = begun.id().toString();
                assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> begun.run(1, (done, total) -> {
                    if (done == killed) {
                        throw new IllegalStateException("killed");
                    }
                }));
            }
            PatternRun open = posted.runs.get(id);
            assertThat(open.end()).isEqualTo(new End.Open());
            assertThat(open.progress().done()).as("durable at the kill").isEqualTo(killed);
            List<Integer> seen = new ArrayList<>();

            try (BegunSearch resumed = posted.runs.begin(posted.wanted())) {
                assertThat(resumed.id()).isEqualTo(open.id());
                assertThat(json(resumed.run(1, (done, total) -> seen.add(done)))).isEqualTo(whole);
            }
            assertThat(seen).containsExactlyElementsOf(IntStream.rangeClosed(killed + 1, 24).boxed().toList());
        }
    }

    @Test
    void workersAndBatchesChangeNoResult() {
        var posted = PostedVideos.of(60, 2);
        String one;
        try (BegunSearch begun = posted.runs.begin(posted.wanted())) {
            one = json(begun.run(1, PatternRuns.Progress.SILENT));
        }

        try (BegunSearch begun = posted.runs.begin(posted.wanted())) {
            assertThat(json(begun.run(7, PatternRuns.Progress.SILENT))).isEqualTo(one);
        }
    }

    @Test
    void aVideoThatCannotBeReadIsNotedAndSkippedAndTooManyOfThemEndTheSearch() {
        var posted = PostedVideos.of(24, 2);
        try (BegunSearch begun = posted.runs.begin(posted.wanted())) {
            posted.forget();
            PatternRun run = begun.run(2, PatternRuns.Progress.SILENT);

            assertThat(run.state()).isEqualTo("failed");
            assertThat(((End.Failed) run.end()).why())
                    .isEqualTo("Of 24 videos 24 could not be read; a result needs 80 % of them.");
            assertThat(posted.runs.failures(run.id())).containsExactly(
                    new PatternRun.Skipped("no longer stored", 24, String.valueOf(PostedVideos.FIRST)));
        }
        String id = posted.runs.list(1, 0).items().getFirst().id().toString();
        assertThatExceptionOfType(PatternRefused.class).isThrownBy(() -> posted.runs.resume(id))
                .satisfies(no -> assertThat(no.what()).isEqualTo("The search " + id + " cannot go on: it is failed."));
    }

    @Test
    void fourOfFiveVideosAreEnoughAndTheOthersAreToldWithTheReason() {
        var posted = PostedVideos.of(25, 2);
        try (BegunSearch begun = posted.runs.begin(posted.wanted())) {
            posted.forgetAllBut(20);

            PatternRun run = begun.run(2, PatternRuns.Progress.SILENT);

            assertThat(run.state()).isEqualTo("done");
            assertThat(run.progress()).isEqualTo(new PatternRun.Progress(25, 20, 5, 0));
            assertThat(posted.runs.videos(run.id())).hasSize(20);
            assertThat(Objects.requireNonNull(run.analysis()).buckets()).singleElement()
                    .satisfies(bucket -> assertThat(bucket.figures().videos()).isEqualTo(20));
            assertThat(posted.runs.failures(run.id())).containsExactly(
                    new PatternRun.Skipped("no longer stored", 5, String.valueOf(PostedVideos.FIRST + 20)));
        }
    }

    @Test
    void lessThanFourOfFiveVideosAreNotEnough() {
        var posted = PostedVideos.of(25, 2);
        try (BegunSearch begun = posted.runs.begin(posted.wanted())) {
            posted.forgetAllBut(19);

            PatternRun run = begun.run(2, PatternRuns.Progress.SILENT);

            assertThat(run.end()).isEqualTo(new End.Failed(PostedVideos.NOON,
                    "Of 25 videos 6 could not be read; a result needs 80 % of them."));
            assertThat(run.progress()).isEqualTo(new PatternRun.Progress(25, 19, 6, 0));
        }
    }

    @Test
    void twoSearchesAreNotAtWorkAtOnceAndNonsenseIsRefused() {
        var posted = PostedVideos.of(24, 0);
        try (BegunSearch begun = posted.runs.begin(posted.wanted())) {
            assertThat(begun.id()).isNotNull();
            assertThatExceptionOfType(PatternRefused.class).isThrownBy(() -> posted.runs.begin(posted.wanted()))
                    .withMessageContaining("Patterns are being searched for.");
        }
        assertThatExceptionOfType(PatternRefused.class).isThrownBy(() -> posted.runs.get("x"))
                .withMessageContaining("There is no search for patterns under x.");
        assertThatExceptionOfType(PatternRefused.class).isThrownBy(
                () -> posted.runs.begin(new PatternRuns.Wanted("Acme", PatternSubject.of("none", null),
                        PostedVideos.QUICK, "ada")))
                .withMessageContaining("No video of #none is stored.");
        assertThatExceptionOfType(PatternRefused.class)
                .isThrownBy(() -> new PatternRuns.Wanted(" ", PatternSubject.ALL, PostedVideos.QUICK, "ada"))
                .withMessageContaining("It is not said for which client.");
        assertThatExceptionOfType(PatternRefused.class).isThrownBy(() -> PatternSubject.of("a", "b"))
                .withMessageContaining("Both a hashtag and creators are named.");
    }

    private static PatternRuns.Wanted february(Widening widening) {
        SelectionSettings usual = SelectionSettings.USUAL;
        return new PatternRuns.Wanted("Acme", PatternSubject.of("ubud", null),
                new PatternSettings(
                        new SelectionSettings(Instant.parse("2026-02-01T00:00:00Z"), null, usual.leastViews(),
                                usual.leastEngagement(), usual.collected(), 30, 50, 42),
                        PostedVideos.QUICK.search(), widening, false),
                "ada");
    }

    @Test
    void aLengthWithTooFewVideosGetsThemFromOtherDatesAndThenFromSiblingHashtags() {
        var posted = PostedVideos.few();
        PatternRun run;
        try (BegunSearch begun = posted.runs.begin(february(Widening.HASHTAGS))) {
            run = begun.run(2, PatternRuns.Progress.SILENT);
        }

        assertThat(run.chosen().widened()).singleElement().satisfies(one -> {
            assertThat(one.before()).isEqualTo(12);
            assertThat(one.otherDates()).isEqualTo(6);
            assertThat(one.from()).isEqualTo("2026-01-10T00:00:00Z");
            assertThat(one.lent()).containsExactly(new Widened.Lent("food", 8 / Math.sqrt(18 * 38), 8, 12));
        });
        assertThat(run.chosen().taken()).isEqualTo(18);
        assertThat(run.chosen().candidates()).as("of the hashtag").isEqualTo(18);
        assertThat(run.chosen().borrowed()).hasSize(12)
                .allSatisfy(one -> assertThat(one.hashtag()).isEqualTo("food"));
        assertThat(posted.runs.videos(run.id())).hasSize(30).filteredOn(video -> !video.own())
                .extracting(video -> video.id().value())
                .containsExactlyElementsOf(run.chosen().borrowed().stream().map(Chosen.Borrowed::video).toList());
        assertThat(Objects.requireNonNull(run.analysis()).buckets().getFirst().figures().videos()).isEqualTo(18);
        assertThat(Objects.requireNonNull(run.analysis()).buckets().getFirst().depth())
                .isEqualTo(BucketAnalysis.Depth.RECOMMENDED);
        assertThat(posted.runs.get(run.id().toString())).isEqualTo(run);
    }

    @Test
    void nothingComesInWhereItIsNotWantedAndNoHashtagWithDatesAlone() {
        var posted = PostedVideos.few();

        try (BegunSearch begun = posted.runs.begin(february(Widening.NONE))) {
            assertThat(begun.run(1, PatternRuns.Progress.SILENT).progress().videos()).isEqualTo(12);
        }
        try (BegunSearch begun = posted.runs.begin(february(Widening.DATES))) {
            PatternRun run = begun.run(1, PatternRuns.Progress.SILENT);
            assertThat(run.progress().videos()).isEqualTo(18);
            assertThat(run.chosen().borrowed()).isEmpty();
        }
    }

    @Test
    void aWidenedSearchThatWasCutOffGoesOnWithTheVideosThatCameInThen() {
        var posted = PostedVideos.few();
        String whole;
        try (BegunSearch begun = posted.runs.begin(february(Widening.HASHTAGS))) {
            whole = json(begun.run(1, PatternRuns.Progress.SILENT));
        }
        List<AnalysedVideo> videos = posted.runs.videos(posted.runs.list(1, 0).items().getFirst().id());
        String id;
        try (BegunSearch begun = posted.runs.begin(february(Widening.HASHTAGS))) {
            id = begun.id().toString();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> begun.run(1, (done, total) -> {
                if (done == 20) {
                    throw new IllegalStateException("killed");
                }
            }));
        }
        posted.store(List.of("('1', 'poll', 'new', NULL, 'ubud', TIMESTAMP '2026-02-10', 10000, 'New')"),
                List.of("('video', '1', 'poll', TIMESTAMP '2026-02-20', 10000, 550, 0, 0, NULL)"));

        try (BegunSearch resumed = posted.runs.begin(february(Widening.HASHTAGS))) {
            assertThat(resumed.id()).hasToString(id);
            PatternRun run = resumed.run(3, PatternRuns.Progress.SILENT);
            assertThat(json(run)).isEqualTo(whole);
            assertThat(posted.runs.videos(run.id())).isEqualTo(videos);
        }
    }

    @Test
    void videosOfTrialsCountAsTheirVerdictSays() {
        var posted = PostedVideos.of(24, 2);
        String first = String.valueOf(PostedVideos.FIRST);
        String second = String.valueOf(PostedVideos.FIRST + 1);
        String third = String.valueOf(PostedVideos.FIRST + 2);
        var runs = new PatternRuns(posted.tenant, posted.database, () -> PostedVideos.NOON,
                () -> List.of(new PatternRuns.Tried(first, DurationBucket.UP_TO_15, 2, true),
                        new PatternRuns.Tried(second, DurationBucket.UP_TO_15, 1, false),
                        new PatternRuns.Tried(second, DurationBucket.UP_TO_15, 2, true),
                        new PatternRuns.Tried(third, DurationBucket.UP_TO_60, 2, true),
                        new PatternRuns.Tried("unknown", DurationBucket.UP_TO_15, 2, true)));

        try (BegunSearch begun = runs.begin(posted.wanted())) {
            PatternRun run = begun.run(2, PatternRuns.Progress.SILENT);
            assertThat(run.chosen().validated()).isEqualTo(2);
            assertThat(run.chosen().rejected()).isZero();
            assertThat(runs.videos(run.id())).filteredOn(video -> video.tried() == 2)
                    .extracting(video -> video.id().value()).containsExactly(first, second);
        }
    }

    @Test
    void searchesFromBeforeThereWasAChoiceWidenedNothing() {
        String settings = PatternJson.write(february(Widening.NONE).settings()).replace(",\"widening\":\"NONE\"", "");
        assertThat(settings).doesNotContain("widening");

        assertThat(PatternJson.read(settings, PatternSettings.class)).isEqualTo(february(Widening.NONE).settings());
        Chosen chosen = PatternJson.read("{\"candidates\":3,\"buckets\":[],\"reasons\":{\"TOO_LONG\":3},"
                + "\"excluded\":[]}", Chosen.class);
        assertThat(chosen.widened()).isEmpty();
        assertThat(chosen.left(Exclusion.TOO_LONG)).isEqualTo(3);
    }

    @Test
    void videosOfCreatorsAndAllVideosCanBeSearched() {
        var posted = PostedVideos.of(30, 0);

        try (BegunSearch begun = posted.runs.begin(new PatternRuns.Wanted("Acme",
                PatternSubject.of(null, "@C1, c2 c1"), PostedVideos.QUICK, "ada"))) {
            assertThat(begun.run(1, PatternRuns.Progress.SILENT).progress().videos()).isEqualTo(2);
        }
        try (BegunSearch begun = posted.runs.begin(new PatternRuns.Wanted("Acme", PatternSubject.ALL,
                PostedVideos.QUICK, "ada"))) {
            assertThat(begun.run(1, PatternRuns.Progress.SILENT).progress().videos()).isEqualTo(30);
        }
    }
}

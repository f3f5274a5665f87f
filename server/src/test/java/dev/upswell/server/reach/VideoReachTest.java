package dev.upswell.server.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.forecast.reach.ReachBacktest;
import dev.upswell.forecast.reach.ReachSettings;
import dev.upswell.forecast.reach.ReachStage;
import dev.upswell.forecast.reach.ReachTarget;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VideoReachTest {

    private static final int HOURS = 240;

    @Test
    void everyStageIsForetoldOnceAndComparedWhenItsOutcomeIsKnown() {
        var watched = WatchedVideos.ofHours(HOURS);
        KeptModel model = watched.reach.train(WatchedVideos.hour(200));

        VideoReach.Round round = watched.reach.keepUp(WatchedVideos.hour(HOURS));

        assertThat(round.trained()).isFalse();
        assertThat(round.foretold()).isPositive();
        assertThat(watched.reach.keepUp(WatchedVideos.hour(HOURS)).foretold()).isZero();
        List<KeptForecast> early = watched.reach.of("v205");
        assertThat(early).extracting(one -> one.forecast().stage()).containsExactly(ReachStage.values());
        assertThat(early).allSatisfy(one -> {
            assertThat(one.model()).isEqualTo(model.id());
            assertThat(one.outcome()).isNotNull();
            assertThat(one.forecast().range().low()).isLessThanOrEqualTo(one.forecast().range().high());
        });
        assertThat(watched.reach.of("v230")).isNotEmpty()
                .allSatisfy(one -> assertThat(one.outcome()).isNull());
        assertThat(watched.reach.of("v199")).noneMatch(one -> one.forecast().stage() == ReachStage.DRAFT);
    }

    @Test
    void laterReadingsSettleWhatWasOpen() {
        var watched = WatchedVideos.ofHours(HOURS);
        watched.reach.train(WatchedVideos.hour(200));
        watched.reach.keepUp(WatchedVideos.hour(HOURS));
        watched.publish(HOURS - 40, HOURS + 40);

        VideoReach.Round round = watched.reach.keepUp(WatchedVideos.hour(HOURS + 40));

        assertThat(round.settled()).isPositive();
        assertThat(watched.reach.of("v230")).isNotEmpty().allSatisfy(one -> assertThat(one.outcome()).isNotNull());
    }

    @Test
    void readingsThatComeDaysLateSettleToo() {
        var watched = WatchedVideos.ofHours(HOURS);
        watched.reach.train(WatchedVideos.hour(200));
        watched.reach.keepUp(WatchedVideos.hour(HOURS));
        watched.publish(HOURS - 40, HOURS + 200);

        watched.reach.keepUp(WatchedVideos.hour(HOURS + 200));

        assertThat(watched.reach.of("v230")).isNotEmpty().allSatisfy(one -> assertThat(one.outcome()).isNotNull());
    }

    @Test
    void videosOfTwoWeeksAreRecentByTheClockOfTheReadings() {
        var watched = WatchedVideos.ofHours(HOURS);
        watched.reach.train(WatchedVideos.hour(200));
        watched.reach.keepUp(WatchedVideos.hour(HOURS));
        assertThat(watched.reach.latest(watched.reach.recently(), 10, 0).total()).isPositive();

        watched.publish(HOURS + 400, HOURS + 440);

        assertThat(watched.reach.latest(watched.reach.recently(), 10, 0).total()).isZero();
        assertThat(new WatchedVideos().reach.recently()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void whatIsDoneIsWrittenIntoTheEventLog() {
        var watched = WatchedVideos.ofHours(HOURS);
        watched.reach.train(WatchedVideos.hour(200));
        watched.reach.keepUp(WatchedVideos.hour(HOURS));
        watched.reach.judge(new ReachBacktest.Range(WatchedVideos.hour(170), WatchedVideos.hour(210),
                Duration.ofDays(2)));
        watched.reach.keepUp(WatchedVideos.hour(HOURS));

        List<String> types = watched.database.transactions().call(watched.tenant, db -> db
                .sql("select type from event_log where slice = 'reach' order by occurred_at, type").query(String.class)
                .list());
        assertThat(types).containsExactly("TRAIN_DONE", "PREDICT_DONE", "OUTCOMES_SETTLED", "BACKTEST_DONE");
    }

    @Test
    void modelIsTrainedByItselfAndAgainAfterAWeek() {
        var watched = WatchedVideos.ofHours(HOURS);

        assertThat(watched.reach.keepUp(WatchedVideos.hour(150)).trained()).isTrue();
        assertThat(watched.reach.keepUp(WatchedVideos.hour(200)).trained()).isFalse();
        assertThat(watched.reach.models()).hasSize(1)
                .allSatisfy(model -> assertThat(model.target()).isEqualTo(ReachTarget.DAY));
    }

    @Test
    void draftIsCheckedAgainstWhatTheCreatorUsuallyReaches() {
        var watched = WatchedVideos.ofHours(HOURS);
        watched.reach.train(WatchedVideos.hour(HOURS));

        var small = watched.reach.check(draft("@Creator0"));
        var large = watched.reach.check(draft("creator9"));

        assertThat(large.range().median()).isGreaterThan(3 * small.range().median());
        assertThat(large.breakout()).isGreaterThan(small.breakout());
    }

    @Test
    void figuresOfABacktestStayWithTheModel() {
        var watched = WatchedVideos.ofHours(HOURS);
        KeptModel model = watched.reach.train(WatchedVideos.hour(HOURS));
        assertThat(model.judged()).isNull();

        watched.reach.judge(new ReachBacktest.Range(WatchedVideos.hour(170), WatchedVideos.hour(210),
                Duration.ofDays(2)));

        assertThat(watched.reach.models()).singleElement().satisfies(judged -> {
            assertThat(judged.judged()).isNotNull();
            assertThat(judged.judged().stages()).hasSize(4)
                    .allSatisfy(stage -> assertThat(stage.videos()).isEqualTo(41));
        });
    }

    @Test
    void aBacktestOverAllTimesGoesThroughTheTimesOfWhichThereAreVideos() {
        var watched = WatchedVideos.ofHours(HOURS);
        watched.reach.train(WatchedVideos.hour(HOURS));

        KeptModel judged = watched.reach.judge(new ReachBacktest.Range(Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("9999-12-31T00:00:00Z"), Duration.ofDays(2)));

        assertThat(judged.judged().from()).isEqualTo(WatchedVideos.START);
        assertThat(judged.judged().to()).isBeforeOrEqualTo(WatchedVideos.hour(HOURS));
        assertThatExceptionOfType(ReachRefused.class).isThrownBy(() -> watched.reach.judge(new ReachBacktest.Range(
                Instant.parse("2031-01-01T00:00:00Z"), Instant.parse("2032-01-01T00:00:00Z"), Duration.ofDays(2))))
                .withMessageContaining("No video of that time can be judged");
    }

    @Test
    void anEmptyHandleIsNoCreator() {
        assertThat(draft("@").video(WatchedVideos.START).creator()).isNull();
        assertThat(draft(" @@ ").video(WatchedVideos.START).creator()).isNull();
    }

    @Test
    void archiveReadOnceTeachesSettledViews() {
        Instant crawled = Instant.parse("2025-06-01T00:00:00Z");
        var watched = new WatchedVideos();
        watched.publishReadOnce(600, crawled);

        assertThat(watched.reach.train(crawled).target()).isEqualTo(ReachTarget.SETTLED);
        assertThat(watched.reach.check(draft("creator3")).range().median()).isPositive();
    }

    @Test
    void withoutVideosItIsSaidWhatIsMissing() {
        var reach = new WatchedVideos().reach;

        assertThatExceptionOfType(ReachRefused.class).isThrownBy(() -> reach.train(WatchedVideos.START))
                .withMessageContaining("Fewer than 60 videos").withMessageContaining("Import videos");
        assertThatExceptionOfType(ReachRefused.class).isThrownBy(() -> reach.check(draft("x")))
                .withMessageContaining("No reach model");
        assertThat(reach.keepUp(WatchedVideos.START)).isEqualTo(new VideoReach.Round(false, 0, 0));
    }

    @Test
    void anotherTenantSeesNothing() {
        var watched = WatchedVideos.ofHours(HOURS);
        watched.reach.train(WatchedVideos.hour(200));
        watched.reach.keepUp(WatchedVideos.hour(HOURS));
        var other = new VideoReach(TestDatabase.newTenant(), watched.database,
                ReachSettings.usual(1, "test"));

        assertThat(other.models()).isEmpty();
        assertThat(other.of("v205")).isEmpty();
        assertThat(other.latest(Instant.EPOCH, 10, 0).total()).isZero();
    }

    private static ReachDraft draft(String creator) {
        return new ReachDraft("Day by day #one", List.of("#Two"), null, creator, Duration.ofSeconds(15), null);
    }
}

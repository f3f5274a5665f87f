package dev.upswell.server.fyp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.FypScoring;
import dev.upswell.fyp.Mark;
import dev.upswell.fyp.MarkValues;
import dev.upswell.fyp.RootCause;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.RegistryRefused;
import dev.upswell.server.registry.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VideoScoresTest {

    @Test
    void videosAreScoredAtTheirMarks() {
        ScoredBrand brand = ScoredBrand.scored(72);

        Diagnosis diagnosis = brand.scores.of("v20").orElseThrow();

        assertThat(diagnosis.marks()).extracting(FypScore::mark).containsExactly(Mark.values());
        assertThat(diagnosis.latest().title()).isEqualTo("Film v20");
        assertThat(diagnosis.latest().score().coverage()).isBetween(0.4, 0.6);
        assertThat(diagnosis.cause().causes().stream().mapToDouble(one -> one.points()).sum())
                .isCloseTo(diagnosis.latest().score().fyp().orElseThrow() - 50,
                        within(1e-9));
        assertThat(brand.scores.list(ScoreFilter.ALL, 5, 0).items()).hasSize(5);
        assertThat(brand.scores.of("v9999")).isEmpty();
    }

    @Test
    void carryingOnEqualsScoringAtOnceAndAnew() {
        ScoredBrand inParts = new ScoredBrand();
        Instant before = ScoredBrand.START;
        for (int hour = 7; hour <= 200; hour += 13) {
            inParts.publish(before, ScoredBrand.at(hour, 0));
            inParts.scores.keepUp(ScoredBrand.at(hour, 0));
            before = ScoredBrand.at(hour, 0);
        }
        inParts.publish(before, ScoredBrand.at(210, 0));
        inParts.scores.keepUp(ScoredBrand.at(210, 0));

        List<FypScore> atOnce = ScoredBrand.scored(210).kept();

        assertThat(inParts.kept()).isEqualTo(atOnce).hasSizeGreaterThan(250);
        assertThat(FypScoring.scores(List.of(), atOnce.stream().map(VideoScoresTest::measured).toList()))
                .isEqualTo(atOnce);
    }

    private static MarkValues measured(FypScore score) {
        Map<FypMetric, Double> values = new EnumMap<>(FypMetric.class);
        score.parts().forEach((metric, part) -> values.put(metric, part.value()));
        values.remove(FypMetric.TIMING);
        return new MarkValues(score.video(), score.mark(), score.postedAt(), values);
    }

    @Test
    void laterReadingsChangeNoEarlierScore() {
        ScoredBrand brand = ScoredBrand.scored(100);
        List<FypScore> before = brand.kept();

        brand.publish(ScoredBrand.at(100, 0), ScoredBrand.at(150, 0));
        brand.scores.keepUp(ScoredBrand.at(150, 0));

        assertThat(brand.kept().subList(0, before.size())).isEqualTo(before);
        assertThat(brand.kept()).hasSizeGreaterThan(before.size());
    }

    @Test
    void theSameDataAgainScoreNothing() {
        ScoredBrand brand = ScoredBrand.scored(50);

        assertThat(brand.scores.keepUp(ScoredBrand.at(50, 0))).hasValue(VideoScores.Round.NOTHING);
        brand.publish(ScoredBrand.START, ScoredBrand.at(50, 0));
        assertThat(brand.scores.keepUp(ScoredBrand.at(50, 0))).hasValue(VideoScores.Round.NOTHING);
    }

    @Test
    void anAlarmOpensATaskWithinAMinuteOfTheMarkWithoutNewReadings() {
        ScoredBrand brand = ScoredBrand.scored(38);
        // The twentieth video starts slowly at hour 38; its last reading before the mark is of minute 12.
        brand.publish(ScoredBrand.at(38, 0), ScoredBrand.at(38, 12));
        assertThat(minutesUntilATask(brand, 38)).isEqualTo(15);

        ImprovementTask task = brand.tasks().getFirst();
        assertThat(task.order().topic()).isEqualTo("act on video v19");
        assertThat(task.order().category()).isEqualTo(ImprovementTask.Category.CONTENT);
        assertThat(task.order().ownerAgent()).isEqualTo("creator");
        assertThat(task.order().reviewDate()).isEqualTo(LocalDate.of(2025, 3, 4));
        assertThat(task.order().facts()).containsEntry("slaHours", 6.0).containsKey("v15_place");
        assertThat(task.order().trigger()).startsWith(
                "15 minutes after posting: views per minute over the first 15 minutes 1.0 views/min, above ")
                .contains(" of your videos of 14 days (their median: ");
        assertThat(task.order().hypothesis()).isEqualTo("To do until 4 Mar 2025, 20:15 UTC: compare the first second"
                + " with similar winners; pin a comment that asks a question; post the next video in a stronger slot.");
        assertThat(new Tasks(brand.database).alerts(brand.tenant).list(Alerts.Filter.ALL, 5, 0)).singleElement()
                .satisfies(alert -> assertThat(alert.type()).isEqualTo("VIDEO_ALARM"));
    }

    /// Looks every minute from an hour on, for twenty minutes.
    private static int minutesUntilATask(ScoredBrand brand, int hour) {
        for (int minute = 12; minute <= 32; minute++) {
            brand.scores.keepUp(ScoredBrand.at(hour, minute));
            if (!brand.tasks().isEmpty()) {
                return minute;
            }
        }
        return Integer.MAX_VALUE;
    }

    @Test
    void whatIsLongOverOpensNoTask() {
        ScoredBrand brand = ScoredBrand.scored(200);

        assertThat(brand.kept()).anySatisfy(score -> assertThat(score.alarms()).isNotEmpty());
        assertThat(brand.tasks()).isEmpty();
    }

    @Test
    void slotsAreKnownADayAfterPosting() {
        VideoScores.Slots slots = ScoredBrand.scored(200).scores.slots(null);

        assertThat(slots.items()).hasSizeGreaterThan(70)
                .allSatisfy(slot -> assertThat(slot.slot().hour() % 2).isZero());
        assertThat(new ScoredBrand().scores.slots(null).items()).isEmpty();
    }

    @Test
    void whatOwnersAreToldCountsFromWhenItIsTold() {
        ScoredBrand brand = new ScoredBrand();
        brand.publish(ScoredBrand.START, ScoredBrand.at(60, 0));
        brand.scores.keepUp(ScoredBrand.at(60, 0));
        assertThat(brand.kept()).noneMatch(score -> score.parts().containsKey(FypMetric.COMPLETION_RATE));

        brand.tell(ScoredBrand.at(20, 0), 8);
        brand.scores.keepUp(ScoredBrand.at(60, 0));

        List<FypScore> told = new ArrayList<>(brand.kept());
        told.removeIf(score -> !score.parts().containsKey(FypMetric.COMPLETION_RATE));
        assertThat(told).isNotEmpty().allSatisfy(score -> {
            assertThat(score.asOf()).isAfterOrEqualTo(ScoredBrand.at(20, 0));
            assertThat(score.parts()).containsKeys(FypMetric.DROP_0_3S, FypMetric.DROP_3_5S);
        });
    }

    @Test
    void whatIsToldDaysLaterChangesTheSettledScoreAlone() {
        ScoredBrand brand = ScoredBrand.scored(120);
        List<FypScore> known = brand.kept();
        Diagnosis before = brand.scores.of("v20").orElseThrow();
        assertThat(before.latest().settled().score()).isEqualTo(before.atDay().orElseThrow());
        assertThat(before.latest().settled().toldAt()).isNull();

        brand.tell(ScoredBrand.at(118, 0), 40);
        VideoScores.Round round = brand.scores.keepUp(ScoredBrand.at(120, 0)).orElseThrow();

        Diagnosis after = brand.scores.of("v20").orElseThrow();
        SettledScore settled = after.latest().settled();
        assertThat(round.scored()).isZero();
        assertThat(round.settled()).isGreaterThan(30);
        assertThat(brand.kept()).isEqualTo(known);
        assertThat(brand.tasks()).isEmpty();
        assertThat(settled.toldAt()).isEqualTo(ScoredBrand.at(118, 0));
        assertThat(settled.score().coverage()).isGreaterThan(before.latest().score().coverage() + 0.2);
        assertThat(settled.late(after.atDay().orElseThrow()))
                .extracting(SettledScore.Late::metric, SettledScore.Late::known)
                .containsExactlyInAnyOrder(tuple(FypMetric.COMPLETION_RATE, null), tuple(FypMetric.DROP_0_3S, null),
                        tuple(FypMetric.DROP_3_5S, null));
        assertThat(after.cause().causes()).extracting(RootCause.Cause::metric).contains(FypMetric.COMPLETION_RATE);
        assertThat(after.cause().causes().stream().mapToDouble(RootCause.Cause::points).sum())
                .isCloseTo(settled.score().fyp().orElseThrow() - 50, within(1e-9));
    }

    @Test
    void aVideoOfWhichOnlyItsOwnerToldHasASettledScoreAlone() {
        ScoredBrand brand = new ScoredBrand();
        brand.describe("w1", ScoredBrand.START);
        brand.tell("w1", ScoredBrand.at(50, 0), "completion_rate", "0.5");

        brand.scores.keepUp(ScoredBrand.at(60, 0));

        Diagnosis told = brand.scores.of("w1").orElseThrow();
        assertThat(told.marks()).isEmpty();
        assertThat(told.latest().score().parts()).containsKey(FypMetric.COMPLETION_RATE);
        assertThat(told.steps().firing()).isEmpty();
        assertThat(brand.scores.list(ScoreFilter.ALL, 10, 0).items()).isEmpty();
    }

    @Test
    void countsToldLaterAreDividedByTheViewsOfTheirTime() {
        ScoredBrand brand = new ScoredBrand();
        brand.publish(ScoredBrand.START, ScoredBrand.at(40, 0));
        brand.tell("v1", ScoredBrand.at(98, 0), "profile_views", "30");
        brand.scores.keepUp(ScoredBrand.at(100, 0));
        assertThat(settled(brand, "v1").parts()).doesNotContainKey(FypMetric.CTR_PROFILE);

        brand.read("v1", ScoredBrand.at(90, 0), 6_000);
        brand.scores.keepUp(ScoredBrand.at(100, 0));

        assertThat(settled(brand, "v1").parts().get(FypMetric.CTR_PROFILE).value()).isEqualTo(30 / 6_000.0);
    }

    private static FypScore settled(ScoredBrand brand, String video) {
        return brand.scores.of(video).orElseThrow().latest().settled().score();
    }

    @Test
    void trendsThatAreReckonedLaterCountOnceAndStay() {
        ScoredBrand brand = ScoredBrand.scored(60);
        assertThat(brand.measured("v13", Mark.QUARTER)).doesNotContainKey(FypMetric.TREND);

        brand.trend(ScoredBrand.at(24, 0), "tag1", 2);
        brand.scores.keepUp(ScoredBrand.at(60, 0));
        double first = brand.measured("v13", Mark.QUARTER).get(FypMetric.TREND);
        brand.trend(ScoredBrand.at(24, 0), "tag3", 9);
        brand.scores.keepUp(ScoredBrand.at(60, 0));

        assertThat(first).isEqualTo(1);
        assertThat(brand.measured("v13", Mark.QUARTER)).containsEntry(FypMetric.TREND, first);
        assertThat(brand.measured("v5", Mark.QUARTER)).doesNotContainKey(FypMetric.TREND);
    }

    @Test
    void aClockThatIsSetBackDeletesNothing() {
        ScoredBrand brand = ScoredBrand.scored(100);
        List<FypScore> before = brand.kept();

        brand.scores.keepUp(ScoredBrand.at(30, 0));
        brand.publish(ScoredBrand.START, ScoredBrand.at(100, 0));
        brand.scores.keepUp(ScoredBrand.at(40, 0));
        assertThat(brand.kept()).isEqualTo(before);
        brand.scores.keepUp(ScoredBrand.at(100, 0));

        assertThat(brand.kept()).isEqualTo(before);
    }

    @Test
    void filesThatWereMergedBringNothingNew() {
        ScoredBrand brand = new ScoredBrand();
        for (int hour = 0; hour < 60; hour += 10) {
            brand.publish(ScoredBrand.at(hour, hour == 0 ? 0 : 1), ScoredBrand.at(hour + 10, 0));
            brand.scores.keepUp(ScoredBrand.at(hour + 10, 0));
        }
        brand.execute("update video_measure set measures = measures || '{\"v15\": 7}' where video_id = 'v3'");
        assertThat(brand.database.compaction().compact(brand.tenant, Collected.OBSERVATION, 1)).isGreaterThan(2);

        assertThat(brand.scores.isWaiting(ScoredBrand.at(60, 0))).isTrue();
        assertThat(brand.scores.keepUp(ScoredBrand.at(60, 0))).hasValue(VideoScores.Round.NOTHING);
        brand.read("v3", ScoredBrand.at(7, 0), 5);
        brand.scores.keepUp(ScoredBrand.at(60, 0));

        assertThat(brand.measured("v3", Mark.QUARTER).get(FypMetric.V15)).isNotEqualTo(7.0);
    }

    @Test
    void whatRetentionDeletedIsNotMadeAgain() {
        ScoredBrand brand = ScoredBrand.scored(100);
        for (String table : List.of("video_measure", "video_score", "settled_score")) {
            brand.execute("delete from " + table + " where as_of < '2025-03-05T00:00:00Z'");
        }

        brand.publish(ScoredBrand.at(100, 0), ScoredBrand.at(104, 0));
        brand.scores.keepUp(ScoredBrand.at(104, 0));

        assertThat(brand.kept()).isNotEmpty()
                .allSatisfy(score -> assertThat(score.asOf()).isAfterOrEqualTo(Instant.parse("2025-03-05T00:00:00Z")));
    }

    @Test
    void aRuleThatFiresWithoutAnAlarmOpensOneTaskForEver() {
        ScoredBrand brand = ScoredBrand.scored(38);
        brand.steps.save(
                "v15 > p5 and fyp ≥ 30 and age ≤ 60 → cross-post, schedule two slots; SLA 30 min; assign Ada\n", "Ada");
        brand.publish(ScoredBrand.at(38, 0), ScoredBrand.at(41, 0));

        VideoScores.Round round = brand.scores.keepUp(ScoredBrand.at(40, 15)).orElseThrow();

        assertThat(round.plans()).isEqualTo(1);
        assertThat(brand.tasks()).singleElement().satisfies(task -> {
            assertThat(task.order().topic()).isEqualTo("act on video v20 by v15 > p5 and fyp ≥ 30 and age ≤ 60");
            assertThat(task.order().title()).isEqualTo("Act on video v20: cross-post, schedule two slots");
            assertThat(task.order().ownerAgent()).isEqualTo("Ada");
            assertThat(task.order().hypothesis())
                    .isEqualTo("To do until 4 Mar 2025, 16:45 UTC: cross-post; schedule two slots.");
            assertThat(task.order().trigger())
                    .startsWith(
                            "15 minutes after posting the rule “v15 > p5 and fyp ≥ 30 and age ≤ 60” fires: FYP score ")
                    .contains("views per minute over the first 15 minutes");
        });
        ActionPlanList.Standing plan = brand.scores.plans().list().getFirst();
        assertThat(brand.scores.plans().close(plan.plan().task(), false, "not this one")).singleElement()
                .satisfies(one -> assertThat(one.task().result()).isEqualTo("not this one"));

        // An hour later it fires again, and a mended reading changes its score.
        brand.publish(ScoredBrand.at(41, 0), ScoredBrand.at(41, 30));
        brand.scores.keepUp(ScoredBrand.at(41, 10));
        brand.read("v20", ScoredBrand.at(40, 14), 5_000);
        brand.scores.keepUp(ScoredBrand.at(41, 11));

        assertThat(brand.tasks()).hasSize(1);
        assertThat(brand.scores.plans().of("v20")).singleElement().matches(one -> !one.isPending());
        assertThatThrownBy(() -> brand.scores.plans().close(plan.plan().task(), true, "again"))
                .isInstanceOf(RegistryRefused.class);
    }

    @Test
    void anAlarmAndTheRulesBesideItAreOneTask() {
        ScoredBrand brand = ScoredBrand.scored(38);
        brand.publish(ScoredBrand.at(38, 0), ScoredBrand.at(38, 12));

        VideoScores.Round round = brand.scores.keepUp(ScoredBrand.at(38, 15)).orElseThrow();

        assertThat(round.alarms()).isEqualTo(1);
        assertThat(round.plans()).isZero();
        assertThat(brand.scores.plans().of("v19")).hasSize(2).extracting(one -> one.task().id()).containsOnly(
                brand.tasks().getFirst().id());
        assertThat(brand.scores.plans().of("v19").getFirst().plan().isOfAlarm()).isTrue();
    }

    @Test
    void rulesAreKeptInVersions() {
        ScoredBrand brand = new ScoredBrand();

        assertThat(brand.steps.current().number()).isZero();
        assertThat(brand.steps.save("v15 < p20 → look at it\n", "Ada"))
                .isInstanceOfSatisfying(NextSteps.Saved.InForce.class,
                        saved -> assertThat(saved.version().number()).isEqualTo(1));
        brand.steps.save("v15 < p20 → look at it\n", "Ada");
        brand.steps.save("v15 < p30 → look at it\n", "  ");
        assertThat(brand.steps.save("v99 < p30", "Ada")).isInstanceOf(NextSteps.Saved.Broken.class);

        assertThat(brand.steps.versions()).extracting(NextSteps.Version::number, NextSteps.Version::by)
                .containsExactly(tuple(2, "hand"),
                        tuple(1, "Ada"));
        assertThat(brand.steps.book().rules()).hasSize(1);
        assertThat(new ScoredBrand().steps.versions()).isEmpty();
    }
}

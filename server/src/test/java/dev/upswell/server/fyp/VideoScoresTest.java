package dev.upswell.server.fyp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.Viewing;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.FypScoring;
import dev.upswell.fyp.Mark;
import dev.upswell.fyp.MarkValues;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.store.Dataset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
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

        assertThat(brand.scores.keepUp(ScoredBrand.at(50, 0))).hasValue(new VideoScores.Round(0, 0));
        brand.publish(ScoredBrand.START, ScoredBrand.at(50, 0));
        assertThat(brand.scores.keepUp(ScoredBrand.at(50, 0))).hasValue(new VideoScores.Round(0, 0));
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
        assertThat(new Tasks(brand.database).alerts(brand.tenant, 5)).singleElement()
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

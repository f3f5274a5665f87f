package dev.upswell.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    private static final Instant POSTED = Instant.parse("2026-03-01T12:00:00Z");
    private static final Expectation USUAL = Expectation.USUAL;

    private final List<TrialVideo> videos = new ArrayList<>();

    private VerdictTest video(Arm arm, String creator, double rate) {
        videos.add(new TrialVideo(EntityId.video("v" + videos.size()), arm, EntityId.creator(creator), POSTED,
                new Engagement.Known(rate), Made.UNKNOWN));
        return this;
    }

    private Verdict verdict() {
        return Verdict.of(Comparison.of(videos, USUAL), USUAL);
    }

    /// So many pairs whose ratios lie around a lift, a little above and below in turn.
    private void pairs(int count, double lift) {
        for (int i = 0; i < count; i++) {
            double level = 0.02 + 0.002 * (i % 10);
            video(Arm.CONTROL, "c" + i, level);
            video(Arm.TEST, "c" + i, level * lift * Math.exp(0.4 * (i % 2 == 0 ? 1 : -1)));
        }
    }

    @Test
    void threeAgainstTwoIsNotEnoughEvidenceHoweverFarApart() {
        video(Arm.TEST, "a", 0.081).video(Arm.TEST, "b", 0.079).video(Arm.TEST, "c", 0.080).video(Arm.CONTROL, "d",
                0.040).video(Arm.CONTROL, "e", 0.041);

        assertThat(verdict()).isInstanceOfSatisfying(Verdict.NotEnoughEvidence.class, none -> {
            assertThat(none.lift().value()).isCloseTo(1.975, within(0.01));
            assertThat(none.further().paired()).isGreaterThanOrEqualTo(6);
        });
    }

    @Test
    void threeAgainstTwoAskedForAsTheSourceDoesNeedsSomeTwoHundredVideos() {
        video(Arm.TEST, "a", 0.050).video(Arm.TEST, "b", 0.031).video(Arm.TEST, "c", 0.080).video(Arm.CONTROL, "d",
                0.060).video(Arm.CONTROL, "e", 0.028);

        assertThat(verdict()).isInstanceOfSatisfying(Verdict.NotEnoughEvidence.class, none -> {
            assertThat(none.further().paired()).isBetween(150, 300);
            assertThat(none.further().apart()).isGreaterThan(none.further().paired());
        });
    }

    @Test
    void manyPairsThatAgreeValidate() {
        pairs(60, 1.6);

        assertThat(verdict()).isInstanceOfSatisfying(Verdict.Validated.class, validated -> {
            assertThat(validated.lift().value()).isCloseTo(1.6, within(1e-9));
            assertThat(validated.lift().interval().low()).isGreaterThan(1);
            assertThat(validated.lift().exceeds()).isGreaterThan(1.10);
        });
    }

    @Test
    void aLiftBelowAQuarterIsNotValidatedHoweverSure() {
        pairs(4000, 1.2);

        assertThat(verdict()).isInstanceOfSatisfying(Verdict.NotEnoughEvidence.class,
                none -> assertThat(none.lift().interval().low()).isGreaterThan(1.1));
    }

    @Test
    void anIntervalBelowTenPercentRejects() {
        pairs(200, 0.9);

        assertThat(verdict()).isInstanceOfSatisfying(Verdict.Rejected.class,
                rejected -> assertThat(rejected.lift().interval().high()).isLessThan(1.10));
    }

    @Test
    void videosThatAreNotSevenDaysOldCountForNothing() {
        pairs(60, 1.6);
        Comparison before = Comparison.of(videos, USUAL).orElseThrow();
        videos.add(new TrialVideo(EntityId.video("young"), Arm.TEST, EntityId.creator("c1"), POSTED,
                Engagement.unread(POSTED, POSTED.plusSeconds(60)), Made.UNKNOWN));
        videos.add(new TrialVideo(EntityId.video("missed"), Arm.TEST, EntityId.creator("c2"), POSTED,
                Engagement.unread(POSTED, POSTED.plus(Engagement.AGE)), Made.UNKNOWN));

        assertThat(Comparison.of(videos, USUAL)).contains(before);
        Standing standing = Standing.of(videos, USUAL);
        assertThat(standing.test().notYet()).isEqualTo(1);
        assertThat(standing.test().unread()).isEqualTo(1);
        assertThat(standing.test().due()).isEqualTo(POSTED.plus(Engagement.AGE));
    }

    @Test
    void whatCreatorsAreLikeFallsOutOfPairs() {
        pairs(20, 1.4);
        Lift before = Comparison.of(videos, USUAL).orElseThrow().lift();
        videos.clear();
        for (int i = 0; i < 20; i++) {
            double level = i % 2 == 0 ? 0.002 : 0.3;
            video(Arm.CONTROL, "c" + i, level);
            video(Arm.TEST, "c" + i, level * 1.4 * Math.exp(0.4 * (i % 2 == 0 ? 1 : -1)));
        }

        Lift after = Comparison.of(videos, USUAL).orElseThrow().lift();

        assertThat(after.value()).isCloseTo(before.value(), within(1e-9));
        assertThat(after.interval().low()).isCloseTo(before.interval().low(), within(1e-6));
    }

    @Test
    void theOrderOfVideosDoesNotMatter() {
        pairs(30, 1.3);
        Lift before = Comparison.of(videos, USUAL).orElseThrow().lift();

        Lift reversed = Comparison.of(videos.reversed(), USUAL).orElseThrow().lift();

        assertThat(reversed.value()).isCloseTo(before.value(), within(1e-9));
    }

    @Test
    void theVerdictGoesByWhatWasAskedForAndWhatWasDoneStandsBeside() {
        pairs(60, 1.6);
        List<TrialVideo> analysed = new ArrayList<>();
        for (int i = 0; i < videos.size(); i++) {
            TrialVideo one = videos.get(i);
            Made made = i < 40 ? Made.UNKNOWN : (one.arm() == Arm.TEST) == (i % 6 < 4) ? Made.DONE : Made.NOT_DONE;
            analysed.add(new TrialVideo(one.id(), one.arm(), one.creator(), one.postedAt(), one.engagement(), made));
        }

        Standing standing = Standing.of(analysed, USUAL);

        assertThat(standing.verdict()).isEqualTo(verdict());
        assertThat(standing.test().adherence()).contains(0.65);
        assertThat(standing.test().asAsked() + standing.test().otherwise()).isEqualTo(40);
        assertThat(standing.asMade().value()).isCloseTo(1.6, within(0.1));
        assertThat(standing.asMade().interval().low())
                .isLessThan(standing.verdict().lifted().orElseThrow().interval().low());
    }

    @Test
    void aVideoNobodyEngagedWithIsBelowOneInItsViews() {
        assertThat(Engagement.read(2000, 0)).isEqualTo(new Engagement.Known(0.00025));
        assertThat(Engagement.read(2000, 100)).isEqualTo(new Engagement.Known(0.05));
        assertThat(Engagement.read(10, 25)).isEqualTo(new Engagement.Known(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0, 1.25, 1.29, 4.0})
    void refusesToPlanForALiftThatCannotBeTold(double lift) {
        assertThatThrownBy(() -> USUAL.withLift(lift))
                .hasMessage("lift to be found (" + lift + ") must lie from 1.3 to 3.0"
                        + "\nMaybe it is in percent; below 1.3 no number of videos that can be made tells it from 1.25.");
    }

    @Test
    void earlierTrialsSayWhatToPlanForAndHowLargeTheNoiseIs() {
        var noise = new Expectation.Noise(0.4, 50);
        var some = List.of(new Expectation.Earlier(0.1, 0.05, noise, null),
                new Expectation.Earlier(0.5, 0.05, noise, null), new Expectation.Earlier(0.3, 0.05, noise, null));

        Expectation expected = Expectation.from(some);

        assertThat(expected.trials()).isEqualTo(3);
        assertThat(expected.within()).isCloseTo(0.4, within(1e-12));
        assertThat(expected.between()).isEqualTo(USUAL.between());
        assertThat(expected.lift()).isBetween(1.4, 1.6);
        assertThat(Expectation.from(some.subList(0, 2))).isEqualTo(USUAL);
    }

    @Test
    void videosOfValidatedPatternsCountTwiceAndOfRejectedOnesAsAnyOther() {
        assertThat(TrialWeight.of(new Verdict.Validated(new Lift(1.5, null, null))))
                .contains(new TrialWeight(2, true));
        assertThat(TrialWeight.of(new Verdict.Rejected(new Lift(0.9, null, null))))
                .contains(new TrialWeight(1, false));
        assertThat(TrialWeight.of(new Verdict.NotEnoughEvidence(null, new Further(10, 20)))).isEmpty();
    }
}

package dev.upswell.server.trial;

import static dev.upswell.server.trial.TriedPatterns.NOON;
import static dev.upswell.server.trial.TriedPatterns.video;
import static dev.upswell.server.trial.TriedPatterns.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.trial.Arm;
import dev.upswell.trial.Engagement;
import dev.upswell.trial.Expectation;
import dev.upswell.trial.Made;
import dev.upswell.trial.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrialsTest {

    private final TriedPatterns tried = new TriedPatterns();
    private final Trials trials = tried.trials;

    private Engagement engagement(String trial, String video) {
        return trials.get(trial).lines().stream().filter(line -> line.told().id().equals(video)).findFirst()
                .orElseThrow().video().engagement();
    }

    @Test
    void engagementIsThatOfTheFirstReadingWithinADayAfterTheSeventh() {
        String trial = tried.begin("Hook");
        Instant posted = NOON.minus(Duration.ofDays(10));
        tried.describe("v", "@Maker", posted);
        trials.add(trial, video("v", Arm.TEST));
        tried.read("v", posted.plus(Duration.ofDays(7)).minusSeconds(1), 1000, 900);
        assertThat(engagement(trial, "v")).isEqualTo(new Engagement.Unread());

        tried.read("v", posted.plus(Duration.ofDays(8)).plusSeconds(1), 1000, 800);
        assertThat(engagement(trial, "v")).isEqualTo(new Engagement.Unread());

        tried.read("v", posted.plus(Duration.ofDays(7)).plusSeconds(3600), 2000, 100);
        tried.read("v", posted.plus(Duration.ofDays(7)).plusSeconds(7200), 2500, 900);
        assertThat(engagement(trial, "v")).isEqualTo(new Engagement.Known(0.05));
    }

    @Test
    void aVideoIsNotJudgedBeforeItIsSevenDaysOld() {
        String trial = tried.begin("Hook");
        tried.describe("young", "maker", NOON.minus(Duration.ofDays(2)));
        trials.add(trial, video("young", Arm.CONTROL));

        assertThat(engagement(trial, "young")).isEqualTo(new Engagement.NotYet(NOON.plus(Duration.ofDays(5))));
        assertThatThrownBy(() -> trials.add(trial,
                new Trials.Added("young", Arm.CONTROL, null, null, 0.05, null, "ada")))
                .hasMessageContaining("its rate is not known yet.\nAdd it without a rate, and tell the rate then.");

        tried.later(Duration.ofDays(5));
        assertThat(engagement(trial, "young")).isEqualTo(new Engagement.Unread());
        trials.add(trial, new Trials.Added("young", Arm.CONTROL, null, null, 0.05, null, "ada"));
        assertThat(engagement(trial, "young")).isEqualTo(new Engagement.Known(0.05));
    }

    @Test
    void adherenceComesFromTheAnalysisUnlessSomebodyToldIt() {
        String trial = tried.begin("Hook");
        Instant posted = NOON.minus(Duration.ofDays(1));
        for (String id : new String[]{"does", "does_not", "unseen", "told"}) {
            tried.describe(id, "maker", posted);
        }
        tried.analyse("does", 1);
        tried.analyse("does_not", 0);
        tried.analyse("told", 0);
        trials.add(trial, video("does", Arm.TEST));
        trials.add(trial, video("does_not", Arm.TEST));
        trials.add(trial, video("unseen", Arm.TEST));
        trials.add(trial, new Trials.Added("told", Arm.TEST, null, null, null, Made.DONE, "ada"));

        assertThat(trials.get(trial).lines())
                .extracting(line -> line.told().id() + " " + line.video().made().word())
                .containsExactlyInAnyOrder("does done", "does_not not_done", "unseen unknown", "told done");
        assertThat(trials.get(trial).standing().test().asAsked()).isEqualTo(2);
        assertThat(trials.get(trial).standing().test().otherwise()).isEqualTo(1);
    }

    @Test
    void anEndedTrialKeepsItsVerdictAndTellsLaterOnesWhatToExpect() {
        for (String name : new String[]{"one", "two", "three"}) {
            String trial = tried.begin(name);
            assertThat(trials.get(trial).trial().expected()).isEqualTo(Expectation.USUAL);
            tried.pairs(trial, 60, 1.6);
            Trials.Seen ended = trials.end(trial);
            assertThat(ended.standing().verdict()).isInstanceOf(Verdict.Validated.class);
            assertThatThrownBy(() -> trials.end(trial)).hasMessageStartingWith("The trial " + name + " has ended.");
            assertThatThrownBy(() -> trials.add(trial, video("late", Arm.TEST)))
                    .isInstanceOf(TrialRefused.class);
        }

        Expectation expected = trials.expected();

        assertThat(expected.trials()).isEqualTo(3);
        assertThat(expected.lift()).isCloseTo(1.6, within(1e-6));
        assertThat(expected.within()).isLessThan(Expectation.USUAL.within());
        assertThat(trials.get(tried.begin("four")).trial().expected()).isEqualTo(expected);
        assertThat(trials.list(2, 0).items()).hasSize(2);
        assertThat(trials.list(2, 0).total()).isEqualTo(4);
    }

    @Test
    void readingsAfterItsEndChangeNothingOfATrial() {
        String trial = tried.begin("Hook");
        Instant posted = NOON.minus(Duration.ofDays(7)).minusSeconds(60);
        tried.describe("v", "maker", posted);
        trials.add(trial, video("v", Arm.TEST));
        Trials.Seen ended = trials.end(trial);
        tried.read("v", NOON.plusSeconds(60), 1000, 10);
        tried.later(Duration.ofDays(3));

        assertThat(trials.get(trial)).isEqualTo(ended);
    }

    @Test
    void anArmStaysAndWhatNobodyKnowsIsAskedFor() {
        String trial = tried.begin("Hook");
        Instant posted = NOON.minus(Duration.ofDays(3));
        trials.add(trial, new Trials.Added("v", Arm.TEST, "@Maker", posted, null, null, "ada"));

        assertThatThrownBy(() -> trials.add(trial,
                new Trials.Added("v", Arm.CONTROL, "maker", posted, null, null, "ada")))
                .hasMessage("The video v is in the test arm already.\nWhat was asked for cannot be changed afterwards;"
                        + " end the trial and begin another one if it was wrong.");
        assertThatThrownBy(() -> trials.add(trial, video("nobody", Arm.TEST)))
                .hasMessage(
                        "Nobody knows when the video nobody was posted.\nSay when, for example 2026-03-01T18:00:00Z.");
        assertThatThrownBy(() -> trials.add(trial,
                new Trials.Added("soon", Arm.TEST, null, NOON.plusSeconds(1), null, null, "ada")))
                .hasMessageEndingWith("Add it when it is posted.");
        assertThatThrownBy(() -> trials.get("nonsense")).hasMessage("There is no trial nonsense.\n"
                + "See \"upswell trials list\" for those that there are.");
        assertThatThrownBy(() -> trials.begin(wanted("x", 1.1))).hasMessageStartingWith("lift to be found (1.1)");
        assertThat(trials.get(trial).lines()).singleElement().extracting(line -> line.told().creator())
                .isEqualTo("maker");
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        String trial = tried.begin("Hook");
        TriedPatterns other = new TriedPatterns();

        assertThat(other.trials.list(10, 0).total()).isZero();
        assertThatThrownBy(() -> other.trials.get(trial)).isInstanceOf(TrialRefused.class);
        assertThatThrownBy(() -> other.trials.get(UUID.randomUUID().toString())).isInstanceOf(TrialRefused.class);
    }
}

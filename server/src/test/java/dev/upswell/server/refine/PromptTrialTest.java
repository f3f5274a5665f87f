package dev.upswell.server.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.numeric.Dice;
import dev.upswell.server.refine.PromptTrial.Arm;
import dev.upswell.server.refine.PromptTrial.Figure;
import dev.upswell.server.refine.PromptTrial.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PromptTrialTest {

    private static PromptTrial trial(Arm serving, Arm tried) {
        return new PromptTrial("narrative", 1, 2, 0.5, Instant.EPOCH, serving, tried);
    }

    private static Arm arm(long asked, long held, long judged, long accepted) {
        return new Arm(asked, held, judged, accepted, 0, 0, 0, 0, 0);
    }

    @Test
    void whatIsMuchBetterIsSaidToBeAndWhatIsMuchWorseToo() {
        assertThat(trial(arm(400, 380, 200, 100), arm(400, 380, 200, 170)).verdict()).isEqualTo(Verdict.BETTER);
        assertThat(trial(arm(400, 380, 200, 170), arm(400, 380, 200, 100)).verdict()).isEqualTo(Verdict.WORSE);
        assertThat(trial(arm(400, 390, 200, 100), arm(400, 200, 200, 170)).verdict()).isEqualTo(Verdict.MIXED);
        assertThat(trial(arm(40, 38, 10, 5), arm(40, 38, 10, 7)).verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void textsThatWereNotDealtAsPlannedTellNothing() {
        assertThat(trial(arm(400, 380, 200, 100), arm(250, 240, 200, 170)).verdict()).isEqualTo(Verdict.MISDEALT);
    }

    @Test
    void figuresThatNobodyMeasuredAreLeftOut() {
        assertThat(trial(arm(40, 38, 0, 0), arm(40, 38, 0, 0)).compared()).extracting(PromptTrial.Compared::figure)
                .containsExactly(Figure.HELD);
        assertThat(trial(new Arm(9, 9, 9, 9, 4, 9, 9, 12, 9), new Arm(9, 9, 9, 9, 4, 9, 9, 12, 9)).compared())
                .extracting(PromptTrial.Compared::figure).containsExactly(Figure.values());
        assertThat(trial(arm(3, 3, 3, 0), arm(4, 4, 4, 0)).compared()).as("a share is no more than a whole")
                .allSatisfy(one -> assertThat(one.sequential().high()).isEqualTo(1));
        assertThat(trial(arm(0, 0, 0, 0), arm(0, 0, 0, 0)).verdict()).isEqualTo(Verdict.OPEN);
    }

    /// 300 trials of versions that are as good, looked at after each tenth text: at most one in twenty is ever called.
    @Test
    void versionsThatAreAsGoodAreRarelyCalledHoweverOftenOneLooks() {
        int called = 0;
        for (int world = 0; world < 300; world++) {
            Dice dice = Dice.of(17, "as good", world);
            long[] counts = new long[8];
            boolean ever = false;
            for (int text = 1; text <= 400; text++) {
                int side = dice.chance(0.5) ? 4 : 0;
                counts[side]++;
                counts[side + 1] += dice.chance(0.9) ? 1 : 0;
                if (dice.chance(0.6)) {
                    counts[side + 2]++;
                    counts[side + 3] += dice.chance(0.7) ? 1 : 0;
                }
                ever |= text % 10 == 0 && isCalled(trial(arm(counts[0], counts[1], counts[2], counts[3]),
                        arm(counts[4], counts[5], counts[6], counts[7])).verdict());
            }
            called += ever ? 1 : 0;
        }

        assertThat(called).isLessThanOrEqualTo(15);
    }

    private static boolean isCalled(Verdict verdict) {
        return verdict == Verdict.BETTER || verdict == Verdict.WORSE || verdict == Verdict.MIXED;
    }
}

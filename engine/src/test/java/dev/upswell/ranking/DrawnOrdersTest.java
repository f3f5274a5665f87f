package dev.upswell.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Orders drawn place by place, and lists that two orders share.
class DrawnOrdersTest {

    private static final double[] SCORES = {0.2, 0.9, 0.5, 0.55, 0.1};

    @Test
    void probabilitiesOfAllOrdersSumToOne() {
        PlackettLuce odds = new PlackettLuce(0.3);
        double sum = 0;
        int orders = 0;
        for (int code = 0; code < 3125; code++) {
            int[] order = {code % 5, code / 5 % 5, code / 25 % 5, code / 125 % 5, code / 625};
            if (Arrays.stream(order).distinct().count() == 5) {
                sum += Math.exp(odds.logProbability(SCORES, order));
                orders++;
            }
        }

        assertThat(orders).isEqualTo(120);
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void firstPlacesAreDrawnAsOftenAsTold() {
        PlackettLuce odds = new PlackettLuce(0.3);
        double[] chances = odds.chances(SCORES);
        Map<Integer, Integer> drawn = new HashMap<>();
        Dice dice = Dice.of(5, "draws", 0);
        for (int i = 0; i < 20_000; i++) {
            drawn.merge(PlackettLuce.draw(chances, dice), 1, Integer::sum);
        }

        for (int i = 0; i < chances.length; i++) {
            assertThat(drawn.getOrDefault(i, 0) / 20_000.0).isCloseTo(chances[i], within(0.012));
        }
        assertThat(chances[1] / chances[2]).isCloseTo(Math.exp((0.9 - 0.5) / 0.3), within(1e-9));
    }

    @Test
    void temperatureOfNoughtTakesTheBestAndTheFirstOfEquals() {
        assertThat(new PlackettLuce(0).chances(new double[]{1, 3, 3})).containsExactly(0, 1, 0);
        assertThat(new PlackettLuce(0).logProbability(SCORES, new int[]{1, 3})).isZero();
        assertThat(new PlackettLuce(0).logProbability(SCORES, new int[]{3, 1})).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void whatMustNotBeTakenIsNeverDrawn() {
        double[] scores = {0.5, Double.NEGATIVE_INFINITY, 0.4};

        assertThat(new PlackettLuce(0.1).chances(scores)[1]).isZero();
        assertThat(new PlackettLuce(0.1).chances(new double[]{Double.NEGATIVE_INFINITY})).containsExactly(0);
        assertThatThrownBy(() -> PlackettLuce.draw(new double[]{0, 0}, Dice.of(1, "", 0)))
                .hasMessage("nothing can be drawn of 2 items\nMaybe all of them were taken already.");
        assertThatThrownBy(() -> new PlackettLuce(0.1).chances(new double[]{Double.NaN}))
                .hasMessageStartingWith("score 0 (NaN) must be a number");
    }

    @Test
    void aDraftTakesTurnsAndRepeatsNothing() {
        List<String> a = List.of("a", "b", "c", "d");
        List<String> b = List.of("b", "a", "e");
        for (int i = 0; i < 50; i++) {
            List<TeamDraft.Pick<String>> picks = TeamDraft.of(a, b, 4, Dice.of(1, "draft", i));

            assertThat(picks).extracting(TeamDraft.Pick::item).doesNotHaveDuplicates().hasSize(4);
            assertThat(picks.subList(0, 2)).extracting(TeamDraft.Pick::team).containsExactlyInAnyOrder(TeamDraft.Team.A,
                    TeamDraft.Team.B);
            assertThat(picks.subList(2, 4)).extracting(TeamDraft.Pick::team).containsExactlyInAnyOrder(TeamDraft.Team.A,
                    TeamDraft.Team.B);
        }
        assertThat(TeamDraft.of(a, b, 99, Dice.of(1, "draft", 0))).hasSize(5);
    }

    @Test
    void bothOrdersPickFirstAsOftenAsNot() {
        long firsts = 0;
        for (int i = 0; i < 2_000; i++) {
            if (TeamDraft.of(List.of("a"), List.of("b"), 1, Dice.of(1, "draft", i)).getFirst()
                    .team() == TeamDraft.Team.A) {
                firsts++;
            }
        }

        assertThat(firsts).isBetween(900L, 1_100L);
    }

    @Test
    void clicksAreCreditedToWhoPicked() {
        List<TeamDraft.Pick<String>> picks = List.of(new TeamDraft.Pick<>("x", TeamDraft.Team.A),
                new TeamDraft.Pick<>("y", TeamDraft.Team.B), new TeamDraft.Pick<>("z", TeamDraft.Team.B));

        assertThat(TeamDraft.winner(picks, Set.of("x"))).isEqualTo(1);
        assertThat(TeamDraft.winner(picks, Set.of("x", "y"))).isZero();
        assertThat(TeamDraft.winner(picks, Set.of("x", "y", "z"))).isEqualTo(-1);
    }

    @Test
    void placesAreToldApartFromTheItemsThatStandThere() {
        double[] looked = {1, 0.7, 0.4};
        double[] liked = {0.5, 0.1};
        long[][] shown = {{90_000, 10_000}, {50_000, 50_000}, {20_000, 80_000}};
        long[][] acted = new long[3][2];
        for (int place = 0; place < 3; place++) {
            for (int kind = 0; kind < 2; kind++) {
                acted[place][kind] = Math.round(shown[place][kind] * looked[place] * liked[kind]);
            }
        }

        assertThat(PositionBias.of(shown, acted).looked()).containsExactly(looked, within(0.01));
        assertThatThrownBy(() -> PositionBias.of(new long[][]{{1}}, new long[][]{{2}}))
                .hasMessageStartingWith("counts of 1 places must have classes alike");
    }
}

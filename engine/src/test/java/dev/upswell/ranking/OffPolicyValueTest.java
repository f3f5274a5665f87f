package dev.upswell.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Values of configurations from logs, where all slates can be counted and the truth is therefore known.
class OffPolicyValueTest {

    private static final double[] REWARDS = {1.0, 0.2, 0.6, 0.0};
    private static final double[][] SCORES = {{0.9, 0.1, 0.5, 0.2}, {0.1, 0.8, 0.4, 0.6}};
    private static final PlackettLuce ODDS = new PlackettLuce(0.4);

    /// Slates of two of four items; the reward is the sum over its items.
    private static double truth(int configuration) {
        double value = 0;
        for (int first = 0; first < 4; first++) {
            for (int second = 0; second < 4; second++) {
                if (first != second) {
                    value += Math.exp(ODDS.logProbability(SCORES[configuration], new int[]{first, second}))
                            * (REWARDS[first] + REWARDS[second]);
                }
            }
        }
        return value;
    }

    /// @param people each with five requests, dealt half and half
    private static List<OffPolicyValue.Logged> logs(int people, int configuration, long seed) {
        List<OffPolicyValue.Logged> logs = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            Dice dice = Dice.of(seed, "person", person);
            double mood = 0.3 * dice.gaussian();
            for (int i = 0; i < 5; i++) {
                double[] served = SCORES[dice.below(2)].clone();
                int first = PlackettLuce.draw(ODDS.chances(served), dice);
                served[first] = Double.NEGATIVE_INFINITY;
                int second = PlackettLuce.draw(ODDS.chances(served), dice);
                int[] slate = {first, second};
                double[] weights = BalancedWeights.of(
                        new double[]{ODDS.logProbability(SCORES[0], slate), ODDS.logProbability(SCORES[1], slate)},
                        new double[]{1, 1});
                double reward = REWARDS[first] + REWARDS[second] + mood + 0.2 * dice.gaussian();
                logs.add(new OffPolicyValue.Logged(person, reward, weights[configuration]));
            }
        }
        return logs;
    }

    @Test
    void valuesOfBothConfigurationsAreFoundWhereAllCanBeCounted() {
        for (int configuration = 0; configuration < 2; configuration++) {
            OffPolicyValue value = OffPolicyValue.of(logs(4_000, configuration, 9), 1).orElseThrow();

            assertThat(value.value()).isCloseTo(truth(configuration), within(0.02));
        }
        assertThat(truth(0) - truth(1)).isGreaterThan(0.3);
    }

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        int held = 0;
        for (int run = 0; run < 60; run++) {
            OffPolicyValue value = OffPolicyValue.of(logs(120, 1, 100 + run), run).orElseThrow();
            if (value.low() <= truth(1) && truth(1) <= value.high()) {
                held++;
            }
        }

        assertThat(held).isGreaterThanOrEqualTo(52);
    }

    @Test
    void termsThatExplainTheRewardNarrowTheInterval() {
        List<OffPolicyValue.Logged> plain = logs(300, 0, 4);
        Dice dice = Dice.of(8, "context", 0);
        List<OffPolicyValue.Logged> bare = new ArrayList<>();
        List<OffPolicyValue.Logged> told = new ArrayList<>();
        for (OffPolicyValue.Logged logged : plain) {
            double context = dice.gaussian();
            double reward = logged.reward() + 2 * context;
            bare.add(new OffPolicyValue.Logged(logged.person(), reward, logged.weight()));
            told.add(new OffPolicyValue.Logged(logged.person(), reward, logged.weight(), new double[]{context},
                    new double[]{0}));
        }
        OffPolicyValue without = OffPolicyValue.of(bare, 1).orElseThrow();
        OffPolicyValue with = OffPolicyValue.of(told, 1).orElseThrow();

        assertThat(with.high() - with.low()).isLessThan(0.5 * (without.high() - without.low()));
        assertThat(with.value()).isCloseTo(truth(0), within(0.12));
    }

    @Test
    void thereIsNoFigureWhereLogsSayAlmostNothing() {
        List<OffPolicyValue.Logged> logs = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            logs.add(new OffPolicyValue.Logged(i, 1, i < 50 ? 20 : 0));
        }

        assertThat(OffPolicyValue.of(logs, 1)).isEmpty();
        assertThat(OffPolicyValue.of(List.of(), 1)).isEmpty();
    }

    @Test
    void balancedWeightsNeverExceedOneOverTheShare() {
        double[] weights = BalancedWeights.of(new double[]{-400, -900}, new double[]{1, 1});

        assertThat(weights[0]).isCloseTo(2, within(1e-12));
        assertThat(weights[1]).isCloseTo(0, within(1e-12));
        assertThat(BalancedWeights.of(new double[]{-3, -3}, new double[]{1, 3})).containsExactly(1, 1);
        assertThat(BalancedWeights.truncated(-1, -11, 20)).isEqualTo(20);
        assertThat(BalancedWeights.truncated(-11, -10, 20)).isCloseTo(Math.exp(-1), within(1e-12));
        assertThatThrownBy(() -> BalancedWeights.of(new double[]{Double.NEGATIVE_INFINITY}, new double[]{1}))
                .hasMessageStartingWith(
                        "slate (log probability at most -Infinity) must be possible under a configuration");
    }
}

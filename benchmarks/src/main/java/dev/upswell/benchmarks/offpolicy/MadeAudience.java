package dev.upswell.benchmarks.offpolicy;

import dev.upswell.numeric.Dice;
import dev.upswell.ranking.BalancedWeights;
import dev.upswell.ranking.OffPolicyValue.Logged;
import dev.upswell.ranking.PlackettLuce;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// People who are shown ten of a hundred videos, ten times each, and what they like of them.
///
/// A video has three terms that configurations weigh (how it fits the person, how popular it is, how new it is) and something that no
/// term tells. Liking follows all of them through a logistic of the person's own, is the less likely the further down a video stands,
/// and tires with every video that was liked before in the list. What was shown is not shown again; of so many videos that leaves hardly a trace.
final class MadeAudience {

    static final int PEOPLE = 300;
    static final int REQUESTS = 10;
    private static final int CANDIDATES = 100;
    private static final int POOL = 2_000;
    private static final int PLACES = 10;
    private static final PlackettLuce ODDS = new PlackettLuce(0.05);
    /// Weights of fit, popularity and newness in two configurations that agree on little.
    private static final double[][] WEIGHTS = {{0.6, 0.3, 0.1}, {0.2, 0.3, 0.5}};
    private static final double[] DEALT = {1, 1};

    private final double[][][] terms = new double[PEOPLE][POOL][3];
    private final double[][] untold = new double[PEOPLE][POOL];
    private final double[] mood = new double[PEOPLE];

    MadeAudience(long seed) {
        for (int person = 0; person < PEOPLE; person++) {
            Dice dice = Dice.of(seed, "audience", person);
            mood[person] = -2.2 + 0.7 * dice.gaussian();
            for (int video = 0; video < POOL; video++) {
                for (int term = 0; term < 3; term++) {
                    terms[person][video][term] = dice.unit();
                }
                untold[person][video] = 0.8 * dice.gaussian();
            }
        }
    }

    /// What was drawn in a request.
    private record Slate(int[] videos, double reward, double[] mean) {
    }

    /// Rewards of all requests when one configuration serves alone, as logs that weigh 1.
    List<Logged> alone(int configuration, long life) {
        List<Logged> logs = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            Dice dice = Dice.of(life, "life", person);
            boolean[] seen = new boolean[POOL];
            for (int request = 0; request < REQUESTS; request++) {
                Slate slate = serve(person, configuration, offered(seen, dice), dice);
                see(seen, slate);
                logs.add(new Logged(person, slate.reward(), 1));
            }
        }
        return logs;
    }

    /// Logs of requests dealt to both, weighed for each of them.
    List<List<Logged>> dealt(long life) {
        List<List<Logged>> logs = List.of(new ArrayList<>(), new ArrayList<>());
        for (int person = 0; person < PEOPLE; person++) {
            Dice dice = Dice.of(life, "dealt", person);
            boolean[] seen = new boolean[POOL];
            for (int request = 0; request < REQUESTS; request++) {
                int[] offered = offered(seen, dice);
                Slate slate = serve(person, dice.below(2), offered, dice);
                see(seen, slate);
                double[] weights = BalancedWeights.of(new double[]{probability(person, 0, offered, slate),
                        probability(person, 1, offered, slate)}, DEALT);
                for (int configuration = 0; configuration < 2; configuration++) {
                    logs.get(configuration).add(new Logged(person, slate.reward(), weights[configuration], slate.mean(),
                            serve(person, configuration, offered, dice).mean()));
                }
            }
        }
        return logs;
    }

    private static void see(boolean[] seen, Slate slate) {
        for (int video : slate.videos()) {
            seen[video] = true;
        }
    }

    private static int[] offered(boolean[] seen, Dice dice) {
        int[] left = IntStream.range(0, POOL).filter(video -> !seen[video]).toArray();
        for (int i = 0; i < CANDIDATES; i++) {
            int other = i + dice.below(left.length - i);
            int kept = left[i];
            left[i] = left[other];
            left[other] = kept;
        }
        return Arrays.copyOf(left, CANDIDATES);
    }

    private double[] scores(int person, int configuration, int[] offered) {
        double[] scores = new double[offered.length];
        for (int i = 0; i < offered.length; i++) {
            for (int term = 0; term < 3; term++) {
                scores[i] += WEIGHTS[configuration][term] * terms[person][offered[i]][term];
            }
        }
        return scores;
    }

    private double probability(int person, int configuration, int[] offered, Slate slate) {
        int[] order = new int[slate.videos().length];
        for (int place = 0; place < order.length; place++) {
            for (int i = 0; i < offered.length; i++) {
                if (offered[i] == slate.videos()[place]) {
                    order[place] = i;
                }
            }
        }
        return ODDS.logProbability(scores(person, configuration, offered), order);
    }

    private Slate serve(int person, int configuration, int[] offered, Dice dice) {
        double[] scores = scores(person, configuration, offered);
        int[] videos = new int[PLACES];
        double[] mean = new double[3];
        double reward = 0;
        for (int place = 0; place < PLACES; place++) {
            int drawn = PlackettLuce.draw(ODDS.chances(scores), dice);
            scores[drawn] = Double.NEGATIVE_INFINITY;
            videos[place] = offered[drawn];
            double[] term = terms[person][offered[drawn]];
            for (int i = 0; i < 3; i++) {
                mean[i] += term[i] / PLACES;
            }
            double utility = mood[person] + 2 * term[0] + 0.8 * term[1] + 0.3 * term[2] + untold[person][offered[drawn]]
                    - 0.4 * reward;
            double looked = 1 / (1 + 0.15 * place);
            reward += dice.chance(looked / (1 + Math.exp(-utility))) ? 1 : 0;
        }
        return new Slate(videos, reward, mean);
    }
}

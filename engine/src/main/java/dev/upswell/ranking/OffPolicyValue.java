package dev.upswell.ranking;

import dev.upswell.numeric.EntityBootstrap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a request to a configuration is worth, told from logs of requests that it did not all serve itself.
///
/// Rewards are weighed by how likely the configuration would have drawn the slate, self-normalised. A regression of the reward on terms
/// of the slate, fitted on other people, takes out what such terms explain, and their expectation under the configuration puts it back:
/// when either the weights or the regression are right, so is the value (doubly robust). Intervals draw whole people.
///
/// @param low end of the 95 % interval
/// @param high its other end
/// @param effective size of an unweighted sample that would tell as much
///
/// **source** Swaminathan and Joachims, The self-normalized estimator for counterfactual learning (2015); Dudík, Langford and Li, Doubly
/// robust policy evaluation and learning (2011)
public record OffPolicyValue(double value, double low, double high, double effective) {

    private static final int BOOTSTRAPS = 2_000;
    private static final double LEAST_EFFECTIVE = 100;
    private static final int FOLDS = 5;

    /// A request as it was logged.
    ///
    /// @param person number of the person, from 0
    /// @param weight from [BalancedWeights], from 0
    /// @param shown terms of the slate that was shown, of any number
    /// @param expected the same terms as the configuration in question would have them on average in this request
    public record Logged(int person, double reward, double weight, double[] shown, double[] expected) {

        public Logged {
            if (person < 0 || !(weight >= 0 && weight < Double.POSITIVE_INFINITY) || !Double.isFinite(reward)
                    || shown.length != expected.length) {
                throw new IllegalArgumentException("logged request (person " + person + ", reward " + reward
                        + ", weight "
                        + weight + ", " + shown.length + " and " + expected.length
                        + " terms) must have numbers, and as many terms of both kinds\nMaybe the reward is still unknown.");
            }
        }

        /// A request without terms.
        public Logged(int person, double reward, double weight) {
            this(person, reward, weight, new double[0], new double[0]);
        }
    }

    /// The value of a configuration.
    ///
    /// @return empty where the logs say as little as fewer than 100 requests of its own would
    public static Optional<OffPolicyValue> of(List<Logged> requests, long seed) {
        double sum = requests.stream().mapToDouble(Logged::weight).sum();
        double squares = requests.stream().mapToDouble(request -> request.weight() * request.weight()).sum();
        double effective = squares > 0 ? sum * sum / squares : 0;
        if (effective < LEAST_EFFECTIVE) {
            return Optional.empty();
        }
        Totals totals = Totals.of(requests);
        double[] values = new double[BOOTSTRAPS];
        EntityBootstrap people = EntityBootstrap.of(requests.stream().mapToInt(Logged::person).toArray(), seed);
        for (int i = 0; i < BOOTSTRAPS; i++) {
            values[i] = totals.value(people.draws(i));
        }
        Arrays.sort(values);
        int[] once = new int[people.numbers()];
        Arrays.fill(once, 1);
        return Optional.of(new OffPolicyValue(totals.value(once), values[(int) (0.025 * BOOTSTRAPS)],
                values[(int) (0.975 * BOOTSTRAPS) - 1], effective));
    }

    /// Sums by person.
    ///
    /// @param rest weight × what the regression leaves of the reward
    /// @param expected what the regression expects of the configuration
    private record Totals(double[] weights, double[] rest, double[] expected, int[] requests) {

        static Totals of(List<Logged> requests) {
            int people = requests.stream().mapToInt(Logged::person).max().orElse(-1) + 1;
            Totals totals = new Totals(new double[people], new double[people], new double[people], new int[people]);
            for (int fold = 0; fold < FOLDS; fold++) {
                int held = fold;
                RewardByTerms regression = RewardByTerms
                        .of(requests.stream().filter(request -> request.person() % FOLDS != held).toList());
                requests.stream().filter(request -> request.person() % FOLDS == held)
                        .forEach(request -> totals.add(request, regression));
            }
            return totals;
        }

        private void add(Logged request, RewardByTerms regression) {
            int person = request.person();
            weights[person] += request.weight();
            rest[person] += request.weight() * (request.reward() - regression.of(request.shown()));
            expected[person] += regression.of(request.expected());
            requests[person]++;
        }

        /// Where a draw has no weight at all, the regression alone.
        double value(int[] draws) {
            double weight = 0;
            double left = 0;
            double told = 0;
            long count = 0;
            for (int person = 0; person < draws.length; person++) {
                weight += draws[person] * weights[person];
                left += draws[person] * rest[person];
                told += draws[person] * expected[person];
                count += (long) draws[person] * requests[person];
            }
            return (weight > 0 ? left / weight : 0) + (count > 0 ? told / count : 0);
        }
    }
}

package dev.upswell.server.contest;

import dev.upswell.numeric.EntityBootstrap;
import dev.upswell.ranking.Ndcg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// Measures orders of lists that were shown by what people did with their videos: NDCG at ten places, with intervals over people.
///
/// Only what was shown can be ordered, so it tells which order is better within lists, not which videos should have been in them. Videos
/// that stood first were looked at more, which flatters the order by which lists were made.
final class Orders {

    private static final int DEPTH = 10;
    private static final int BOOTSTRAPS = 2_000;
    private static final long SEED = 79;

    private final List<ShownList> lists;
    private final int[] people;

    /// @param lists of which those without any gain are left out
    Orders(List<ShownList> lists) {
        this.lists = lists.stream().filter(ShownList::tells).toList();
        Map<UUID, Integer> numbers = new HashMap<>();
        people = this.lists.stream()
                .mapToInt(list -> numbers.computeIfAbsent(list.subject(), id -> numbers.size())).toArray();
    }

    /// Scores the videos of a list, higher is earlier.
    interface Order {
        double[] scores(ShownList list);
    }

    int lists() {
        return lists.size();
    }

    int people() {
        return (int) Arrays.stream(people).distinct().count();
    }

    /// How good an order is, and how much better than another.
    Figure figure(Order order, Order baseline) {
        double[] values = lists.stream().mapToDouble(list -> ndcg(list, order)).toArray();
        double[] others = lists.stream().mapToDouble(list -> ndcg(list, baseline)).toArray();
        double[] differences = IntStream.range(0, values.length).mapToDouble(i -> values[i] - others[i]).toArray();
        double[] interval = interval(values);
        double[] between = interval(differences);
        return new Figure(mean(values), interval[0], interval[1], mean(differences), between[0], between[1]);
    }

    private static double ndcg(ShownList list, Order order) {
        double[] scores = order.scores(list);
        double[] gains = list.gains();
        double[] shown = IntStream.range(0, gains.length).boxed()
                .sorted((one, other) -> Double.compare(scores[other], scores[one])).mapToDouble(i -> gains[i])
                .toArray();
        return Ndcg.at(DEPTH, shown, gains).orElse(0);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private double[] interval(double[] values) {
        EntityBootstrap bootstrap = EntityBootstrap.of(people, SEED);
        List<Double> means = new ArrayList<>(BOOTSTRAPS);
        for (int sample = 0; sample < BOOTSTRAPS; sample++) {
            int[] draws = bootstrap.draws(sample);
            double sum = 0;
            long count = 0;
            for (int i = 0; i < values.length; i++) {
                sum += draws[people[i]] * values[i];
                count += draws[people[i]];
            }
            means.add(count == 0 ? 0 : sum / count);
        }
        means.sort(null);
        return new double[]{means.get((int) (0.025 * BOOTSTRAPS)), means.get((int) (0.975 * BOOTSTRAPS) - 1)};
    }

    /// The figures of an order.
    ///
    /// @param ndcg at ten places, 0 to 1, with the ends of its 95 % interval over people
    /// @param better than the other order by so much, with the ends of its interval
    record Figure(double ndcg, double low, double high, double better, double betterLow, double betterHigh) {
    }
}

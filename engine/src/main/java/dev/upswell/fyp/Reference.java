package dev.upswell.fyp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What a brand's videos measured when they reached one mark, and where a value stands among them.
///
/// Values are added in order of time; **cost** of a place O(14 · log n).
final class Reference {

    /*
     * The spec has an empirical distribution over 14 days and an EWMA of 0.6. Both in one: every value of the last 14 calendar days (UTC) counts with
     * 0.6 to the power of its age in days, and the distribution is that of these weights. Daily distributions averaged by 0.6 would let a day with one
     * video speak for two fifths of the whole.
     *
     * The place of a value is the weight below it plus half of the weight equal to it, on the line between its neighbours where it lies between two
     * values. So the weighted median has the place 0.5 whatever the weights; below the smallest it is 0, above the largest 1.
     */
    static final int DAYS = 14;
    static final double LAMBDA = 0.6;
    /// Among fewer a place would tell nothing.
    static final int LEAST = 5;

    private static final double[] WEIGHTS = weights();

    private final Map<FypMetric, TreeMap<Long, SortedValues>> days = new EnumMap<>(FypMetric.class);

    private static double[] weights() {
        double[] weights = new double[DAYS];
        for (int age = 0; age < DAYS; age++) {
            weights[age] = Math.pow(LAMBDA, age);
        }
        return weights;
    }

    static long day(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 86_400L);
    }

    void add(Instant asOf, FypMetric metric, double value) {
        TreeMap<Long, SortedValues> ofMetric = days.computeIfAbsent(metric, key -> new TreeMap<>());
        ofMetric.computeIfAbsent(day(asOf), key -> new SortedValues()).add(value);
        ofMetric.headMap(day(asOf) - DAYS, true).clear();
    }

    /// The weights and values of the days that count at an instant, the newest first.
    private List<Day> known(FypMetric metric, Instant asOf) {
        TreeMap<Long, SortedValues> ofMetric = days.get(metric);
        List<Day> known = new ArrayList<>();
        if (ofMetric != null) {
            long today = day(asOf);
            ofMetric.subMap(today - DAYS, false, today, true).descendingMap()
                    .forEach((day, values) -> known.add(new Day(WEIGHTS[(int) (today - day)], values)));
        }
        return known;
    }

    private record Day(double weight, SortedValues values) {
    }

    /// Where a value stands [0..1]; empty among fewer than five.
    OptionalDouble place(FypMetric metric, double value, Instant asOf) {
        List<Day> known = known(metric, asOf);
        double total = 0;
        int count = 0;
        double floor = Double.NEGATIVE_INFINITY;
        double ceiling = Double.POSITIVE_INFINITY;
        for (Day day : known) {
            SortedValues values = day.values();
            total += day.weight() * values.size();
            count += values.size();
            int below = values.below(value);
            if (below < values.size()) {
                ceiling = Math.min(ceiling, values.get(below));
            }
            int upTo = values.below(Math.nextUp(value));
            if (upTo > 0) {
                floor = Math.max(floor, values.get(upTo - 1));
            }
        }
        if (count < LEAST) {
            return OptionalDouble.empty();
        }
        if (floor == Double.NEGATIVE_INFINITY || ceiling == Double.POSITIVE_INFINITY) {
            return OptionalDouble.of(floor == Double.NEGATIVE_INFINITY ? 0 : 1);
        }
        double low = mid(known, floor) / total;
        return OptionalDouble.of(floor == ceiling
                ? low
                : low + (mid(known, ceiling) / total - low) * (value - floor) / (ceiling - floor));
    }

    private static double mid(List<Day> known, double value) {
        double sum = 0;
        for (Day day : known) {
            sum += day.weight() * day.values().mid(value);
        }
        return sum;
    }

    /// The value that has this place; empty among fewer than five.
    OptionalDouble valueAt(FypMetric metric, double place, Instant asOf) {
        List<double[]> all = new ArrayList<>();
        for (Day day : known(metric, asOf)) {
            for (int i = 0; i < day.values().size(); i++) {
                all.add(new double[]{day.values().get(i), day.weight()});
            }
        }
        if (all.size() < LEAST) {
            return OptionalDouble.empty();
        }
        all.sort(Comparator.comparingDouble(one -> one[0]));
        return OptionalDouble.of(valueAt(all, place));
    }

    private static double valueAt(List<double[]> ascending, double place) {
        double total = ascending.stream().mapToDouble(one -> one[1]).sum();
        double below = 0;
        double lastValue = ascending.getFirst()[0];
        double lastPlace = 0;
        for (int i = 0; i < ascending.size();) {
            double value = ascending.get(i)[0];
            double equal = 0;
            for (; i < ascending.size() && ascending.get(i)[0] == value; i++) {
                equal += ascending.get(i)[1];
            }
            double here = (below + equal / 2) / total;
            if (here >= place) {
                return below == 0 || here == place
                        ? value
                        : lastValue + (value - lastValue) * (place - lastPlace) / (here - lastPlace);
            }
            below += equal;
            lastValue = value;
            lastPlace = here;
        }
        return lastValue;
    }
}

package dev.upswell.people.judge;

import dev.upswell.learn.Estimate;
import dev.upswell.learn.Interval;
import dev.upswell.numeric.EntityBootstrap;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Values of a measure, gathered by person, because lists of one person resemble each other: intervals draw people.
///
/// Two that were gathered over the same lists see the same draws, so that their difference and ratio are paired.
public final class ByPerson {

    private static final int DRAWS = 2_000;
    private static final long SEED = 82;
    private static final double LOW = 0.025;

    private final double[] sums;
    private final int[] counts;

    ByPerson(int people) {
        sums = new double[people];
        counts = new int[people];
    }

    void add(int person, double value) {
        sums[person] += value;
        counts[person]++;
    }

    /// How many values there are.
    public int values() {
        return IntStream.of(counts).sum();
    }

    /// The mean of all values; empty where there are none.
    public Optional<Estimate> mean() {
        return estimate(this, (own, ignored) -> own);
    }

    /// By how much the mean is above that of another.
    public Optional<Estimate> above(ByPerson other) {
        return estimate(other, (own, others) -> own - others);
    }

    /// How many times the mean of another this mean is.
    public Optional<Estimate> times(ByPerson other) {
        return estimate(other, (own, others) -> own / others);
    }

    private Optional<Estimate> estimate(ByPerson other, Compared compared) {
        int[] present = IntStream.range(0, counts.length).filter(i -> counts[i] > 0 && other.counts[i] > 0).toArray();
        if (present.length == 0) {
            return Optional.empty();
        }
        var bootstrap = EntityBootstrap.of(present, SEED);
        double[] drawn = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            int[] draws = bootstrap.draws(i);
            drawn[i] = compared.of(mean(draws), other.mean(draws));
        }
        Arrays.sort(drawn);
        int[] once = new int[counts.length];
        for (int person : present) {
            once[person] = 1;
        }
        int low = (int) (LOW * DRAWS);
        return Optional.of(new Estimate(compared.of(mean(once), other.mean(once)),
                new Interval(drawn[low], drawn[DRAWS - 1 - low])));
    }

    private double mean(int[] draws) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < draws.length; i++) {
            sum += draws[i] * sums[i];
            count += (double) draws[i] * counts[i];
        }
        return sum / count;
    }

    @FunctionalInterface
    private interface Compared {

        double of(double own, double others);
    }
}

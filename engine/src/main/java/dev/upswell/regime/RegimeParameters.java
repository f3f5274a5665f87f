package dev.upswell.regime;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/// What was learnt of how posts spread, from all entities together.
///
/// @param memoryHours over which a post provokes others
/// @param saturation excitation, in multiples of the usual one, at which half of the audience is used up
/// @param moodHours over which an entity's background forgets that it is above or below its usual pace
/// @param moodSpread standard deviation of the background relative to the usual pace
/// @param delayHours mean of each of the two stages between a post and its views
/// @param viewSeason power of the season with which views flow
/// @param weightVariance variance of what one post provokes or brings, relative to its squared mean
/// @param viewNoise standard deviation of gains of views beside what the model says, relative to them
/// @param weekdays how busy each day from Monday on is, relative to a mean of one
/// @param days waves of the kinds of days that entities have, by kind
/// @param branching posts that a post provokes, by regime
/// @param leaving hazard an hour of passing on, by regime
/// @param again share of those that leave the last regime that begin to rise again
record RegimeParameters(double memoryHours, double saturation, double moodHours, double moodSpread, double delayHours,
        double viewSeason, double weightVariance, double viewNoise, double[] weekdays, double[][] days,
        double[] branching,
        double[] leaving, double again) {

    /// Regimes in the order in which an outbreak passes them: calm, the stages of rising, of hot, of cooling.
    static final int RISING = 4;
    static final int HOT = 4;
    static final int COOLING = 2;
    static final int REGIMES = 1 + RISING + HOT + COOLING;
    static final int FIRST_HOT = 1 + RISING;
    static final int FIRST_COOLING = FIRST_HOT + HOT;
    static final int LAST = REGIMES - 1;

    /// Where learning starts: round numbers that say no more than what the regimes are called.
    static RegimeParameters start() {
        double[] branching = new double[REGIMES];
        double[] leaving = new double[REGIMES];
        double[] weekdays = new double[7];
        Arrays.fill(weekdays, 1);
        branching[0] = 0.4;
        leaving[0] = 0.05 / 24;
        for (int i = 1; i < REGIMES; i++) {
            boolean rising = i < FIRST_HOT;
            boolean cooling = i >= FIRST_COOLING;
            branching[i] = rising ? 0.4 + 1.1 * i / RISING : cooling ? 0.3 : 1.5;
            leaving[i] = cooling ? 1.0 / 6 : 1.0 / 3;
        }
        return new RegimeParameters(4, 50, 24, 0.2, 4, 0.5, 1, 0.03, weekdays, new double[0][], branching, leaving,
                0.3);
    }

    RegimeParameters chain(double[] newBranching, double[] newLeaving, double newAgain) {
        return new RegimeParameters(memoryHours, saturation, moodHours, moodSpread, delayHours, viewSeason,
                weightVariance, viewNoise, weekdays, days, newBranching, newLeaving, newAgain);
    }

    RegimeParameters views(double delay, double season, double variance, double noise) {
        return new RegimeParameters(memoryHours, saturation, moodHours, moodSpread, delay, season, variance, noise,
                weekdays, days, branching, leaving, again);
    }

    RegimeParameters posts(double memory, double newSaturation, double newMoodHours, double newMoodSpread) {
        return new RegimeParameters(memory, newSaturation, newMoodHours, newMoodSpread, delayHours, viewSeason,
                weightVariance, viewNoise, weekdays, days, branching, leaving, again);
    }

    RegimeParameters rhythm(double[] others, double[][] kinds) {
        return new RegimeParameters(memoryHours, saturation, moodHours, moodSpread, delayHours, viewSeason,
                weightVariance, viewNoise, others, kinds, branching, leaving, again);
    }

    /// These with the branching of regimes `from` to before `to` multiplied.
    RegimeParameters scaled(int from, int to, double factor) {
        double[] other = branching.clone();
        for (int k = from; k < to; k++) {
            other[k] *= factor;
        }
        return chain(other, leaving, again);
    }

    /// Share of a stage between posts and views that flows on in a step of this season.
    double share(double season) {
        return Math.min(0.9, Math.pow(season, viewSeason) / StepGains.PER_HOUR / delayHours);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT,
                "memory %.2f h, saturation %.1f, mood %.1f h %.3f, delay %.2f h, season^%.2f, weight variance %.2f, noise %.4f,"
                        + " weekdays %s, branching %s, hours %s, again %.3f",
                memoryHours, saturation, moodHours,
                moodSpread, delayHours, viewSeason, weightVariance, viewNoise, brief(weekdays),
                brief(branching), brief(Arrays.stream(leaving).map(x -> 1 / x).toArray()), again);
    }

    private static String brief(double[] values) {
        return Arrays.toString(Arrays.stream(values).map(x -> Math.rint(x * 1000) / 1000).toArray());
    }

    void write(DataOutputStream out) throws IOException {
        for (double one : new double[]{memoryHours, saturation, moodHours, moodSpread, delayHours, viewSeason,
                weightVariance, viewNoise, again}) {
            out.writeDouble(one);
        }
        out.writeInt(days.length);
        for (double[] day : days) {
            for (double one : day) {
                out.writeDouble(one);
            }
        }
        for (double[] many : new double[][]{weekdays, branching, leaving}) {
            for (double one : many) {
                out.writeDouble(one);
            }
        }
    }

    static RegimeParameters read(DataInputStream in) throws IOException {
        double[] single = read(in, 9);
        double[][] days = new double[in.readInt()][];
        for (int i = 0; i < days.length; i++) {
            days[i] = read(in, Rhythm.WAVES);
        }
        double[] weekdays = read(in, 7);
        double[] branching = read(in, REGIMES);
        double[] leaving = read(in, REGIMES);
        return new RegimeParameters(single[0], single[1], single[2], single[3], single[4], single[5], single[6],
                single[7], weekdays, days, branching, leaving, single[8]);
    }

    private static double[] read(DataInputStream in, int count) throws IOException {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}

package dev.upswell.weigh;

import java.util.Arrays;

/// Where a figure lies when creators are drawn anew.
public record Interval(double low, double high) {

    /// What leaves this share of the draws outside, half of it on each side.
    static Interval of(double[] drawn, double outside) {
        double[] ascending = drawn.clone();
        Arrays.sort(ascending);
        return new Interval(at(ascending, outside / 2), at(ascending, 1 - outside / 2));
    }

    private static double at(double[] ascending, double share) {
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }
}

package dev.upswell.scorecard;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// One of the summands of a key performance indicator: a share of its weight, and a score in [0, 1] when its inputs are within their
/// ranges.
///
/// @param weight within its indicator, where all weights add up to 1
/// @param inputs all of which it needs
/// @param score asked only where all of them are known
record Part(double weight, List<Input> inputs, ToDoubleFunction<CreatorInputs> score) {

    private static final double LIKES = 0.7;
    private static final double COMMENTS = 0.2;
    private static final double SHARES = 0.1;

    Part {
        inputs = List.copyOf(inputs);
    }

    /// An input that is a score itself.
    static Part of(double weight, Input input) {
        return new Part(weight, List.of(input), values -> values.get(input));
    }

    /// An input of which less is better.
    static Part lack(double weight, Input input) {
        return new Part(weight, List.of(input), values -> 1 - values.get(input));
    }

    /// Where an input stands between what counts as nothing and what counts as all.
    static Part between(double weight, Input input, double low, double high) {
        return new Part(weight, List.of(input), values -> norm(values.get(input), low, high));
    }

    /// How far a target is reached.
    static Part towards(double weight, Input input, Input target) {
        return new Part(weight, List.of(input, target), values -> norm(values.get(input), 0, values.get(target)));
    }

    /// How cheap something is: half the score at the target, all of it at half of that.
    ///
    /// @param least below which costs count as this much
    static Part cheapness(double weight, Input cost, Input target, double least) {
        return new Part(weight, List.of(cost, target),
                values -> norm(values.get(target) / Math.max(values.get(cost), least), 0, 2));
    }

    /// How long is watched of how long it takes.
    static Part watched(double weight) {
        return new Part(weight, List.of(Input.AVG_WATCH_TIME, Input.VIDEO_DURATION), values -> {
            double duration = values.get(Input.VIDEO_DURATION);
            return duration > 0 ? Math.min(values.get(Input.AVG_WATCH_TIME) / duration, 1) : 0;
        });
    }

    /// How near likes, comments and shares come to seven to two to one.
    static Part balance(double weight) {
        return new Part(weight, List.of(Input.LIKES_RATIO, Input.COMMENTS_RATIO, Input.SHARES_RATIO), Part::balanceOf);
    }

    private static double balanceOf(CreatorInputs values) {
        double likes = values.get(Input.LIKES_RATIO);
        double comments = values.get(Input.COMMENTS_RATIO);
        double shares = values.get(Input.SHARES_RATIO);
        double sum = likes + comments + shares;
        if (sum == 0) {
            return 0;
        }
        double off = Math.abs(likes / sum - LIKES) + Math.abs(comments / sum - COMMENTS)
                + Math.abs(shares / sum - SHARES);
        return Math.max(0, 1 - off / 2);
    }

    private static double norm(double value, double low, double high) {
        return high > low ? Math.clamp((value - low) / (high - low), 0, 1) : 0;
    }

    long needed() {
        long needed = 0;
        for (Input input : inputs) {
            needed |= input.bit();
        }
        return needed;
    }

    double of(CreatorInputs values) {
        return score.applyAsDouble(values);
    }
}

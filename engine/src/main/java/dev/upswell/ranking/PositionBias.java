package dev.upswell.ranking;

import java.util.Arrays;

/// How often people look at each place of a list at all, told from what they did there.
///
/// What is done is taken as looking times liking: looking depends on the place alone, liking on the class of the item alone (for
/// instance a band of its score). Both are found by expectation and maximisation, so that good items standing first are not mistaken
/// for first places being good.
///
/// @param looked by place, the first being 1
///
/// **source** Wang et al., Position bias estimation for unbiased learning to rank in personal search (WSDM 2018)
public record PositionBias(double[] looked) {

    private static final int ROUNDS = 200;

    /// The bias that fits these counts.
    ///
    /// @param shown how often items of a class stood at a place: by place, then by class
    /// @param acted how often somebody did something with them then
    ///
    /// **errors** `IllegalArgumentException` when more was done than shown, or nothing was done at all
    public static PositionBias of(long[][] shown, long[][] acted) {
        check(shown, acted);
        int places = shown.length;
        int classes = shown[0].length;
        double[] looked = new double[places];
        double[] liked = new double[classes];
        Arrays.fill(looked, 0.5);
        Arrays.fill(liked, 0.5);
        for (int round = 0; round < ROUNDS; round++) {
            double[] looks = new double[places];
            double[] likes = new double[classes];
            double[] placeShown = new double[places];
            double[] classShown = new double[classes];
            for (int place = 0; place < places; place++) {
                for (int kind = 0; kind < classes; kind++) {
                    double none = shown[place][kind] - acted[place][kind];
                    double rest = 1 - looked[place] * liked[kind];
                    looks[place] += acted[place][kind] + none * looked[place] * (1 - liked[kind]) / rest;
                    likes[kind] += acted[place][kind] + none * liked[kind] * (1 - looked[place]) / rest;
                    placeShown[place] += shown[place][kind];
                    classShown[kind] += shown[place][kind];
                }
            }
            update(looked, looks, placeShown);
            update(liked, likes, classShown);
        }
        double first = looked[0];
        return new PositionBias(Arrays.stream(looked).map(place -> place / first).toArray());
    }

    private static void update(double[] shares, double[] counts, double[] of) {
        for (int i = 0; i < shares.length; i++) {
            if (of[i] > 0) {
                shares[i] = Math.clamp(counts[i] / of[i], 1e-6, 1 - 1e-6);
            }
        }
    }

    private static void check(long[][] shown, long[][] acted) {
        boolean fits = shown.length > 0 && shown.length == acted.length;
        long sum = 0;
        for (int place = 0; fits && place < shown.length; place++) {
            fits = shown[place].length == shown[0].length && acted[place].length == shown[0].length;
            for (int kind = 0; fits && kind < shown[place].length; kind++) {
                fits = acted[place][kind] >= 0 && acted[place][kind] <= shown[place][kind];
                sum += acted[place][kind];
            }
        }
        if (!fits || sum == 0) {
            throw new IllegalArgumentException("counts of " + shown.length
                    + " places must have classes alike, no more done than shown, and something done"
                    + "\nMaybe reactions were counted twice.");
        }
    }
}

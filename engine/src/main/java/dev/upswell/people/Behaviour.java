package dev.upswell.people;

import dev.upswell.numeric.Dice;

/// What people do with a video they like this much.
///
/// Whether it is watched to the end, and then liked, commented on, shared, saved or reposted, or hidden if not, each happens by a
/// logistic of the liking plus the person's own noise. Some likes are slips of the finger.
public final class Behaviour {

    private static final double[] CUTS = {1.6, 3.4, 3.2, 2.8, 3.8};
    private static final double[] SLOPES = {1.2, 0.6, 0.8, 0.8, 0.8};
    private static final double[] WORTHS = {2, 3, 4, 3, 4};
    private static final double HIDE_CUT = 3.5;
    private static final double HIDE_SLOPE = 0.9;
    private static final double HIDE_WORTH = -3;
    private static final double SLIP = 0.0028;
    private static final double REWATCH = 0.35;
    private static final double LONGEST_GLANCE = 0.6;
    private static final double IMPATIENCE = 0.15;

    private Behaviour() {
    }

    /// What somebody did with a video that was shown.
    ///
    /// @param watched whether it was watched to the end
    /// @param slip whether a like was one by mistake
    /// @param seconds how long it was watched, repeats included
    public record Reaction(boolean watched, boolean liked, boolean commented, boolean shared, boolean saved,
            boolean reposted, boolean hidden, boolean slip, int seconds) {

        /// What it is worth: watched 1, liked 2, commented 3, shared 4, saved 3, reposted 4, hidden −3; slips count like likes.
        public double worth() {
            return (watched ? 1 : 0) + (liked ? WORTHS[0] : 0) + (commented ? WORTHS[1] : 0) + (shared ? WORTHS[2] : 0)
                    + (saved ? WORTHS[3] : 0) + (reposted ? WORTHS[4] : 0) + (hidden ? HIDE_WORTH : 0);
        }
    }

    /// The chance that somebody looks at this place of a list, the first being 0.
    public static double looksAt(int place) {
        return 1 / (1 + IMPATIENCE * place);
    }

    /// What is done with a video of this length that is liked this much.
    static Reaction react(Person person, double liking, int length, Dice dice) {
        double felt = liking + person.temper().noise() * dice.gaussian();
        double watch = logistic(felt);
        boolean watched = dice.chance(watch);
        boolean[] does = new boolean[CUTS.length];
        for (int i = 0; i < does.length; i++) {
            does[i] = dice.chance(logistic(SLOPES[i] * felt - CUTS[i])) && watched;
        }
        boolean hidden = dice.chance(logistic(-HIDE_CUT - HIDE_SLOPE * felt)) && !watched;
        boolean slip = dice.chance(SLIP) && !does[0];
        double times = watched ? 1 + dice.poisson(REWATCH * watch) : dice.between(0.02, LONGEST_GLANCE);
        return new Reaction(watched, does[0] || slip, does[1], does[2], does[3], does[4], hidden, slip,
                (int) Math.max(1, times * length));
    }

    /// The worth of what a person does with a video it likes this much, in the mean over its noise, slips aside.
    ///
    /// The mean of a logistic over normal noise is taken as a flatter logistic (within 0.01); it rises with the liking.
    static double expected(Person person, double liking) {
        double noise = person.temper().noise();
        double flat = liking / Math.sqrt(1 + Math.PI / 8 * noise * noise);
        double watch = logistic(flat);
        double worth = 1;
        for (int i = 0; i < CUTS.length; i++) {
            worth += WORTHS[i] * logistic(SLOPES[i] * flat - CUTS[i]);
        }
        return watch * worth + (1 - watch) * HIDE_WORTH * logistic(-HIDE_CUT - HIDE_SLOPE * flat);
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}

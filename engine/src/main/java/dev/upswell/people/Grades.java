package dev.upswell.people;

import java.util.Arrays;

/// Where the grades of a world begin: quantiles of expected worth over people, occasions and candidates.
///
/// Grade 1 begins at the 85th hundredth, 2 at the 95th, 3 at 98.5, 4 at 99.7. The bounds are the world's, so that people who
/// like little have few videos of high grade.
///
/// @param worths ascending, the first that is grade 1
record Grades(double[] worths) {

    private static final double[] QUANTILES = {0.85, 0.95, 0.985, 0.997};
    private static final int PEOPLE = 150;
    private static final int EVERY = 17;
    private static final int OCCASIONS = 4;
    private static final int HALVINGS = 50;
    private static final double FAR = 30;

    /// The grades of a world, by some of its people.
    static Grades of(PeopleWorld world) {
        int step = Math.max(1, world.people().size() / PEOPLE);
        double[] worths = new double[0];
        int count = 0;
        for (int i = 0; i < world.people().size(); i += step) {
            for (Occasion occasion : world.life(i).occasions().stream().limit(OCCASIONS).toList()) {
                int[] candidates = occasion.candidates();
                worths = Arrays.copyOf(worths, count + candidates.length / EVERY + 1);
                for (int at = i % EVERY; at < candidates.length; at += EVERY) {
                    worths[count++] = occasion.expected(candidates[at]);
                }
            }
        }
        double[] found = Arrays.copyOf(worths, count);
        Arrays.sort(found);
        double[] bounds = new double[QUANTILES.length];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = found.length == 0 ? 0 : found[(int) (QUANTILES[i] * found.length)];
        }
        return new Grades(bounds);
    }

    /// How much this person must like a video for each grade; expected worth rises with the liking.
    double[] likings(Person person) {
        double[] likings = new double[worths.length];
        for (int i = 0; i < likings.length; i++) {
            double low = -FAR;
            double high = FAR;
            for (int halving = 0; halving < HALVINGS; halving++) {
                double middle = (low + high) / 2;
                if (Behaviour.expected(person, middle) < worths[i]) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            likings[i] = high;
        }
        return likings;
    }
}

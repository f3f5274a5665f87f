package dev.upswell.people;

import dev.upswell.numeric.Dice;
import org.jspecify.annotations.Nullable;

/// What a person likes: subjects, forms and lengths.
///
/// @param subjects shares of the 128 subjects, which add up to one; shared, not copied
/// @param forms what each form adds to the liking of a video
/// @param length the natural logarithm of the seconds that a video should last
/// @param drift the subject it turns to later, if any
record Taste(double[] subjects, double[] forms, double length, @Nullable TasteDrift drift) {

    private static final double CORE = 0.85;
    private static final double NEAR = 0.10;
    private static final double FAR = 0.05;
    private static final double OTHER_TOPIC = 0.4;
    private static final double FORM_SIGMA = 0.35;
    private static final double LENGTH_SIGMA = 0.4;
    private static final double MEDIAN_SECONDS = 28;
    private static final double DRIFTING = 0.3;

    /// A taste drawn: two to six subjects, mostly of one topic or two, and a little of all.
    static Taste drawn(Dice dice, PeopleSettings settings) {
        int count = WordLists.READ.subjects();
        double[] shares = new double[count];
        int wanted = 2 + dice.below(5);
        double[] core = new double[wanted];
        int[] chosen = new int[wanted];
        double sum = 0;
        int topic = Popularity.topic(dice);
        for (int i = 0; i < wanted; i++) {
            topic = i > 0 && dice.chance(OTHER_TOPIC) ? Popularity.topic(dice) : topic;
            chosen[i] = topic * WordLists.SUBJECTS_A_TOPIC + dice.below(WordLists.SUBJECTS_A_TOPIC);
            core[i] = dice.exponential(1);
            sum += core[i];
        }
        for (int i = 0; i < wanted; i++) {
            shares[chosen[i]] += CORE * core[i] / sum;
            int first = WordLists.topicOf(chosen[i]) * WordLists.SUBJECTS_A_TOPIC;
            for (int near = first; near < first + WordLists.SUBJECTS_A_TOPIC; near++) {
                shares[near] += NEAR * core[i] / sum / WordLists.SUBJECTS_A_TOPIC;
            }
        }
        for (int i = 0; i < count; i++) {
            shares[i] += FAR / count;
        }
        double[] forms = new double[Form.count()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = FORM_SIGMA * dice.gaussian();
        }
        double length = StrictMath.log(MEDIAN_SECONDS) + LENGTH_SIGMA * dice.gaussian();
        return new Taste(shares, forms, length, dice.chance(DRIFTING) ? TasteDrift.drawn(dice, settings) : null);
    }

    /// How much each subject appeals at this epoch second, from 0 to 1 for the favourite: the root of its share of the favourite's.
    double[] affinities(long at) {
        double[] shares = shares(at);
        double favourite = 0;
        for (double share : shares) {
            favourite = Math.max(favourite, share);
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.sqrt(shares[i] / favourite);
        }
        return shares;
    }

    /// The shares of subjects at this epoch second.
    double[] shares(long at) {
        double moved = drift == null ? 0 : drift.moved(at);
        double[] shares = subjects.clone();
        if (drift != null && moved > 0) {
            for (int i = 0; i < shares.length; i++) {
                shares[i] *= 1 - moved;
            }
            shares[drift.subject()] += moved;
        }
        return shares;
    }

    /// One of its subjects, by their shares.
    int pick(Dice dice) {
        double left = dice.unit();
        for (int i = 0; i < subjects.length; i++) {
            left -= subjects[i];
            if (left < 0) {
                return i;
            }
        }
        return subjects.length - 1;
    }
}

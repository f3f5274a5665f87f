package dev.upswell.people;

import dev.upswell.numeric.Dice;

/// A taste that turns to another subject within some days.
///
/// @param from the epoch second at which it begins to turn
/// @param share how much of the taste the subject takes over in the end
public record TasteDrift(int subject, long from, double share) {

    private static final double EARLIEST = 1 / 3.0;
    private static final double LATEST = 5 / 6.0;
    private static final double TURN_SECONDS = 5 * 86_400.0;

    static TasteDrift drawn(Dice dice, PeopleSettings settings) {
        int subject = Popularity.topic(dice) * WordLists.SUBJECTS_A_TOPIC + dice.below(WordLists.SUBJECTS_A_TOPIC);
        double day = settings.days() * dice.between(EARLIEST, LATEST);
        return new TasteDrift(subject, settings.dayBegins(0) + (long) (day * 86_400), dice.between(0.3, 0.6));
    }

    /// How much of the taste it has taken over at this epoch second.
    double moved(long at) {
        return share * Math.max(0, Math.min(1, (at - from) / TURN_SECONDS));
    }
}

package dev.upswell.people;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Somebody with a taste who watches, and of whom every second posts.
///
/// @param reads the languages it reads, its own among them
/// @param loyal numbers of the posters it is fond of; shared, not copied
public record Person(int number, String handle, Tongue tongue, Set<Tongue> reads, Taste taste, Temper temper,
        BitSet loyal) {

    private static final double READS_ENGLISH = 0.6;
    private static final double READS_ANOTHER = 0.08;
    private static final int TRIES = 30;
    private static final double FOND_OF = 0.5;

    /// How somebody watches.
    ///
    /// @param generosity what it adds to the liking of anything
    /// @param noise deviation of its liking from one time to the next
    /// @param appetite how much more it likes what it has not seen much of
    /// @param activity videos watched a day beside the mean
    /// @param hour the hour of the day (UTC) at which it begins to watch
    /// @param joinDay the day on which it came
    record Temper(double generosity, double noise, double appetite, double activity, int hour, int joinDay) {

        private static final double LATE = 0.2;
        private static final int LATE_BEFORE_JUDGED = 5;

        /// A temper drawn; of those who do not post, one in five comes late.
        static Temper drawn(Dice dice, PeopleSettings settings, boolean posts) {
            int earliest = settings.firstJudgedDay() - LATE_BEFORE_JUDGED;
            int late = earliest + dice.below(settings.days() - 1 - earliest);
            return new Temper(0.4 * dice.gaussian(), dice.between(0.4, 1.0), 0.2 + 0.3 * dice.gaussian(),
                    dice.logNormal(0.85, 0.57), dice.below(22), !posts && dice.chance(LATE) ? late : 0);
        }
    }

    /// The people of a world without what they are fond of, which takes posters to be known.
    static Person drawn(Dice dice, PeopleSettings settings, int number) {
        Tongue tongue = Tongue.at(dice.unit());
        Set<Tongue> reads = EnumSet.of(tongue);
        for (Tongue other : Tongue.values()) {
            if (dice.chance(other == Tongue.EN ? READS_ENGLISH : READS_ANOTHER)) {
                reads.add(other);
            }
        }
        return new Person(number, Poster.handle(dice, number), tongue, reads, Taste.drawn(dice, settings),
                Temper.drawn(dice, settings, number < settings.posting()), new BitSet());
    }

    /// This person, fond of two to six of those posters whose subjects it likes and whose language it reads.
    Person fondOf(Dice dice, List<Poster> posters) {
        BitSet fond = new BitSet();
        double[] affinities = taste.affinities(Long.MIN_VALUE / 2);
        for (int wanted = 2 + dice.below(5); wanted > 0; wanted--) {
            for (int i = 0; i < TRIES; i++) {
                Poster poster = dice.pick(posters);
                if (!poster.handle().equals(handle) && reads.contains(poster.tongue())
                        && affinities[poster.subjects()[0]] > FOND_OF) {
                    fond.set(poster.number());
                    break;
                }
            }
        }
        return new Person(number, handle, tongue, reads, taste, temper, fond);
    }

    /// Whether it posted this video itself.
    boolean owns(WorldVideo video) {
        return video.shown().creator().equals(handle);
    }

    /// The languages it reads beside its own.
    List<Tongue> others() {
        List<Tongue> others = new ArrayList<>(reads);
        others.remove(tongue);
        return others;
    }
}

package dev.upswell.people;

import dev.upswell.numeric.Dice;
import java.util.List;

/// Somebody who posts videos.
///
/// @param number its place among the posters; of a person who posts it is the person's number
/// @param subjects what it posts about, the main subject first
/// @param activity how many videos it posts, relative to others
/// @param quality the mean quality of its videos, in deviations of quality
record Poster(int number, String handle, Tongue tongue, int[] subjects, long followers, double activity,
        double quality) {

    /// Deviation of posters' mean qualities; that of a video around its poster's mean is {@link Spread#OF_VIDEOS}.
    static final double OF_POSTERS = 0.6;

    /// Handles are made of syllables that mean nothing, so that no name tells a taste.
    private static final List<String> SYLLABLES = List.of("ba", "do", "fi", "ga", "hu", "ka", "lo", "mi", "na", "pe",
            "ra", "si", "ta", "vo", "wi", "zu", "lan", "mer", "sol", "tin");
    private static final double FOLLOWER_TAIL = 0.9;
    private static final double LEAST_FOLLOWERS = 300;
    private static final double MOST_FOLLOWERS = 2e7;
    private static final double ACTIVITY_TAIL = 1.2;
    private static final double MOST_ACTIVE = 60;
    private static final int SUBJECTS = 3;

    /// Somebody who is not one of the people and keeps to one topic.
    static Poster stranger(Dice dice, int number, String handle) {
        int first = Popularity.topic(dice) * WordLists.SUBJECTS_A_TOPIC;
        int[] subjects = new int[SUBJECTS];
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = first + dice.below(WordLists.SUBJECTS_A_TOPIC);
        }
        return drawn(dice, number, handle, Tongue.at(dice.unit()), subjects);
    }

    /// One of the people, who posts what it likes itself.
    static Poster person(Dice dice, Person person) {
        int[] subjects = new int[SUBJECTS];
        for (int i = 0; i < subjects.length; i++) {
            subjects[i] = person.taste().pick(dice);
        }
        return drawn(dice, person.number(), person.handle(), person.tongue(), subjects);
    }

    private static Poster drawn(Dice dice, int number, String handle, Tongue tongue, int[] subjects) {
        double followers = LEAST_FOLLOWERS * StrictMath.pow(1 - dice.unit(), -1 / FOLLOWER_TAIL);
        double activity = StrictMath.pow(1 - dice.unit(), -1 / ACTIVITY_TAIL);
        return new Poster(number, handle, tongue, subjects,
                (long) Math.min(MOST_FOLLOWERS, followers), Math.min(MOST_ACTIVE, activity),
                OF_POSTERS * dice.gaussian());
    }

    /// The handle of this number, unlike that of any other.
    static String handle(Dice dice, int number) {
        StringBuilder handle = new StringBuilder();
        for (int i = 2 + dice.below(2); i > 0; i--) {
            handle.append(dice.pick(SYLLABLES));
        }
        return handle.append('_').append(number).toString();
    }
}

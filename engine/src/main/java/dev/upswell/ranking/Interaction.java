package dev.upswell.ranking;

/// That a person did something with an item.
///
/// @param person number of the person, from 0
/// @param item number of the item, from 0
/// @param weight how much it says that the person likes it, above 0
public record Interaction(int person, int item, double weight) {

    public Interaction {
        if (person < 0 || item < 0 || !(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("interaction (person " + person + ", item " + item + ", weight " + weight
                    + ") must have numbers from 0 and a weight above 0\nMaybe it tells a dislike: leave it out.");
        }
    }
}

package dev.upswell.recommend;

import dev.upswell.ranking.PlackettLuce;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How lists are made: weights, order, chance and diversity. Several may be in force at once and be compared.
///
/// @param ranker id of the ranker whose scores order the list; null: the formula orders it
/// @param temperature of the draw at each place; 0 always takes the best, and nothing can be told from such logs about other orders
/// @param pool how many of the best are drawn from
/// @param threshold that the formula's score must reach, with what all people did or without, 0 to 1
public record Configuration(String name, ScoreWeights weights, @Nullable String ranker, double temperature, int pool,
        Diversity diversity, double threshold) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /// How strangers' lists are kept from being of one piece: one of an author, and sets of categories again count little.
    private static final Diversity OF_STRANGERS = new Diversity(0.9, 0.7, 1, 20);

    /// The formula as the spec has it, and what all people did where that is known.
    public static final Configuration USUAL = new Configuration("usual", ScoreWeights.WITH_CROWD, null, 0.05, 100,
            Diversity.USUAL, 0.5);

    public Configuration {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name (" + name
                    + ") must be up to 40 lower-case letters, digits and hyphens, a letter first\nMaybe write more-fresh.");
        }
        if (!(temperature >= 0 && temperature <= 10) || pool < 1 || !(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "configuration " + name + " (temperature " + temperature + ", pool " + pool
                            + ", threshold " + threshold
                            + ") must have a temperature from 0 to 10, a pool from 1 and a threshold from 0 to 1"
                            + "\nMaybe two of them are exchanged.");
        }
    }

    /// The same for somebody of whom nothing is known: popular, but diverse.
    ///
    /// Nothing tells what is relevant to strangers, so no video can be held to a threshold that relevance is part of, and a ranker, which
    /// learnt from people who are known, does not order their lists.
    public Configuration forStranger() {
        Diversity wide = new Diversity(Math.min(diversity.authorAgain(), OF_STRANGERS.authorAgain()),
                Math.min(diversity.tagsAgain(), OF_STRANGERS.tagsAgain()),
                OF_STRANGERS.perAuthor(), Math.max(diversity.top(), OF_STRANGERS.top()));
        return new Configuration(name, weights, null, temperature, pool, wide, 0);
    }

    /// The draw at each place.
    public PlackettLuce odds() {
        return new PlackettLuce(temperature);
    }
}

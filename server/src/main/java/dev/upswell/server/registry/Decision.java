package dev.upswell.server.registry;

import java.time.Instant;
import java.util.Map;

/// Who changes a model's state, why, and on what figures.
///
/// @param actor [#RULE], [#HAND], or the name that a person gave; nothing vouches for it
/// @param reason a sentence
/// @param asOf up to when the world was known that the decision is about
/// @param figures by name; empty when the decision rests on none
public record Decision(String actor, String reason, Instant asOf, Map<String, Double> figures) {

    /// Nobody decided: a rule did.
    public static final String RULE = "rule";

    /// A person who gave no name.
    public static final String HAND = "hand";

    public Decision {
        figures = Map.copyOf(figures);
    }

    static Decision byRule(String reason, Instant asOf, Map<String, Double> figures) {
        return new Decision(RULE, reason, asOf, figures);
    }
}

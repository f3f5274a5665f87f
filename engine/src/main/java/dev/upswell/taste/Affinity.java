package dev.upswell.taste;

import java.util.List;

/// How much a person likes a category, and why.
///
/// @param affinity 0 to 1: base and boost times influence, 1 at most
/// @param base 0 to 1: how near the person's items are to the category in meaning and words
/// @param boost 0 to 0.5: how much engagement those items had for their views
/// @param reason a sentence for people
/// @param evidence ids of the videos that it rests on, the strongest first, five at most
public record Affinity(String tag, double affinity, double base, double boost, String reason, List<String> evidence) {

    public Affinity {
        if (!(affinity >= 0 && affinity <= 1)) {
            throw new IllegalArgumentException(
                    "affinity (" + affinity + ") must be from 0 to 1\nMaybe it was not capped.");
        }
        evidence = List.copyOf(evidence);
    }
}

package dev.upswell.recommend;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a person beside tastes.
///
/// @param authors how much of what the person liked is by each author, 0 to 1
/// @param languages how much of it is in each language, 0 to 1
/// @param usualSeconds length of the videos liked, the median; null when unknown
/// @param reactions how many were told of the person
/// @param leanings to words, categories, authors and languages
/// @param authorWorths what the person did beside watching with an author's videos, for each that it watched, as
/// [Candidate.Audience#worth] counts it; of authors it watched
public record Habits(Map<String, Double> authors, Map<String, Double> languages, @Nullable Double usualSeconds,
        int reactions, Leanings leanings, Map<String, Double> authorWorths) {

    /// Nothing is known.
    public static final Habits UNKNOWN = new Habits(Map.of(), Map.of(), null, 0);

    /// Habits without leanings.
    public Habits(Map<String, Double> authors, Map<String, Double> languages, @Nullable Double usualSeconds,
            int reactions) {
        this(authors, languages, usualSeconds, reactions, Leanings.NONE, Map.of());
    }

    public Habits {
        authors = Map.copyOf(authors);
        languages = Map.copyOf(languages);
        authorWorths = Map.copyOf(authorWorths);
        if (reactions < 0 || (usualSeconds != null && !(usualSeconds > 0))) {
            throw new IllegalArgumentException("habits (" + reactions + " reactions, usually " + usualSeconds
                    + " s) must have reactions from 0 and a length above 0\nMaybe an unknown length was given as 0.");
        }
    }
}

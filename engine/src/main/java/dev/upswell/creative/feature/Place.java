package dev.upswell.creative.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where a payload tells a feature, and what makes a value of what stands there.
///
/// **shape** `PATH VERB WORDS [given PATH | unless PATH VALUE [and PATH VALUE]]`; several places are joined by `or`.
///
/// @param given there is a value only where the number at this path is above 0; none where there always is one
/// @param unless it was not measured where all of these hold; none where it always was
record Place(List<String> path, Verb verb, List<String> words, List<String> given, List<Condition> unless) {

    /// That a field has this value.
    record Condition(List<String> path, String value) {
    }

    static List<Place> all(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(" or ", -1)).map(Place::of).toList();
    }

    private static Place of(String text) {
        String[] unless = text.split(" unless ", -1);
        String[] given = unless[0].split(" given ", -1);
        List<String> words = List.of(given[0].split(" ", -1));
        if (words.size() < 2 || unless.length > 2 || given.length > 2) {
            throw broken(text);
        }
        Verb verb = Verb.of(words.get(1));
        if (words.size() != 2 + verb.words()) {
            throw broken(text);
        }
        return new Place(path(words.get(0)), verb, words.subList(2, words.size()),
                given.length == 2 ? path(given[1]) : List.of(),
                unless.length == 2 ? conditions(unless[1]) : List.of());
    }

    private static List<Condition> conditions(String text) {
        List<Condition> conditions = new ArrayList<>();
        for (String condition : text.split(" and ", -1)) {
            String[] parts = condition.split(" ", -1);
            if (parts.length != 2) {
                throw broken(text);
            }
            conditions.add(new Condition(path(parts[0]), parts[1]));
        }
        return List.copyOf(conditions);
    }

    static List<String> path(String dotted) {
        return List.of(dotted.split("\\.", -1));
    }

    private static IllegalArgumentException broken(String text) {
        return new IllegalArgumentException("place (" + text
                + ") must be a path, a verb with its words, and conditions of two words\nMaybe a word is missing.");
    }
}

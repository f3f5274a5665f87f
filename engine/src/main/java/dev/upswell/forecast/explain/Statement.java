package dev.upswell.forecast.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one feature says, ready for a message bundle: the number in it is the feature's value in a human unit.
///
/// It says what is so and never why: that a feature moved a score does not make it a cause.
///
/// @param feature whose value it is; for a rank the feature that is ranked
/// @param key of the sentence
/// @param quantity what the sentence says; null for a missing value
/// @param span the length of time or the count that tells the members of a family apart, such as `24h`, `7d` or `3`; empty
///     when there is none
/// @param of what else tells them apart: a companion counter such as `posts`, or a second length of time; empty when nothing
public record Statement(String feature, String key, @Nullable Quantity quantity, String span, String of) {

    private static final String RANK = "rank_";

    /// The statement about a feature value; empty for a feature that has no sentence, whose name and value must do.
    ///
    /// @param value null when it was missing
    public static Optional<Statement> about(String feature, @Nullable Double value) {
        if (value == null) {
            return Optional.of(new Statement(feature, "missing", null, "", ""));
        }
        if (feature.startsWith(RANK)) {
            return Optional.of(new Statement(feature.substring(RANK.length()), "rank",
                    Quantity.Unit.SHARE.of(value), "", ""));
        }
        return Template.ALL.stream().flatMap(template -> template.about(feature, value).stream()).findFirst();
    }

    /// The keys of all sentences.
    public static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("missing", "rank"));
        Template.ALL.forEach(template -> keys.addAll(template.keys()));
        return Collections.unmodifiableList(keys);
    }
}

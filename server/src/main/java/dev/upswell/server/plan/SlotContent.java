package dev.upswell.server.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a slot is filled with.
///
/// @param text what is to be posted, in words, 1 to [#LONGEST] characters
/// @param link page of this site about it; null without one
/// @param by who filled it
public record SlotContent(Kind kind, String text, @Nullable String link, String by) {

    /// Most characters of the words, and of the link.
    public static final int LONGEST = 200;

    /// Where what is posted comes from.
    public enum Kind {
        /// Somebody's own.
        IDEA,
        /// A pattern that was found.
        PATTERN,
        /// A brief that was made.
        BRIEF,
        /// A recommendation.
        RECOMMENDATION;

        /// The word for it in rows, requests and answers.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The words of all.
        public static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }

        /// The kind of a word of these.
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}

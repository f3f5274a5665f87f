package dev.upswell.server.vigil;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Of which things a rule asks.
///
/// @param name of the hashtag without #, or of the client; empty for the others
public record Scope(Kind kind, String name) {

    /// What draws the line.
    public enum Kind {
        /// All there is.
        ALL,
        /// What stands on the watch list; of videos also those by watched creators and with watched hashtags.
        WATCHED,
        /// A hashtag; of videos, creators and sounds those that carry it.
        HASHTAG,
        /// The hashtags that were searched for a client; of videos, creators and sounds those that carry one of them.
        CLIENT;

        /// How it is written, such as `watched`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// All there is.
    public static final Scope ALL = new Scope(Kind.ALL, "");

    private static final int LONGEST = 200;

    public Scope {
        boolean named = kind == Kind.HASHTAG || kind == Kind.CLIENT;
        name = kind == Kind.HASHTAG ? name.strip().replaceFirst("^#", "").toLowerCase(Locale.ROOT) : name.strip();
        if (named == name.isEmpty() || name.length() > LONGEST) {
            throw new IllegalArgumentException("scope (" + kind.label() + " " + name + ") must name "
                    + (named ? "which " + kind.label() + ", in up to " + LONGEST + " characters" : "nothing")
                    + "\nWrite all, watched, hashtag NAME or client NAME.");
        }
    }

    /// It in words, as [#of] reads it: `all`, `watched`, `hashtag skincare`, `client Acme`.
    public String text() {
        return name.isEmpty() ? kind.label() : kind.label() + " " + name;
    }

    /// Reads a scope.
    ///
    /// **errors** `IllegalArgumentException` of two lines, what cannot be read and what to do.
    public static Scope of(String text) {
        List<String> words = List.of(text.strip().split("\\s+", 2));
        Kind kind = Arrays.stream(Kind.values()).filter(one -> one.label().equalsIgnoreCase(words.getFirst()))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("scope (" + text
                        + ") must be all, watched, hashtag or client\nWrite for example hashtag skincare."));
        return new Scope(kind, words.size() > 1 ? words.get(1) : "");
    }
}

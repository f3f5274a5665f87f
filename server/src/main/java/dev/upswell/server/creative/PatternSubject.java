package dev.upswell.server.creative;

import dev.upswell.content.EntityId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which videos patterns are searched in: those of a hashtag, those of some creators, or all.
///
/// @param names of the hashtag or of the creators, sorted; empty for all
public record PatternSubject(Kind kind, List<String> names) {

    /// All stored videos.
    public static final PatternSubject ALL = new PatternSubject(Kind.ALL, List.of());

    private static final int MOST_CREATORS = 500;

    /// What videos have in common.
    public enum Kind {
        HASHTAG,
        CREATORS,
        ALL;

        /// Its word in tables and answers.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PatternSubject {
        names = List.copyOf(names);
    }

    /// What is asked for by a hashtag or by creators; all videos where neither is named.
    ///
    /// @param creators handles with blanks or commas between
    /// **errors** [PatternRefused] when both are named, or something that is no name
    public static PatternSubject of(@Nullable String hashtag, @Nullable String creators) {
        if (hashtag != null && creators != null) {
            throw PatternRefused.subject("Both a hashtag and creators are named.");
        }
        try {
            if (hashtag != null) {
                return new PatternSubject(Kind.HASHTAG, List.of(EntityId.hashtag(hashtag.strip()).value()));
            }
            return creators == null ? ALL : ofCreators(creators);
        } catch (IllegalArgumentException noName) {
            throw PatternRefused.subject("What is named is no " + (hashtag == null ? "handle" : "hashtag") + ".");
        }
    }

    private static PatternSubject ofCreators(String creators) {
        List<String> names = Arrays.stream(creators.split("[,\\s]+")).filter(one -> !one.isBlank())
                .map(one -> EntityId.creator(one).value()).distinct().sorted().toList();
        if (names.isEmpty() || names.size() > MOST_CREATORS) {
            throw PatternRefused.subject("1 to " + MOST_CREATORS + " creators can be named, not " + names.size() + ".");
        }
        return new PatternSubject(Kind.CREATORS, names);
    }

    /// The subject that is kept under these.
    static PatternSubject kept(String kind, String names) {
        return new PatternSubject(Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                names.isEmpty() ? List.of() : List.of(names.split(" ")));
    }

    /// For example `videos of #bali` or `all videos`.
    public String videos() {
        return kind == Kind.ALL ? said() : "videos of " + said();
    }

    /// For example `#bali`, `@ana, @bo` or `all videos`.
    public String said() {
        return switch (kind) {
            case HASHTAG -> "#" + names.getFirst();
            case CREATORS -> String.join(", ", names.stream().limit(5).map(name -> "@" + name).toList())
                    + (names.size() > 5 ? " and " + (names.size() - 5) + " more" : "");
            case ALL -> "all videos";
        };
    }
}

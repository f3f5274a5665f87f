package dev.upswell.grounding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// In what a fact is counted, and the words that name it in sentences.
public enum Unit {
    /// Views.
    VIEWS("views", "view", "plays", "play", "tayangan", "penayangan", "tontonan", "penonton"),
    /// Videos that carry something or were posted.
    POSTS("posts", "post", "uploads", "upload", "clips", "clip", "videos", "video", "postingan", "unggahan", "konten"),
    /// Followers.
    FOLLOWERS("followers", "follower", "subscribers", "fans", "pengikut"),
    /// Likes.
    LIKES("likes", "like", "hearts", "suka"),
    /// Comments.
    COMMENTS("comments", "comment", "komentar"),
    /// Shares of a video by viewers.
    SHARES("shares", "reshares", "dibagikan", "pembagian"),
    /// Saves.
    SAVES("saves", "bookmarks", "simpanan", "disimpan"),
    /// Creators.
    CREATORS("creators", "creator", "authors", "accounts", "account", "kreator", "pembuat", "akun"),
    /// Hashtags.
    HASHTAGS("hashtags", "hashtag", "tags", "tagar"),
    /// Sounds.
    SOUNDS("sounds", "sound", "songs", "song", "tracks", "suara", "lagu"),
    /// Anything else that is counted.
    COUNT("count"),
    /// A part of a whole, 0 to 1; written in percent.
    SHARE("share", "fraction"),
    /// Relative change, 0.5 being half as much again; written in percent or as so many times.
    CHANGE("change"),
    /// So many times something else.
    RATIO("ratio"),
    /// Points of a score.
    POINTS("points", "point", "poin", "nilai"),
    /// A place in an order, 1 being the first.
    RANK("rank"),
    /// Seconds.
    SECONDS("seconds", "second", "secs", "sec", "s", "detik"),
    /// Minutes.
    MINUTES("minutes", "minute", "mins", "min", "menit"),
    /// Hours.
    HOURS("hours", "hour", "hrs", "h", "jam"),
    /// Days.
    DAYS("days", "day", "d", "hari"),
    /// Views in a minute.
    PER_MINUTE("views/min"),
    /// What a cause added or took away: a sentence that cites it may say why.
    EFFECT("effect"),
    /// The fact is a name, which stands in [Fact#of]; it has no value.
    NAME("name");

    private static final int NYA = 3;
    private static final Set<Unit> SPANS = Set.of(SECONDS, MINUTES, HOURS, DAYS);
    private static final Set<Unit> THINGS = Set.of(VIEWS, POSTS, FOLLOWERS, LIKES, COMMENTS, SHARES, SAVES, CREATORS,
            HASHTAGS, SOUNDS);

    private final Set<String> words;

    Unit(String... words) {
        this.words = Set.of(words);
    }

    /// The unit that this word names in a sentence, in lower case; empty when it names none.
    static Optional<Unit> named(String word) {
        if (word.length() > NYA + 2 && word.endsWith("nya")) {
            return named(word.substring(0, word.length() - NYA));
        }
        return Arrays.stream(values()).filter(unit -> (THINGS.contains(unit) || SPANS.contains(unit)
                || unit == POINTS) && unit.words.contains(word)).findFirst();
    }

    /// The unit of this name, as evidence writes it.
    ///
    /// **absence** [#COUNT] for a name that is not known: then no noun is asked for
    public static Unit of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).strip();
        return switch (plain) {
            case "%", "percent", "fraction of 1", "rate", "probability" -> SHARE;
            case "relative change", "growth" -> CHANGE;
            case "x", "times", "multiple" -> RATIO;
            case "place" -> RANK;
            case "cause", "log odds" -> EFFECT;
            default -> Arrays.stream(values())
                    .filter(unit -> unit.name().equalsIgnoreCase(plain) || unit.words.contains(plain)).findFirst()
                    .orElse(COUNT);
        };
    }

    /// The unit of this name for this measure: a ratio is a change where the measure is one, else a part of a whole.
    public static Unit of(String name, String measure) {
        boolean ratio = name.strip().equalsIgnoreCase("ratio") || of(name) == SHARE;
        boolean change = Text.words(measure).stream().anyMatch(word -> word.equals("growth") || word.equals("change"));
        return ratio ? change ? CHANGE : SHARE : of(name);
    }

    boolean isSpan() {
        return SPANS.contains(this);
    }

    /// Whether it counts things of one kind, so that no other kind may be named for it.
    boolean isThing() {
        return THINGS.contains(this);
    }

    /// How many seconds one of it has.
    ///
    /// **errors** `IllegalStateException` for what is no span.
    double seconds() {
        return switch (this) {
            case SECONDS -> 1;
            case MINUTES -> 60;
            case HOURS -> 3_600;
            case DAYS -> 86_400;
            default -> throw new IllegalStateException("unit (" + this + ") must be a span of time\nMaybe ask isSpan.");
        };
    }
}

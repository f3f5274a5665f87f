package dev.upswell.content;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Identity of a watched entity: its kind and the provider's id within that kind.
///
/// Hashtags are identified by their name in lower case without `#`, because every provider knows the name and only some
/// know a number. Sounds, videos and creators are identified by what the provider calls them: ids exceed 2^53 and stay text.
///
/// **range** the value is never blank.
public record EntityId(EntityKind kind, String value) implements Comparable<EntityId> {

    private static final Pattern LONG_NUMBER = Pattern.compile("[1-9]\\d{17,18}");

    /// 2014 began.
    private static final long FIRST_VIDEO = 1_388_534_400L;

    public EntityId {
        if (value.isBlank()) {
            throw new IllegalArgumentException(kind.label() + " id () must not be blank\nMaybe the column is empty.");
        }
    }

    /// The hashtag with this name; `#` in front and upper case are removed.
    public static EntityId hashtag(String name) {
        String bare = name.strip();
        return new EntityId(EntityKind.HASHTAG,
                (bare.startsWith("#") ? bare.substring(1) : bare).toLowerCase(Locale.ROOT));
    }

    /// The sound with this id.
    public static EntityId sound(String id) {
        return new EntityId(EntityKind.SOUND, id.strip());
    }

    /// The video with this id.
    public static EntityId video(String id) {
        return new EntityId(EntityKind.VIDEO, id.strip());
    }

    /// The creator with this handle, in lower case without `@`: the one name of a creator that every provider gives.
    public static EntityId creator(String handle) {
        String bare = handle.strip();
        return new EntityId(EntityKind.CREATOR,
                (bare.startsWith("@") ? bare.substring(1) : bare).toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof EntityId that && kind == that.kind && value.equals(that.value));
    }

    /// The same in every run, which the hash of an enum constant is not; and quicker than what records compute by themselves.
    @Override
    public int hashCode() {
        return 31 * value.hashCode() + kind.ordinal();
    }

    @Override
    public int compareTo(EntityId other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : value.compareTo(other.value);
    }

    /// When this video was posted, which a real TikTok id carries in its upper 32 bits as seconds since 1970.
    ///
    /// **absence** empty for other kinds, for ids that are no such number, and for times before 2014, when there were no videos.
    public Optional<Instant> createdAt() {
        if (kind != EntityKind.VIDEO || !LONG_NUMBER.matcher(value).matches()) {
            return Optional.empty();
        }
        long second = Long.parseUnsignedLong(value) >>> 32;
        return second < FIRST_VIDEO ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
    }
}

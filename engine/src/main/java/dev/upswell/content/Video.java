package dev.upswell.content;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a video is, apart from its counters: who posted it, when, with which sound and hashtags.
///
/// **absence** what the provider did not give is `null` (hashtags: an empty list); `createdAt` is taken from the id where
/// the provider omits it, because a real TikTok id carries its creation time in its upper 32 bits.
public record Video(EntityId id, @Nullable EntityId creator, @Nullable EntityId sound, List<EntityId> hashtags,
        @Nullable Instant createdAt, @Nullable Duration duration, @Nullable String caption) {

    public Video {
        if (id.kind() != EntityKind.VIDEO) {
            throw new IllegalArgumentException(
                    "video id (" + id + ") must be of kind video\nMaybe use EntityId.video.");
        }
        hashtags = List.copyOf(hashtags);
    }
}

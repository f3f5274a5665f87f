package dev.upswell.server.reach;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A video that is not posted yet, as far as it is decided.
///
/// @param caption may hold hashtags, which count as if given
/// @param hashtags names, with or without `#`
/// @param creator handle; null for one without a history
/// @param postAt when it is to be posted; null for the time of the last reading
public record ReachDraft(@Nullable String caption, List<String> hashtags, @Nullable String sound,
        @Nullable String creator, @Nullable Duration duration, @Nullable Instant postAt) {

    private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{N}_]+)");

    public ReachDraft {
        hashtags = List.copyOf(hashtags);
    }

    Video video(Instant otherwise) {
        List<EntityId> tags = new ArrayList<>();
        hashtags.stream().filter(tag -> !tag.replace("#", "").isBlank()).map(EntityId::hashtag).forEach(tags::add);
        if (caption != null) {
            HASHTAG.matcher(caption).results().map(found -> EntityId.hashtag(found.group(1))).forEach(tags::add);
        }
        return new Video(EntityId.video("draft"),
                creator == null || creator.replace("@", "").isBlank() ? null : EntityId.creator(creator),
                sound == null || sound.isBlank() ? null : EntityId.sound(sound), tags.stream().distinct().toList(),
                postAt == null ? otherwise : postAt, duration, caption);
    }
}

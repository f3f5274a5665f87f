package dev.upswell.taste;

import dev.upswell.content.Counts;
import dev.upswell.content.Video;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A video that a person made or met, as one item of a profile.
///
/// @param sound name of its sound; null when nobody told
/// @param at when the person made or met it
/// @param counts its last counters until then
public record TastedItem(Source source, Video video, @Nullable String sound, Instant at, Counts counts) {

    /// Its words: the caption, hashtags that do not stand in it, and the sound by name.
    public String text() {
        String caption = video.caption() == null ? "" : video.caption();
        String folded = caption.toLowerCase(Locale.ROOT);
        String tags = video.hashtags().stream().map(tag -> "#" + tag.value()).filter(tag -> !folded.contains(tag))
                .collect(Collectors.joining(" "));
        return (caption + " " + tags + (sound == null ? "" : " " + sound)).strip();
    }
}

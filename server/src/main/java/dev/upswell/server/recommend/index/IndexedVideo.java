package dev.upswell.server.recommend.index;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A video as it can be found.
///
/// @param creator handle; null when nobody told
/// @param terms of caption and hashtags, in their order, as the text slice splits them
/// @param views as last read, from 0; what is popular is told by them when nothing is known of a person
/// @param expiresAt when it is no longer to be recommended; null: never
/// @param vector of the caption, at any scale; empty where the caption says nothing
public record IndexedVideo(String id, @Nullable String creator, List<String> terms, Instant postedAt, long views,
        @Nullable Instant expiresAt, float[] vector) {

    public IndexedVideo {
        terms = List.copyOf(terms);
        if (id.isBlank() || views < 0) {
            throw new IllegalArgumentException("video (" + id + ", " + views
                    + " views) must have an id and views from 0\nMaybe a row without an id was read.");
        }
    }
}

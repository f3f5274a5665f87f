package dev.upswell.server.text;

import dev.upswell.language.TextTokens;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A video's text as collecting keeps it.
///
/// @param creator handle in lower case; null when unknown
/// @param postedAt null when unknown
/// @param text its caption, then those of its hashtags that stand nowhere in it
/// @param hashtags folded, without `#`
public record StoredCaption(String video, @Nullable String creator, @Nullable Instant postedAt, TextTokens text,
        List<String> hashtags) {

    public StoredCaption {
        hashtags = List.copyOf(hashtags);
    }
}

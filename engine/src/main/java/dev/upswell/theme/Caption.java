package dev.upswell.theme;

import dev.upswell.embed.Vector;
import java.time.Instant;
import java.util.List;

/// A video's caption as themes are made of it.
///
/// @param video unique among captions
/// @param creator whose video it is; what one creator alone says makes no theme
/// @param hashtags folded, without `#`
public record Caption(String video, String creator, Instant postedAt, List<String> hashtags, Vector vector) {

    public Caption {
        hashtags = List.copyOf(hashtags);
    }
}

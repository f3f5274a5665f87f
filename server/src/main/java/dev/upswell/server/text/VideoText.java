package dev.upswell.server.text;

import dev.upswell.embed.Vector;
import java.util.List;
import java.util.UUID;

/// What a video's caption says.
///
/// @param hash tells whether the caption has changed since
/// @param language ISO 639-1, or `und`
/// @param sure 0 to 1
/// @param keywords the weightiest first
public record VideoText(String video, UUID version, String hash, String language, double sure, List<String> keywords,
        Vector vector) {

    public VideoText {
        keywords = List.copyOf(keywords);
    }
}

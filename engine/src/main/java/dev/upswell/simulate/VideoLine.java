package dev.upswell.simulate;

import java.time.Instant;
import java.util.stream.Collectors;

/// Lines of the format `upswell-videos`, written without a JSON library, which the engine does not have.
final class VideoLine {

    private VideoLine() {
    }

    static String of(Clip.Traits video) {
        return "{\"id\":" + quoted(video.id()) + ",\"createdAt\":"
                + quoted(Instant.ofEpochSecond(video.createdAt()).toString()) + ",\"creator\":"
                + quoted(video.creator().handle()) + ",\"sound\":" + quoted(video.sound().id()) + ",\"hashtags\":["
                + video.hashtags().stream().map(tag -> quoted(tag.id())).collect(Collectors.joining(","))
                + "],\"durationSeconds\":" + video.seconds() + ",\"caption\":" + quoted(video.caption()) + '}';
    }

    /// A JSON string (RFC 8259).
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}

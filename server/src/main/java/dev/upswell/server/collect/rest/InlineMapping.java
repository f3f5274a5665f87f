package dev.upswell.server.collect.rest;

import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.MappingRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// A mapping that a request brings with it.
final class InlineMapping {

    private static final int LONGEST = 65_536;
    private static final String ORIGIN = "that was sent";

    private InlineMapping() {
    }

    /// The text of a part of the request.
    ///
    /// **errors** [MappingRefused] when it is longer than any mapping
    static String text(MultipartFile part) throws IOException {
        if (part.getSize() > LONGEST) {
            throw tooLong();
        }
        return new String(part.getBytes(), StandardCharsets.UTF_8);
    }

    /// The mapping of a text.
    ///
    /// @param observedAt when the file was observed; `null` when nobody says it
    ///
    /// **errors** [MappingRefused] with all problems
    static ColumnMapping parsed(String text, @Nullable Instant observedAt) {
        return ColumnMapping.parse(ORIGIN, text, observedAt);
    }

    /// The mapping of a text that is to be kept.
    ///
    /// **errors** [MappingRefused] with all problems
    static ColumnMapping toKeep(String text) {
        if (text.length() > LONGEST) {
            throw tooLong();
        }
        return ColumnMapping.toKeep(ORIGIN, text);
    }

    private static MappingRefused tooLong() {
        return new MappingRefused("The mapping " + ORIGIN + " cannot be used:",
                List.of("it has more than " + LONGEST + " characters"));
    }
}

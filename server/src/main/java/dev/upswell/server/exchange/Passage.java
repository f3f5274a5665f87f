package dev.upswell.server.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A model that went out or came in.
///
/// @param type `MODEL_EXPORTED`, `MODEL_IMPORTED` or `MODEL_PUSHED`
/// @param family of the model
/// @param format of a file that was written; null else
/// @param to address of the server that it was pushed to; null else, like its name and its version there
public record Passage(String type, UUID model, String family, @Nullable String format, @Nullable String to,
        @Nullable String name, @Nullable String version, Instant at) {
}

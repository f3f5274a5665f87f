package dev.upswell.server.vigil;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a rule would have rung of in the last fortnight of what is stored.
///
/// @param from it was looked at what is as of later than this
/// @param until and no later than this, which is the newest that was computed of the kind; null where nothing was
/// @param times how often it would have rung
/// @param things of how many things
/// @param examples the last ones, the newest first
public record Preview(@Nullable Instant from, @Nullable Instant until, int times, int things, List<Example> examples) {

    public Preview {
        examples = List.copyOf(examples);
    }

    /// One of them.
    ///
    /// @param name as people call what it rang of
    public record Example(String name, Hit hit) {
    }
}

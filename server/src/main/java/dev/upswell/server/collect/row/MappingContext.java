package dev.upswell.server.collect.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a mapper knows besides the row.
///
/// @param now the time of the import, against which future times are recognised
/// @param observedAt when the file was observed, as its importer says, for rows that do not say it themselves; `null`
///     when nobody said
public record MappingContext(Instant now, @Nullable Instant observedAt) {
}

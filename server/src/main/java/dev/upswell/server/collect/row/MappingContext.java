package dev.upswell.server.collect.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a mapper knows besides the row.
///
/// @param now the time of the import, against which future times are recognised
/// @param observedAt when the file was observed, as its importer says, for rows that do not say it themselves; `null`
///     when nobody said
/// @param toldAt when what the file says was told: as its importer says, else when it was first imported, for nobody knew
///     it here before
public record MappingContext(Instant now, @Nullable Instant observedAt, Instant toldAt) {

    /// A file that is imported for the first time.
    public MappingContext(Instant now, @Nullable Instant observedAt) {
        this(now, observedAt, observedAt == null ? now : observedAt);
    }
}

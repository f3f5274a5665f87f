package dev.upswell.server.collect;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the person who imports says about a file.
///
/// @param format the format; `null` to tell it from the content
/// @param observedAt when the file was observed, for rows that do not say it; `null` when nobody knows: such rows then enter
///     as undated content
/// @param mapping which column says what, for files of no known format; `null` to tell it from the content
public record ImportOptions(@Nullable FileFormat format, @Nullable Instant observedAt,
        @Nullable ColumnMapping mapping) {

    /// The format is told from the content, and undated rows stay undated.
    public static final ImportOptions AUTO = new ImportOptions(null, null);

    /// Options without a mapping.
    public ImportOptions(@Nullable FileFormat format, @Nullable Instant observedAt) {
        this(format, observedAt, null);
    }

    /// The format that is demanded, if one is.
    public Optional<FileFormat> demandedFormat() {
        return Optional.ofNullable(format);
    }
}

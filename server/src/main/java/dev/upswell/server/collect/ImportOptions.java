package dev.upswell.server.collect;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the person who imports says about a file.
///
/// @param format the format; `null` to tell it from the content
/// @param observedAt when the file was observed, for rows that do not say it; `null` when nobody knows: such rows then enter
///     as undated content
public record ImportOptions(@Nullable FileFormat format, @Nullable Instant observedAt) {

    /// The format is told from the content, and undated rows stay undated.
    public static final ImportOptions AUTO = new ImportOptions(null, null);

    /// The format that is demanded, if one is.
    public Optional<FileFormat> demandedFormat() {
        return Optional.ofNullable(format);
    }
}

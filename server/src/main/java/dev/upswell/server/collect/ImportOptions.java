package dev.upswell.server.collect;

import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.MappingVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the person who imports says about a file.
///
/// @param format the format; `null` to tell it from the content
/// @param observedAt when the file was observed, for rows that do not say it; `null` when nobody knows: such rows then enter
///     as undated content
/// @param mapping which column says what, for files of no known format; `null` to tell it from the content
/// @param kept the kept mapping that says it; `null` when it is none that is kept, or to tell it from the header
public record ImportOptions(@Nullable FileFormat format, @Nullable Instant observedAt,
        @Nullable ColumnMapping mapping, @Nullable KeptMapping kept) {

    /// No reading is older.
    public static final Instant BEFORE_TIKTOK = Instant.parse("2016-01-01T00:00:00Z");

    /// How far the clock of whoever observed may be ahead of ours.
    public static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    /// The format is told from the content, and undated rows stay undated.
    public static final ImportOptions AUTO = new ImportOptions(null, null);

    /// Options without a mapping.
    public ImportOptions(@Nullable FileFormat format, @Nullable Instant observedAt) {
        this(format, observedAt, null);
    }

    /// Options with a mapping that is not kept.
    public ImportOptions(@Nullable FileFormat format, @Nullable Instant observedAt, @Nullable ColumnMapping mapping) {
        this(format, observedAt, mapping, null);
    }

    /// Options with a kept mapping.
    public static ImportOptions by(KeptMapping kept, @Nullable Instant observedAt) {
        return new ImportOptions(null, observedAt, null, kept);
    }

    /// Name and version of the kept mapping; `null` when there is none.
    public @Nullable MappingVersion mappingVersion() {
        return kept == null ? null : kept.id();
    }

    /// Makes sure that the time given for all rows can be one.
    ///
    /// **errors** [ImportRefused] when it lies before there was TikTok, or more than a day after `now`.
    public void requirePlausibleTime(Instant now) {
        Instant given = mapping != null && mapping.observedAt() instanceof ColumnMapping.Time.Constant constant
                ? constant.at()
                : observedAt;
        if (given != null && (given.isBefore(BEFORE_TIKTOK) || given.isAfter(now.plus(CLOCK_TOLERANCE)))) {
            throw new ImportRefused("the file cannot have been observed at " + given,
                    "Give the time when it was: not before 2016, and not in the future.");
        }
    }

    /// The format that is demanded, if one is.
    public Optional<FileFormat> demandedFormat() {
        return Optional.ofNullable(format);
    }
}

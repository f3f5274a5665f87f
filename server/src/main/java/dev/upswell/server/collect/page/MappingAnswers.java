package dev.upswell.server.collect.page;

import dev.upswell.server.mapping.MappingDraft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the reader says of a file's columns on the preview page.
///
/// @param draft what each column is, and under which source it is kept
/// @param observedAt when all rows were observed, where no column says it; null when the reader says nothing
/// @param name under which the mapping is kept; empty to use it once
/// @param purpose why the source may be kept, for the audit trail; empty while the reader says nothing
public record MappingAnswers(MappingDraft draft, @Nullable Instant observedAt, String name,
        String purpose) {
}

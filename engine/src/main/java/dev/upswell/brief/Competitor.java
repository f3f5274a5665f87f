package dev.upswell.brief;

import org.jspecify.annotations.Nullable;

/// An account that competes with the client's, and what is known of it.
///
/// @param handle without `@`
/// @param videos how many of its videos were looked at; null where none were
/// @param engagement their mean engagement rate, a fraction; null where it is unknown
/// @param note what stands out, in the language of the document; null where nothing was noted
public record Competitor(String handle, @Nullable Integer videos, @Nullable Double engagement, @Nullable String note) {
}

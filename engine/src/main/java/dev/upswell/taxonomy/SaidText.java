package dev.upswell.taxonomy;

import org.jspecify.annotations.Nullable;

/// A text that a taxonomy is made from: a caption, a bio, or a line of hashtags.
///
/// @param author whose it is; null where nobody told
public record SaidText(String text, @Nullable String author) {
}

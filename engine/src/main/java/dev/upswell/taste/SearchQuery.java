package dev.upswell.taste;

import java.util.List;

/// Words to search for videos by.
///
/// @param tags categories that it comes from
public record SearchQuery(String text, Kind kind, List<String> tags) {

    /// How wide it is.
    public enum Kind {
        /// All of a category.
        BROAD,
        /// Where two interests meet, or one part of a category.
        NARROW,
        /// A way in which videos are made, within a category.
        FORM
    }

    public SearchQuery {
        tags = List.copyOf(tags);
    }
}

package dev.upswell.brief;

import java.util.List;

/// Which videos a document is about.
public sealed interface Subject {

    /// Those of a hashtag.
    ///
    /// @param name without `#`
    record Hashtag(String name) implements Subject {

        public Hashtag {
            if (name.isBlank() || name.startsWith("#")) {
                throw new IllegalArgumentException(
                        "hashtag (" + name + ") must be a name without #\nMaybe the analysis has another subject.");
            }
        }
    }

    /// Those of some creators.
    ///
    /// @param handles without `@`; one at least
    record Creators(List<String> handles) implements Subject {

        public Creators {
            handles = List.copyOf(handles);
            if (handles.isEmpty()) {
                throw new IllegalArgumentException("creators () must be named\nMaybe all videos are meant.");
            }
        }
    }

    /// All that are known.
    record All() implements Subject {
    }
}

package dev.upswell.server.listing;

import java.util.Set;

/// Which pages are lists that can be had as files: the patterns of their routes.
public record ListPages(Set<String> patterns) {

    public ListPages {
        patterns = Set.copyOf(patterns);
    }

    /// Whether the page at this pattern is one.
    public boolean has(String pattern) {
        return patterns.contains(pattern);
    }
}

package dev.upswell.server.web;

import java.util.List;

/// Part of a long list, with how long the whole is: what every paged page and endpoint answers.
public record Listing<T>(List<T> items, long total, Paging paging) {

    public Listing {
        items = List.copyOf(items);
    }

    /// Whether there is more after this part.
    public boolean hasNext() {
        return paging.offset() + items.size() < total;
    }

    /// Whether there is something before this part.
    public boolean hasPrevious() {
        return paging.offset() > 0;
    }

    /// The number of the first row shown, counted from 1; 0 when nothing is shown.
    public long first() {
        return items.isEmpty() ? 0 : paging.offset() + 1L;
    }

    /// The number of the last row shown, counted from 1.
    public long last() {
        return paging.offset() + (long) items.size();
    }
}

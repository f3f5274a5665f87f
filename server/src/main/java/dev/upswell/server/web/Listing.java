package dev.upswell.server.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// Part of a long list, with how long the whole is: what every paged page and endpoint answers.
///
/// Programs read it as `{"items":[…],"total":n,"limit":n,"offset":n}`.
public record Listing<T>(List<T> items, long total, @JsonUnwrapped Paging paging) {

    public Listing {
        items = List.copyOf(items);
    }

    /// The part of this whole list that is asked for.
    public static <T> Listing<T> of(List<T> all, Paging paging) {
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).toList(), all.size(), paging);
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

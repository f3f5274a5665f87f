package dev.upswell.server.comply;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run of the retention deleted, or would delete.
///
/// @param planned whether nothing was done
/// @param items every kind of data that is kept for a time
public record RetentionReport(Instant at, boolean planned, List<Item> items) {

    public RetentionReport {
        items = List.copyOf(items);
    }

    /// A table or a dataset of the lake.
    ///
    /// @param days how long it is kept; null when it is kept
    /// @param rows that go
    /// @param files of the lake that go, or are written anew without them; 0 for tables
    /// @param oldest when the oldest of what stays was stored; null when nothing stays
    /// @param next when the oldest of what stays is due; null when nothing stays, or it is kept
    /// @param skipped whether it was left for the next run, because its writers were at work
    public record Item(RetentionClass kind, String name, @Nullable Integer days, long rows, long files,
            @Nullable Instant oldest, @Nullable Instant next, boolean skipped) {
    }

    /// Rows that go, of all kinds together.
    public long rows() {
        return items.stream().mapToLong(Item::rows).sum();
    }
}

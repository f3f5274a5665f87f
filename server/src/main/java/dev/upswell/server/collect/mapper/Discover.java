package dev.upswell.server.collect.mapper;

import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What the lists of the Discover page have in common.
final class Discover {

    private Discover() {
    }

    static @Nullable String source(RawRow.Csv row, RowCheck check) {
        String host = check.source("host", row.field("host"));
        return host == null ? null : "discover:" + host;
    }

    static @Nullable Instant observedAt(RawRow.Csv row, RowCheck check) {
        return check.time("observed_at", row.field("observed_at"), ZoneOffset.UTC);
    }
}

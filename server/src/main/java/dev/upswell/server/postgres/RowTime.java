package dev.upswell.server.postgres;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Instants as rows of PostgreSQL take them: its driver knows no `Instant`, but times with an offset, which is UTC here.
public final class RowTime {

    private RowTime() {
    }

    /// This instant, as a parameter of a statement.
    public static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /// This instant, or null where there is none.
    public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant time) {
        return time == null ? null : utc(time);
    }
}

package dev.upswell.server.evaluate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Times as rows hold them.
final class Sql {

    private Sql() {
    }

    /// The first instant of this day.
    static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}

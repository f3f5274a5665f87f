package dev.upswell.server.comply;

import java.time.LocalDate;

/// How often something was allowed on a day, which is counted instead of told one by one.
///
/// @param action as in [AuditEntry.Action]
/// @param source that was asked, or whose rows were stored
/// @param purpose for which
/// @param times requests or imports
/// @param items rows of files or items of answers; 0 for fetches
public record Allowance(LocalDate day, AuditEntry.Action action, String source, String rule, String purpose, long times,
        long items) {
}

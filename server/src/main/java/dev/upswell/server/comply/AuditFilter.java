package dev.upswell.server.comply;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which rows of the audit trail are wanted.
///
/// @param action null for all
/// @param decision null for all
/// @param text part of the subject, rule or detail, in any case; empty for all
public record AuditFilter(AuditEntry.@Nullable Action action, AuditEntry.@Nullable Decision decision, String text) {

    /// All rows.
    public static final AuditFilter ALL = new AuditFilter(null, null, "");

    /// The filter with these labels; an empty one lets all through.
    ///
    /// **errors** `IllegalArgumentException` when a label is none.
    public static AuditFilter of(String action, String decision, String text) {
        return new AuditFilter(action.isEmpty() ? null : AuditEntry.Action.valueOf(action.toUpperCase(Locale.ROOT)),
                decision.isEmpty() ? null : AuditEntry.Decision.valueOf(decision.toUpperCase(Locale.ROOT)), text);
    }
}

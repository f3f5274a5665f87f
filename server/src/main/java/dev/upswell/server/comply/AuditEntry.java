package dev.upswell.server.comply;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// A decision about what may be fetched or kept, as the audit trail keeps it.
///
/// @param actor the agent or person that asked, such as `import`, `collector` or `hand`
/// @param subject what was decided about, such as a source with its subject, or a file
/// @param rule by which it was decided
/// @param detail in words; empty when there is nothing to add
/// @param counts how many of what, by word; empty when nothing was counted
public record AuditEntry(Instant at, String actor, Action action, String subject, Decision decision, String rule,
        String detail, Map<String, Long> counts) {

    public AuditEntry {
        counts = Map.copyOf(counts);
    }

    /// What was to be done.
    public enum Action {
        /// A provider was to be asked.
        FETCH,
        /// Rows or raw answers were to be stored.
        STORE,
        /// A page was to be opened in a browser.
        CAPTURE,
        /// A rule about a source was changed.
        RULE,
        /// What is old enough was deleted.
        RETENTION;

        /// The word for it in tables and addresses.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What was decided.
    public enum Decision {
        DENIED,
        /// Something was taken out, and the rest went on.
        CLEANED,
        CHANGED,
        DELETED;

        /// The word for it in tables and addresses.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

package dev.upswell.server.comply.rest;

import dev.upswell.server.comply.AuditEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// A decision of the audit trail as programs read it.
@Schema(name = "ComplianceDecision", description = "A denial, cleaning, change of a rule or deletion")
record DecisionAnswer(Instant at, @Schema(description = "Agent or person that asked") String actor,
        @Schema(description = "fetch, store, capture, rule or retention") String action, String subject,
        @Schema(description = "denied, cleaned, changed or deleted") String decision, String rule, String detail,
        @Schema(description = "How many of what, by word") Map<String, Long> counts) {

    static DecisionAnswer of(AuditEntry entry) {
        return new DecisionAnswer(entry.at(), entry.actor(), entry.action().label(), entry.subject(),
                entry.decision().label(), entry.rule(), entry.detail(), new TreeMap<>(entry.counts()));
    }
}

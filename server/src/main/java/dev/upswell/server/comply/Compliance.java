package dev.upswell.server.comply;

import dev.upswell.server.audit.Verification;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The terms and the audit trail of a tenant, for pages, endpoints and commands.
public interface Compliance {

    /// How often something was allowed on a day, which is counted instead of told one by one.
    ///
    /// @param action as in [AuditEntry.Action]
    /// @param source that was asked, or whose rows were stored
    /// @param purpose for which
    /// @param times requests or imports
    /// @param items rows of files or items of answers; 0 for fetches
    record Allowance(LocalDate day, AuditEntry.Action action, String source, String rule, String purpose, long times,
            long items) {
    }

    /// The terms of all sources that this version knows.
    default Policies policies() {
        return Policies.KNOWN;
    }

    /// What this tenant decided itself, by source.
    List<SourceRule> rules();

    /// The terms as they stand now.
    Terms terms();

    /// Allows a source, for this reason; the tenant vouches for it.
    ///
    /// **errors** [ComplianceRefused] when the name cannot be one, or there is no reason.
    SourceRule allow(String source, String reason, String actor);

    /// Makes sure that what a source says may be stored: where the tenant decided nothing and no policy allows it, this reason
    /// becomes the tenant's rule. Returns whether it did.
    ///
    /// **errors** [ComplianceRefused] when the tenant denied the source, or a reason is needed and there is none.
    boolean vouch(String source, String reason, String actor);

    /// The same within the caller's tenant transaction, so that the rule stands or falls with what it is needed for.
    boolean vouch(JdbcClient db, String source, String reason, String actor);

    /// Denies a source, whatever the policies say.
    ///
    /// **errors** [ComplianceRefused] as for allowing.
    SourceRule deny(String source, String reason, String actor);

    /// Takes the tenant's rule about a source away, so that the policies decide again; returns it.
    ///
    /// **errors** [ComplianceRefused] when there is none.
    SourceRule forget(String source, String actor);

    /// Part of the audit trail, the newest first.
    List<AuditEntry> log(AuditFilter filter, int limit, long offset);

    /// How many rows the filter lets through.
    long count(AuditFilter filter);

    /// Walks along the chain of the audit trail and stops at the first row that is not as it was written.
    ///
    /// Rows that are changed together with all hashes after them and the end of the chain are a chain like any other: only who noted
    /// an earlier end elsewhere can tell. **cost** all rows are read at once
    Verification verify();

    /// What was allowed in the last days, by source; `day` is the last on which it was.
    List<Allowance> allowances(int days);
}

package dev.upswell.server.audit;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The request audit of a tenant, for reading: what stands in it, and whether it is as it was written.
///
/// Rows come by [RequestJournal] within a second of their request.
public final class RequestAudit {

    private static final int AT_ONCE = 5_000;

    private final TenantId tenant;
    private final Database database;

    public RequestAudit(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// Where the chain begins and ends.
    public ChainState chain() {
        return database.transactions().call(tenant, RequestAudit::chain);
    }

    private static ChainState chain(JdbcClient db) {
        return RequestAuditRepository.chain(db).orElse(ChainState.EMPTY);
    }

    /// Part of the rows, the newest first.
    public List<AuditedRow> list(RequestFilter filter, int limit, long offset) {
        return database.transactions().call(tenant, db -> RequestAuditRepository.list(db, filter, limit, offset));
    }

    /// How many rows the filter lets through; of filtered ones 100,000 are counted at most.
    public long count(RequestFilter filter) {
        return database.transactions().call(tenant, db -> filter.equals(RequestFilter.ALL)
                ? chain(db).rows()
                : RequestAuditRepository.count(db, filter));
    }

    /// Walks along the chain from its first kept row to its newest, and stops at the first that is not as it was written.
    ///
    /// Rows that are changed together with all hashes after them and the end of the chain are a chain like any other: only who noted
    /// an earlier end elsewhere can tell. **cost** some 100,000 rows a second; writers go on meanwhile.
    public Verification verify() {
        while (true) {
            ChainState chain = chain();
            Verification found = along(chain);
            // Rows that were forgotten by age meanwhile are none that somebody took away.
            if (found instanceof Verification.Sound || chain().startSeq() == chain.startSeq()) {
                return found;
            }
        }
    }

    private Verification along(ChainState chain) {
        long seq = chain.startSeq();
        String before = chain.startHash();
        while (seq < chain.seq()) {
            long from = seq;
            List<AuditedRow> rows = database.transactions().call(tenant,
                    db -> RequestAuditRepository.after(db, from, AT_ONCE));
            if (rows.isEmpty()) {
                return new Verification.Broken(seq + 1, Verification.How.REMOVED);
            }
            for (AuditedRow row : rows) {
                if (row.seq() != seq + 1) {
                    return new Verification.Broken(seq + 1, Verification.How.REMOVED);
                }
                if (!row.follows(before) || row.seq() == chain.seq() && !row.hash().equals(chain.hash())) {
                    return new Verification.Broken(row.seq(), Verification.How.CHANGED);
                }
                before = row.hash();
                seq = row.seq();
                if (seq == chain.seq()) {
                    break;
                }
            }
        }
        return end(chain);
    }

    /// Rows beyond the end that stood there before the chain grew to them were not written by anybody who lengthens it.
    private Verification end(ChainState chain) {
        return database.transactions().call(tenant, db -> {
            List<AuditedRow> beyond = RequestAuditRepository.after(db, chain.seq(), 1);
            return beyond.isEmpty() || chain(db).seq() > chain.seq()
                    ? new Verification.Sound(chain)
                    : new Verification.Broken(beyond.getFirst().seq(), Verification.How.ADDED);
        });
    }
}

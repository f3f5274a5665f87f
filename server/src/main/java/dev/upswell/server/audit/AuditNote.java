package dev.upswell.server.audit;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A row that the product itself adds to the chain of requests, so that a record kept elsewhere cannot be changed unnoticed.
public final class AuditNote {

    private static final String ROUTE = "(record)";
    private static final int DONE = 200;

    private AuditNote() {
    }

    /// Adds the row, inside the caller's tenant transaction.
    ///
    /// @param actor who had it done; never of whom
    /// @param method what was done, one word in capitals
    /// @param subject which record, with its digest
    public static void write(JdbcClient db, Instant at, String actor, String method, String subject) {
        ChainState chain = RequestAuditRepository.holdChain(db);
        var request = new AuditedRequest(at, AuditedRequest.Kind.LOCAL, actor, method, ROUTE, subject, DONE, "", "");
        RequestAuditRepository.append(db, List.of(AuditedRow.after(chain.hash(), chain.seq() + 1, request)));
    }
}

package dev.upswell.server.live.sweep;

import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditRepository;
import dev.upswell.server.comply.Findings;
import dev.upswell.server.comply.Terms;
import dev.upswell.server.comply.TermsRepository;
import dev.upswell.server.comply.Verdict;
import dev.upswell.server.live.Source;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the terms say to a visit, before anything is asked or spent. All calls run inside the caller's tenant transaction.
final class FetchGate {

    /// By what the audit trail calls live collecting.
    private static final String ACTOR = "collector";

    private FetchGate() {
    }

    /// Whether this page may not be asked for; then the visit is over, with the reason as its note, until its next slot.
    static boolean denies(JdbcClient db, Sweep sweep, Source source, Instant now) {
        if (!(verdict(db, sweep, source) instanceof Verdict.Denied denied)) {
            return false;
        }
        if (new SweepRepository().end(db, sweep, "DONE", denied.why(), now)) {
            AuditRepository.write(db, new AuditEntry(now, ACTOR, AuditEntry.Action.FETCH,
                    source.name() + " " + sweep.about(), AuditEntry.Decision.DENIED, denied.rule(),
                    denied.why(), Map.of()));
        }
        return true;
    }

    private static Verdict verdict(JdbcClient db, Sweep sweep, Source source) {
        Terms terms = TermsRepository.current(db);
        String feed = sweep.watch().subject().feed().label();
        return terms.fetch(source.name(), feed);
    }

    /// Counts a page that came, and tells what was taken out of its answer.
    static void allowed(JdbcClient db, Sweep sweep, Source source, KeptAnswer answer, Findings findings) {
        if (verdict(db, sweep, source) instanceof Verdict.Allowed allowed) {
            AuditRepository.allowed(db, answer.answeredAt(), AuditEntry.Action.FETCH, answer.source(), allowed, 0);
        }
        found(db, sweep, findings, answer.answeredAt());
    }

    /// Tells what was taken out of an answer.
    static void found(JdbcClient db, Sweep sweep, Findings findings, Instant now) {
        String subject = sweep.watch().source() + " " + sweep.about() + " page " + sweep.page();
        AuditRepository.found(db, now, ACTOR, subject, findings);
    }
}

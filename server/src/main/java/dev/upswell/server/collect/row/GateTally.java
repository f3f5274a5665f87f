package dev.upswell.server.collect.row;

import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditEntry.Action;
import dev.upswell.server.comply.AuditEntry.Decision;
import dev.upswell.server.comply.AuditRepository;
import dev.upswell.server.comply.Findings;
import dev.upswell.server.comply.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the store gate decided about some rows, to be written with them.
public final class GateTally {

    private static final String ROWS = "rows";
    private static final int MOST_SOURCES = 100;
    private static final String FURTHER_SOURCES = "further sources";
    private static final Verdict.Denied FURTHER = new Verdict.Denied("none",
            "Further sources that nothing allows were named, beside the first " + MOST_SOURCES + ".",
            "Check whether the column that is read as the source says it.");

    private final Findings findings = new Findings();
    private final Map<String, Count<Verdict.Denied>> denied = new TreeMap<>();
    private final Map<String, Count<Verdict.Allowed>> allowed = new TreeMap<>();

    private record Count<T>(T verdict, long rows) {
    }

    Findings findings() {
        return findings;
    }

    void denied(String source, Verdict.Denied verdict) {
        denied(source, new Count<>(verdict, 1));
    }

    /// Sources behind the first hundred are counted as one.
    private void denied(String source, Count<Verdict.Denied> count) {
        boolean room = denied.size() < MOST_SOURCES || denied.containsKey(source);
        Count<Verdict.Denied> counted = room ? count : new Count<>(FURTHER, count.rows());
        denied.merge(room ? source : FURTHER_SOURCES, counted,
                (old, more) -> new Count<>(more.verdict(), old.rows() + more.rows()));
    }

    void allowed(String source, Verdict.Allowed verdict) {
        allowed.merge(source, new Count<>(verdict, 1), (old, one) -> new Count<>(verdict, old.rows() + 1));
    }

    /// Counts what another tally counted.
    public void add(GateTally other) {
        findings.add(other.findings);
        other.denied.forEach(this::denied);
        other.allowed.forEach((source, count) -> allowed.merge(source, count,
                (old, more) -> new Count<>(more.verdict(), old.rows() + more.rows())));
    }

    /// Rows of sources that may not be kept, by source.
    public Map<String, Long> deniedRows() {
        Map<String, Long> rows = new TreeMap<>();
        denied.forEach((source, count) -> rows.put(source, count.rows()));
        return rows;
    }

    /// Writes the decisions, inside the transaction that stores the rows.
    ///
    /// @param subject the file or answer
    public void write(JdbcClient db, Instant at, String actor, String subject) {
        allowed.forEach((source, count) -> AuditRepository.allowed(db, at, Action.STORE, source, count.verdict(),
                count.rows()));
        denied.forEach((source, count) -> AuditRepository.write(db,
                new AuditEntry(at, actor, Action.STORE, subject, Decision.DENIED, count.verdict().rule(),
                        count.verdict().why(), Map.of(ROWS, count.rows()))));
        AuditRepository.found(db, at, actor, subject, findings);
    }
}

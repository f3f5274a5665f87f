package dev.upswell.server.comply.page;

import dev.upswell.server.audit.Verification;
import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditEntry.Action;
import dev.upswell.server.comply.AuditEntry.Decision;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.Retention;
import dev.upswell.server.comply.RetentionClass;
import dev.upswell.server.comply.RetentionReport;
import dev.upswell.server.comply.RetentionSettings;
import dev.upswell.server.comply.SourceRule;
import dev.upswell.server.comply.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A made-up audit trail and what is kept how long, without a store.
public record SampleCompliance(Instant now) implements Compliance, Retention {

    /// The last cleaning, a day ago.
    public static Cleaning cleaning(Instant now) {
        return new Cleaned(now);
    }

    private record Cleaned(Instant now) implements Cleaning {

        @Override
        public Report plan() {
            return new Report(now, true, List.of());
        }

        @Override
        public Report run() {
            return new Report(now, false, List.of());
        }

        @Override
        public Optional<Run> last() {
            return Optional.of(new Run(now.minusSeconds(86_400), now.minusSeconds(86_390), 3, 1_204, 17, 6, 1));
        }
    }

    @Override
    public boolean vouch(String source, String reason, String actor) {
        return false;
    }

    @Override
    public boolean vouch(JdbcClient db, String source, String reason, String actor) {
        return false;
    }

    private List<AuditEntry> entries() {
        return List.of(
                new AuditEntry(now.minusSeconds(120), "collector", Action.STORE,
                        "ensembledata hashtag:glasshair page 1",
                        Decision.CLEANED, "contacts", "Contacts and exact places were taken out.",
                        Map.of("e-mail", 1L, "phone", 2L)),
                new AuditEntry(now.minusSeconds(3_600), "import", Action.STORE, "clips.csv", Decision.DENIED,
                        "unlisted",
                        "The source my-crawler is in no terms policy, so it is denied.", Map.of("rows", 40L)),
                new AuditEntry(now.minusSeconds(90_000), "browser", Action.CAPTURE, "https://site.example/private",
                        Decision.DENIED, "robots", "Disallow: /private", Map.of()),
                new AuditEntry(now.minusSeconds(95_000), "retention", Action.RETENTION, "answer", Decision.DELETED,
                        "raw 30 days", "", Map.of("rows", 1_204L, "files", 3L)));
    }

    @Override
    public List<SourceRule> rules() {
        return List.of(new SourceRule("my-shop", true, "our own shop's figures", "hand", now.minusSeconds(7_200)));
    }

    @Override
    public Terms terms() {
        throw new UnsupportedOperationException("pages do not ask");
    }

    @Override
    public SourceRule allow(String source, String reason, String actor) {
        return new SourceRule(source, true, reason, actor, now);
    }

    @Override
    public SourceRule deny(String source, String reason, String actor) {
        return new SourceRule(source, false, reason, actor, now);
    }

    @Override
    public SourceRule forget(String source, String actor) {
        return new SourceRule(source, false, "", actor, now);
    }

    @Override
    public List<AuditEntry> log(AuditFilter filter, int limit, long offset) {
        return entries().stream()
                .filter(entry -> filter.decision() == null || entry.decision() == filter.decision())
                .skip(offset).limit(limit).toList();
    }

    @Override
    public long count(AuditFilter filter) {
        return log(filter, 100, 0).size();
    }

    @Override
    public Verification verify() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Allowance> allowances(int days) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return List.of(
                new Allowance(today, Action.FETCH, "ensembledata", "policy ensembledata", "trend analysis", 1_210, 0),
                new Allowance(today, Action.STORE, "ensembledata", "policy ensembledata", "trend analysis", 61,
                        24_200));
    }

    @Override
    public RetentionSettings settings() {
        return RetentionSettings.USUAL;
    }

    @Override
    public RetentionReport plan() {
        Instant oldest = now.minus(Duration.ofDays(20));
        return new RetentionReport(now, true, List.of(
                new RetentionReport.Item(RetentionClass.RAW, "answer", 30, 0, 0, oldest,
                        oldest.plus(Duration.ofDays(30)), false),
                new RetentionReport.Item(RetentionClass.READINGS, "observation", null, 0, 0, oldest, null, false)));
    }

    @Override
    public RetentionReport run() {
        return plan();
    }
}

package dev.upswell.server.comply;

import dev.upswell.server.audit.Verification;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The terms and the audit trail of a tenant, in the database.
public final class KeptCompliance implements Compliance {

    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9:._-]{0,63}");
    private static final int LONGEST_REASON = 500;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;

    public KeptCompliance(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Policies policies() {
        return Policies.KNOWN;
    }

    @Override
    public List<SourceRule> rules() {
        return database.transactions().call(tenant, TermsRepository::rules);
    }

    @Override
    public Terms terms() {
        return database.transactions().call(tenant, TermsRepository::current);
    }

    @Override
    public SourceRule allow(String source, String reason, String actor) {
        return decide(source, true, reason, actor);
    }

    @Override
    public SourceRule deny(String source, String reason, String actor) {
        return decide(source, false, reason, actor);
    }

    @Override
    public boolean vouch(String source, String reason, String actor) {
        return database.transactions().call(tenant, db -> vouch(db, source, reason, actor));
    }

    @Override
    public boolean vouch(JdbcClient db, String source, String reason, String actor) {
        if (!(TermsRepository.current(db).store(source) instanceof Verdict.Denied denied)) {
            return false;
        }
        if (TermsRepository.rules(db).stream().anyMatch(rule -> rule.source().equals(source) && !rule.allowed())) {
            throw ComplianceRefused.unusable(denied.why(), denied.advice());
        }
        if (reason.isBlank()) {
            throw ComplianceRefused.unusable(denied.why(), denied.advice() + ", or give the reason here");
        }
        put(db, rule(source, true, reason, actor));
        return true;
    }

    private SourceRule decide(String source, boolean allowed, String reason, String actor) {
        SourceRule rule = rule(source, allowed, reason, actor);
        database.transactions().run(tenant, db -> put(db, rule));
        return rule;
    }

    private static void put(JdbcClient db, SourceRule rule) {
        TermsRepository.put(db, rule);
        changed(db, rule, rule.allowed() ? "allowed" : "denied");
    }

    private SourceRule rule(String source, boolean allowed, String reason, String actor) {
        String why = reason.strip();
        if (!SOURCE.matcher(source).matches()) {
            throw ComplianceRefused.unusable("\"" + source + "\" cannot be the name of a source.",
                    "Use lower-case letters, digits and : . _ - as in my-shop.");
        }
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw ComplianceRefused.unusable("A rule about " + source + " needs a reason of 1 to " + LONGEST_REASON
                    + " characters.", "Say why its terms allow or forbid the use; it stands in the audit trail.");
        }
        return new SourceRule(source, allowed, why, actor, clock.instant());
    }

    @Override
    public SourceRule forget(String source, String actor) {
        return database.transactions().call(tenant, db -> {
            SourceRule gone = TermsRepository.remove(db, source).orElseThrow(() -> ComplianceRefused.unknown(
                    "There is no rule of yours about " + source + ".",
                    "The list has them all: upswell compliance policies."));
            changed(db, new SourceRule(source, gone.allowed(), "the policies decide again", actor, clock.instant()),
                    "forgotten");
            return gone;
        });
    }

    private static void changed(JdbcClient db, SourceRule rule, String how) {
        AuditRepository.write(db, new AuditEntry(rule.at(), rule.actor(), AuditEntry.Action.RULE, rule.source(),
                AuditEntry.Decision.CHANGED, how, rule.reason(), Map.of()));
    }

    @Override
    public List<AuditEntry> log(AuditFilter filter, int limit, long offset) {
        return database.transactions().call(tenant, db -> AuditRepository.list(db, filter, limit, offset));
    }

    @Override
    public long count(AuditFilter filter) {
        return database.transactions().call(tenant, db -> AuditRepository.count(db, filter));
    }

    @Override
    public Verification verify() {
        return database.transactions().call(tenant, AuditRepository::verify);
    }

    @Override
    public List<Allowance> allowances(int days) {
        Instant now = clock.instant();
        LocalDate since = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days - 1L);
        return database.transactions().call(tenant, db -> AuditRepository.allowances(db, since));
    }
}

package dev.upswell.server.session.keep;

import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditRepository;
import dev.upswell.server.comply.Robots;
import dev.upswell.server.comply.TermsRepository;
import dev.upswell.server.comply.Verdict;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.network.AddressRefused;
import dev.upswell.server.session.Consent;
import dev.upswell.server.session.CreatorCenter;
import dev.upswell.server.session.SessionRefused;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Consent by the terms of the source, by where the page's address leads, and by the robots rules of the site, in this order; each
/// denial leaves an audit row.
public final class LawfulConsent implements Consent {

    /// Who asked, in the audit trail.
    static final String ACTOR = "capture";
    /// The rule that keeps out of private networks, in the audit trail.
    static final String PRIVATE_ADDRESS = "private-address";

    private final TenantId tenant;
    private final Database database;
    private final Robots robots;
    private final AddressGuard guard;
    private final InstantSource clock;

    /// @param guard which addresses may be opened
    public LawfulConsent(TenantId tenant, Database database, Robots robots, AddressGuard guard, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.robots = robots;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public Optional<SessionRefused> objection(URI page) {
        Verdict verdict = database.transactions().call(tenant, TermsRepository::current).fetch(CreatorCenter.SOURCE,
                CreatorCenter.MATTER);
        Instant now = clock.instant();
        return switch (verdict) {
            case Verdict.Denied denied -> {
                deny(now, denied.rule(), denied.why());
                yield Optional.of(SessionRefused.conflict(denied.why(), denied.advice()));
            }
            case Verdict.Allowed allowed -> {
                Optional<String> inside = guard.objection(page);
                if (inside.isPresent()) {
                    deny(now, PRIVATE_ADDRESS, inside.get());
                    yield Optional.of(SessionRefused.conflict("the page is not opened: " + inside.get(),
                            AddressRefused.ADVICE));
                }
                Robots.Answer answer = robots.ask(page);
                if (answer.allowed()) {
                    database.transactions().run(tenant, db -> AuditRepository.allowed(db, now,
                            AuditEntry.Action.CAPTURE, CreatorCenter.SOURCE, allowed, 0));
                    yield Optional.empty();
                }
                yield Optional.of(SessionRefused.conflict("the robots rules of " + page.getHost()
                        + " do not let Upswell open " + page.getPath() + ": " + answer.rule(),
                        "Read the figures there yourself, and import them as a file."));
            }
        };
    }

    private void deny(Instant now, String rule, String why) {
        database.transactions().run(tenant, db -> AuditRepository.write(db, new AuditEntry(now, ACTOR,
                AuditEntry.Action.CAPTURE, CreatorCenter.SOURCE, AuditEntry.Decision.DENIED, rule, why, Map.of())));
    }
}

package dev.upswell.server.integrate;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.vault.MasterKeys;
import dev.upswell.server.vault.Vault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// A tenant whose tasks are carried into trackers, with a clock that the test turns.
public final class Carried {

    public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    public static final UUID SUBJECT = new UUID(4, 2);
    public static final IssueOrder ORDER = new IssueOrder(SUBJECT, "Recut the\nbeginning of v1",
            List.of("15 minutes after posting: 3.0 views/min.", "Steps: recut."), LocalDate.parse("2026-01-06"));

    public final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();
    private final Function<Account, Tracker> trackers;
    private Instant now = START;

    public Carried(Function<Account, Tracker> trackers) {
        this.trackers = trackers;
    }

    public static Account jira(URI site) {
        return new Account(Account.Kind.JIRA, site, "CRE", "Task", "anna@example.org", "s3cret-token");
    }

    public static Account trello(URI site) {
        return new Account(Account.Kind.TRELLO, site, "5abbe4b7ddc1b351ef961413", "5abbe4b7ddc1b351ef961499",
                "keykeykey1", "s3crettoken");
    }

    public Instant now() {
        return now;
    }

    public void turn(Duration on) {
        now = now.plus(on);
    }

    private IntegrateParts parts() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        var vault = new Vault(tenant, database, new MasterKeys(Path.of("nowhere"), key, List.of()), () -> now);
        return new IntegrateParts(tenant, database, vault, trackers, () -> now);
    }

    public Connections connections() {
        return new Connections(parts());
    }

    public TrackedIssues issues() {
        return new TrackedIssues(parts());
    }

    public TrackedIssue only() {
        return issues().of(List.of(SUBJECT)).getFirst();
    }

    public List<String> list(String sql) {
        return database.transactions().call(tenant, db -> db.sql(sql).query(String.class).list());
    }
}

package dev.upswell.server.notify;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.notify.Target.Hook;
import dev.upswell.server.notify.Target.Mailbox;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.vault.MasterKeys;
import dev.upswell.server.vault.Vault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// A tenant whose people are told, with a clock that the test turns and, where no other is given, carriers that remember what
/// they brought and do not bring it when the test says so.
public final class Post {

    public static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    public final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();
    final List<String> brought = new ArrayList<>();
    final List<Parcel> parcels = new ArrayList<>();
    final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();
    final EventLogRepository events = new EventLogRepository("test");
    Instant now = START;
    private Carrier<Mailbox> mail = new Remembering<>();
    private Carrier<Hook> webhooks = new Remembering<>();
    private Carrier<SlackTarget> slack = new Remembering<>();

    /// What ends a process at an instant of the test's choice.
    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    /// Brings nothing for each trouble, and notes what it brought otherwise; a kill comes after the parcel was brought.
    private final class Remembering<T extends Target> implements Carrier<T> {

        @Override
        public void requireWay(T target) {
        }

        @Override
        public void carry(Parcel parcel, T target, String secret) throws NotBrought {
            Throwable trouble = troubles.poll();
            if (trouble instanceof NotBrought failed) {
                throw failed;
            }
            if (trouble instanceof RuntimeException fault) {
                throw fault;
            }
            brought.add(target.written());
            parcels.add(parcel);
            if (trouble instanceof Killed killed) {
                throw killed;
            }
        }
    }

    public Post mail(Carrier<Mailbox> carrier) {
        mail = carrier;
        return this;
    }

    public Post webhooks(Carrier<Hook> carrier) {
        webhooks = carrier;
        return this;
    }

    public Post slack(Carrier<SlackTarget> carrier) {
        slack = carrier;
        return this;
    }

    NotifyParts parts() {
        return new NotifyParts(tenant, database, vault(), mail, webhooks, slack, () -> now);
    }

    private Vault vault() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        return new Vault(tenant, database, new MasterKeys(Path.of("nowhere"), key, List.of()), () -> now);
    }

    public Notices notices() {
        return new Notices(tenant, database);
    }

    public Channels channels() {
        return new Channels(parts());
    }

    public Deliveries deliveries() {
        return new Deliveries(parts());
    }

    /// Lets something happen.
    public void happens(EventType type, Map<String, ?> facts) {
        database.transactions().run(tenant, db -> events.write(db, type, facts));
    }

    void turn(Duration on) {
        now = now.plus(on);
    }

    List<String> events(String type) {
        return list("select payload::text from event_log where type = ? order by occurred_at", type);
    }

    List<String> list(String sql, @Nullable Object... parameters) {
        return database.transactions().call(tenant, db -> db.sql(sql).params(parameters).query(String.class).list());
    }

    void execute(String sql) {
        database.transactions().run(tenant, db -> db.sql(sql).update());
    }
}

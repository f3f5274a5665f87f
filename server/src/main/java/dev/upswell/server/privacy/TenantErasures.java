package dev.upswell.server.privacy;

import dev.upswell.server.privacy.TenantErasure.Link;
import dev.upswell.server.privacy.TenantErasure.Marks;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Erasures of whole tenants: asked for, gone on with after whatever ended them, proved and listed. For whoever runs the installation:
/// nothing that is done for one tenant may show any of it.
public final class TenantErasures {

    /// How long work that writes the lake is waited for; from the first moment on it is refused at its next step.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /// Before that long a subscription ended of which nothing can be read any more.
    private static final Duration OVER = Duration.ofDays(31);
    private static final String LOCK = "tenant erasure";
    /// Belongs to no tenant: one erasure at a time in an installation, so that each record knows the one before.
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

    private final Parts parts;

    public TenantErasures(Parts parts) {
        this.parts = parts;
    }

    /// What erasures of tenants work with.
    ///
    /// @param home the tenant from which the installation is run: its request audit is told of each
    public record Parts(TenantId home, Database database, InstantSource clock, Places places, Hooks hooks) {

        TenantFiles files() {
            return new TenantFiles(places.data(), places.lake());
        }
    }

    /// Where data lie.
    ///
    /// @param data the folder of all data
    /// @param lake in which each tenant has a folder; may lie elsewhere
    /// @param works names of the locks under which files of the lake are written
    public record Places(Path data, Path lake, Set<String> works) {

        public Places {
            works = Set.copyOf(works);
        }
    }

    /// What is done on the way.
    ///
    /// @param letGo ends what this process does for a tenant, and forgets all it remembers of it
    /// @param between run between any two steps; tests let it fail
    public record Hooks(Consumer<TenantId> letGo, Runnable between) {
    }

    /// Where the records stand.
    ///
    /// @param records that ended
    /// @param sound whether each says what it said when it ended, and none is missing
    /// @param changed records that do not say what they said, or stand behind one that is missing
    public record Chain(long records, boolean sound, Set<UUID> changed) {

        public Chain {
            changed = Set.copyOf(changed);
        }
    }

    /// Erases a tenant: all its rows, files, people and secrets, and the tenant itself. Its subscription ends with the first step, and
    /// nothing is done for it any more.
    ///
    /// What something cut short is gone on with when this is asked again, or by [#goOn].
    ///
    /// @param confirmation the name once more
    /// @param by who asks for it
    ///
    /// **errors** [PrivacyRefused] where the confirmation is another, there is no such tenant, work of the tenant does not end in time, or
    /// the search still finds something · **cost** reads every row of every table twice, and every file once
    public TenantErasure erase(String name, String confirmation, String by) {
        if (!name.equals(confirmation)) {
            throw PrivacyRefused.unconfirmed(name);
        }
        Instant now = now();
        return goOn(call(db -> TenantErasureRepository.open(db, name).orElseGet(() -> begin(db, name,
                new Erasure.Asked(by, now)))));
    }

    /// The same for a server, which cannot erase the tenant that it is run from.
    public TenantErasure eraseOther(String name, String confirmation, String by) {
        if (call(db -> TenantErasureRepository.tenant(db, name)).filter(parts.home()::equals).isPresent()) {
            throw PrivacyRefused.home(name);
        }
        return erase(name, confirmation, by);
    }

    private UUID begin(JdbcClient db, String name, Erasure.Asked asked) {
        TenantId tenant = TenantErasureRepository.tenant(db, name).orElseThrow(() -> PrivacyRefused.noTenant(name));
        byte[] key = TenantErasureRepository.chain(db).key();
        return TenantErasureRepository.begin(db, tenant, name,
                new Marks(Proof.mark(key, "id", tenant.toString()), Proof.mark(key, "name", name)), asked,
                asked.at().minus(OVER));
    }

    /// Goes on with all that are under way; how many ended.
    public long goOn() {
        List<UUID> open = call(TenantErasureRepository::open);
        PrivacyRefused refused = null;
        for (UUID one : open) {
            try {
                goOn(one);
            } catch (PrivacyRefused waits) {
                refused = waits;
            }
        }
        if (refused != null) {
            throw refused;
        }
        return open.size();
    }

    /// Whether one is under way.
    public boolean isOpen() {
        return !call(db -> TenantErasureRepository.open(db)).isEmpty();
    }

    private TenantErasure goOn(UUID id) {
        Deque<TenantLocks.Held> held = new ArrayDeque<>();
        try {
            hold(held, NOBODY, LOCK);
            if (!get(id.toString()).done()) {
                var run = new TenantErasureRun(parts, id);
                parts.hooks().letGo().accept(run.tenant());
                parts.places().works().stream().sorted().forEach(work -> hold(held, run.tenant(), work));
                run.work();
            }
        } finally {
            held.forEach(TenantLocks.Held::close);
        }
        return get(id.toString());
    }

    private void hold(Deque<TenantLocks.Held> held, TenantId tenant, String work) {
        held.push(parts.database().locks().tryAcquire(tenant, work, PATIENCE)
                .orElseThrow(() -> PrivacyRefused.tenantBusy(work)));
    }

    /// Deletes files of erased tenants that work which was under way wrote after the search; of how many tenants.
    public long sweep() {
        Set<TenantId> erased = call(db -> {
            byte[] key = TenantErasureRepository.chain(db).key();
            return parts.files().tenants().stream().filter(tenant -> TenantErasureRepository.isErased(db,
                    Proof.mark(key, "id", tenant.toString()))).collect(Collectors.toSet());
        });
        erased.forEach(parts.files()::delete);
        return erased.size();
    }

    /// An erasure by its id.
    ///
    /// **errors** [PrivacyRefused] when there is none
    public TenantErasure get(String id) {
        try {
            UUID wanted = UUID.fromString(id);
            return call(db -> TenantErasureRepository.find(db, wanted)).orElseThrow(() -> PrivacyRefused.unknown(id));
        } catch (IllegalArgumentException e) {
            throw PrivacyRefused.unknown(id);
        }
    }

    /// Part of the erasures, the newest first.
    public List<TenantErasure> list(int limit, long offset) {
        return call(db -> TenantErasureRepository.list(db, limit, offset));
    }

    /// How many there are.
    public long count() {
        return call(TenantErasureRepository::count);
    }

    /// Those that ended and were of a tenant of this name, the oldest first.
    public List<TenantErasure> of(String name) {
        return call(db -> {
            String mark = Proof.mark(TenantErasureRepository.chain(db).key(), "name", name);
            return TenantErasureRepository.ended(db).stream().filter(one -> one.marks().name().equals(mark)).toList();
        });
    }

    /// How the chain of records stands.
    public Chain chain() {
        return call(db -> {
            List<TenantErasure> ended = TenantErasureRepository.ended(db);
            Link last = new Link(0, "0".repeat(64));
            Set<UUID> changed = new HashSet<>();
            for (TenantErasure one : ended) {
                if (!Proof.next(last, one).equals(one.link())) {
                    changed.add(one.id());
                }
                last = Objects.requireNonNull(one.link());
            }
            boolean sound = changed.isEmpty() && last.equals(TenantErasureRepository.chain(db).last());
            return new Chain(ended.size(), sound, changed);
        });
    }

    private Instant now() {
        return parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T call(Function<JdbcClient, T> work) {
        return parts.database().tenants().asOwner(work);
    }
}

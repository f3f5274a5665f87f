package dev.upswell.server.privacy;

import dev.upswell.content.EntityId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.suppress.SuppressionRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Erasures of creators: asked for, gone on with after whatever ended them, proved and listed.
public final class Erasures {

    /// How long work that writes the lake is waited for.
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LOCK = "erasure";

    private final ErasureParts parts;

    public Erasures(ErasureParts parts) {
        this.parts = parts;
    }

    /// Erases a creator: all that is kept of them and of their videos.
    ///
    /// From the first moment on nothing of them is stored any more. What ended on the way is gone on with when this is asked again, or by
    /// [#goOn]. Somebody of whom nothing is kept is erased too: nothing will be stored.
    ///
    /// @param handle with or without `@`, in any case
    /// @param by who asks for it
    ///
    /// **errors** [PrivacyRefused] for what is no handle, while other work writes the lake, and while the search still finds something ·
    /// **cost** reads every row of every table and file twice
    public Erasure erase(String handle, String by) {
        String bare = bare(handle);
        UUID id = call(db -> {
            SuppressionRepository.add(db, "creator", List.of(bare), now());
            return ErasureRepository.open(db, bare, !TableErasureRepository.isHashtag(db, bare), by, now());
        });
        return goOn(id);
    }

    private static String bare(String handle) {
        try {
            return EntityId.creator(handle).value();
        } catch (IllegalArgumentException refused) {
            throw PrivacyRefused.handle(handle);
        }
    }

    /// Goes on with all that are open; how many ended.
    public long goOn() {
        List<UUID> open = call(ErasureRepository::open);
        open.forEach(this::goOn);
        return open.size();
    }

    /// Whether one is open.
    public boolean isOpen() {
        return !call(ErasureRepository::open).isEmpty();
    }

    private Erasure goOn(UUID id) {
        Deque<TenantLocks.Held> held = new ArrayDeque<>();
        try {
            hold(held, LOCK);
            parts.places().lake().stream().map(ErasureParts.Written::work).distinct().sorted()
                    .forEach(work -> hold(held, work));
            new ErasureRun(parts, id).work();
        } finally {
            held.forEach(TenantLocks.Held::close);
        }
        return get(id.toString());
    }

    private void hold(Deque<TenantLocks.Held> held, String work) {
        held.push(parts.database().locks().tryAcquire(parts.tenant(), work, PATIENCE)
                .orElseThrow(() -> PrivacyRefused.busy(work)));
    }

    /// An erasure by its id.
    ///
    /// **errors** [PrivacyRefused] when there is none
    public Erasure get(String id) {
        try {
            UUID wanted = UUID.fromString(id);
            return call(db -> ErasureRepository.find(db, wanted)).orElseThrow(() -> PrivacyRefused.unknown(id));
        } catch (IllegalArgumentException e) {
            throw PrivacyRefused.unknown(id);
        }
    }

    /// Part of the erasures, the newest first.
    public List<Erasure> list(int limit, long offset) {
        return call(db -> ErasureRepository.list(db, limit, offset));
    }

    /// How many there are.
    public long count() {
        return call(ErasureRepository::count);
    }

    /// How many creators and videos are suppressed.
    public long suppressed() {
        return call(SuppressionRepository::count);
    }

    /// Whether the record says what it said when it ended.
    public static boolean isUnchanged(Erasure erasure) {
        return erasure.proof() != null && erasure.proof().equals(Proof.of(erasure));
    }

    private Instant now() {
        return parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T call(Function<JdbcClient, T> work) {
        return parts.database().transactions().call(parts.tenant(), work);
    }
}

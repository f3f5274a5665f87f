package dev.upswell.server.access;

import dev.upswell.server.access.Tenant.Served;
import dev.upswell.server.access.AccessRepository.SignedIn;
import dev.upswell.server.access.AccountRepository.PlacedSignIn;
import dev.upswell.server.access.AccountRepository.PlacedToken;
import dev.upswell.server.access.AccountRepository.Reach;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tells who sends a request and in which tenant they are, from memory.
///
/// What it knows of people, tokens and sign-ins is read anew when a request comes and it is older than `fresh`: what another process
/// changes holds after that time at the latest, and what this process changes at once ([#forget]). While one request reads, others go by
/// what was known, for as long again and no longer; where the store cannot be read nobody is let in.
///
/// **cost** one SHA-256 of the secret, and every `fresh` one reading of some rows.
public final class Admission {

    /// How long what is known is gone by.
    public static final Duration FRESH = Duration.ofSeconds(5);

    private static final String BEARER = "Bearer ";
    /// How often at least it is noted that a sign-in is used, in the time after which it would end by idleness.
    private static final int NOTED_AT_LEAST = 60;

    private final AccessParts parts;
    private final Served served;
    private final boolean loopback;
    private final long freshNanos;
    private final ReentrantLock reading = new ReentrantLock();
    /// When the use of a sign-in was last noted by this process, which may be later than what was read.
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private volatile @Nullable Known known;

    /// @param loopback whether nobody but this machine can reach the server
    public Admission(AccessParts parts, boolean loopback, Duration fresh) {
        this(parts, Served.only(parts.tenant()), loopback, fresh);
    }

    /// @param served into which tenants it lets
    public Admission(AccessParts parts, Served served, boolean loopback, Duration fresh) {
        this.parts = parts;
        this.served = served;
        this.loopback = loopback;
        this.freshNanos = fresh.toNanos();
    }

    /// Whether whoever sent a request would be let in as before, for answers that go on for long.
    public interface Standing {

        /// The request attribute in which the door leaves it.
        String ATTRIBUTE = "standing";

        /// Whether they are still who they were, where they were. **cost** a look into what is known, read anew each few seconds.
        boolean holds();
    }

    /// Whether this one would be let in as before; parameters as of [#caller].
    public Standing standing(Admitted before, @Nullable String authorization, @Nullable String cookie) {
        return () -> {
            Admitted now = admit(authorization, cookie, false);
            return now.caller().equals(before.caller()) && now.tenant().equals(before.tenant());
        };
    }

    /// What was read.
    ///
    /// @param tenants those that are served, by name
    /// @param passwords whether anybody of them signs in
    /// @param passwordsAnywhere whether anybody of the whole installation does
    private record Known(long readAt, Map<TenantId, Tenant> tenants, boolean passwords, boolean passwordsAnywhere,
            Map<String, PlacedToken> tokens, Map<String, PlacedSignIn> signedIn, Map<UUID, Reach> reaches) {

        Tenant tenant(TenantId id) {
            return Objects.requireNonNull(tenants.get(id), "a tenant that is not served");
        }
    }

    /// Who sends a request.
    ///
    /// @param authorization the header of this name; null where there is none
    /// @param cookie what the browser shows as its sign-in; null where it shows none
    public Caller caller(@Nullable String authorization, @Nullable String cookie) {
        return admit(authorization, cookie).caller();
    }

    /// Who sends a request, and in which tenant they are; parameters as of [#caller].
    public Admitted admit(@Nullable String authorization, @Nullable String cookie) {
        return admit(authorization, cookie, true);
    }

    /// @param asked whether a request came, and not only a look at whether an answer may go on
    private Admitted admit(@Nullable String authorization, @Nullable String cookie, boolean asked) {
        Known now = known();
        Tenant home = now.tenant(served.home());
        if (authorization != null) {
            return program(now, authorization, home);
        }
        Admitted person = cookie == null ? null : person(now, cookie, asked);
        if (person != null) {
            return person;
        }
        return loopback && !now.passwords()
                ? new Admitted(new Caller.Local(), home, List.of(), !now.passwordsAnywhere())
                : Admitted.of(new Caller.Nobody("no-sign-in"), home);
    }

    /// Whether people have to sign in.
    public boolean asksForSignIn() {
        return !loopback || known().passwords();
    }

    /// The tenant for which the server was started.
    public TenantId home() {
        return served.home();
    }

    /// The tenants that are served, by name.
    public List<Tenant> tenants() {
        return List.copyOf(known().tenants().values());
    }

    private Admitted program(Known now, String authorization, Tenant home) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Admitted.of(new Caller.Nobody("bad-token"), home);
        }
        Tokens.Text text = Tokens.Text.of(authorization.substring(BEARER.length()).strip()).orElse(null);
        PlacedToken placed = text == null ? null : now.tokens().get(text.id());
        if (text == null || placed == null || !Secret.fits(text.secret(), placed.token().hash())) {
            return Admitted.of(new Caller.Nobody("bad-token"), home);
        }
        AccessToken token = placed.token().token();
        return Admitted.of(switch (token.state(parts.clock().instant())) {
            case GOOD -> new Caller.Program(token.name(), token.scopes());
            case EXPIRED -> new Caller.Nobody("expired-token");
            case REVOKED -> new Caller.Nobody("revoked-token");
        }, now.tenant(placed.tenant()));
    }

    private @Nullable Admitted person(Known now, String cookie, boolean asked) {
        PlacedSignIn placed = now.signedIn().get(key(Secret.hash(cookie)));
        if (placed == null || !goesOn(placed.signIn(), asked)) {
            return null;
        }
        Caller caller = new Caller.Known(placed.signIn().person());
        Reach reach = placed.account() == null ? null : now.reaches().get(placed.account());
        if (reach == null) {
            return Admitted.of(caller, now.tenant(placed.tenant()));
        }
        List<Tenant> choices = now.tenants().values().stream().filter(one -> reach.tenants().contains(one.id()))
                .toList();
        return new Admitted(caller, now.tenant(placed.tenant()), choices.size() > 1 ? choices : List.of(),
                reach.runsInstallation() && placed.tenant().equals(served.home()));
    }

    /// Whether a sign-in has not ended, by its time or because nobody used it. That it is used is noted, though not at every request.
    private boolean goesOn(SignedIn signIn, boolean asked) {
        Instant now = parts.clock().instant();
        String key = key(signIn.hash());
        Instant noted = Objects.requireNonNullElse(used.get(key), signIn.usedAt());
        Instant usedAt = noted.isBefore(signIn.usedAt()) ? signIn.usedAt() : noted;
        if (!now.isBefore(signIn.expiresAt()) || !now.isBefore(usedAt.plus(parts.idle()))) {
            used.remove(key);
            return false;
        }
        if (asked && !now.isBefore(usedAt.plus(parts.idle().dividedBy(NOTED_AT_LEAST)))) {
            used.put(key, now);
            parts.database().tenants().asOwner(db -> {
                AccountRepository.use(db, signIn.hash(), now);
                return now;
            });
        }
        return true;
    }

    private static String key(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    /// Lets what is known be read anew by the next request.
    public void forget() {
        reading.lock();
        try {
            known = null;
        } finally {
            reading.unlock();
        }
    }

    private Known known() {
        Known now = known;
        long age = now == null ? 0 : System.nanoTime() - now.readAt();
        if (now != null && age < freshNanos) {
            return now;
        }
        if (now != null && age < 2 * freshNanos && !reading.tryLock()) {
            return now;
        }
        if (!reading.isHeldByCurrentThread()) {
            reading.lock();
        }
        try {
            Known read = known;
            if (read == null || System.nanoTime() - read.readAt() >= freshNanos) {
                read = read();
                known = read;
            }
            return read;
        } finally {
            reading.unlock();
        }
    }

    private Known read() {
        long readAt = System.nanoTime();
        return parts.database().tenants().asOwner(db -> read(db, readAt));
    }

    private Known read(JdbcClient db, long readAt) {
        Map<TenantId, Tenant> tenants = new LinkedHashMap<>();
        served.among(AccountRepository.tenants(db)).forEach(one -> tenants.put(one.id(), one));
        List<PlacedToken> tokens = AccountRepository.tokens(db, tenants.keySet());
        List<PlacedSignIn> signedIn = AccountRepository.signedIn(db, tenants.keySet(), parts.clock().instant());
        used.keySet().retainAll(signedIn.stream().map(one -> key(one.signIn().hash())).collect(Collectors.toSet()));
        return new Known(readAt, tenants, AccountRepository.hasPeople(db, tenants.keySet()),
                AccountRepository.hasPeople(db),
                tokens.stream().collect(Collectors.toMap(one -> one.token().token().id(), one -> one,
                        (one, other) -> one)),
                signedIn.stream().collect(Collectors.toMap(one -> key(one.signIn().hash()), one -> one)),
                AccountRepository.reaches(db));
    }

    /// Who sends a request, and in which tenant they are.
    ///
    /// @param tenant whose rows and nobody else's the request can see; of somebody who is not let in the server's own
    /// @param choices the tenants among which they can change, by name; empty for those who belong to one
    /// @param runsInstallation whether they may add tenants and accounts, which is done in the server's own tenant: what they do is in its audit,
    ///                         where no other tenant reads of it
    public record Admitted(Caller caller, Tenant tenant, List<Tenant> choices, boolean runsInstallation) {

        /// The request attribute in which the door leaves it.
        public static final String ATTRIBUTE = "admitted";

        public Admitted {
            choices = List.copyOf(choices);
        }

        /// Somebody who belongs to one tenant.
        static Admitted of(Caller caller, Tenant tenant) {
            return new Admitted(caller, tenant, List.of(), false);
        }
    }
}

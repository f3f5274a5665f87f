package dev.upswell.server.access;

import dev.upswell.server.access.Tenant.Served;
import dev.upswell.server.access.AccessRepository.Attempt;
import dev.upswell.server.access.AccessRepository.Known;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signing in with a name and a password, and out again.
///
/// After five failures in a row a name is locked for a quarter of an hour. Names that nobody has are counted and locked like others, and
/// looking at their passwords takes as long, so that what is answered tells nothing of who is there. A person and an account that are
/// called the same are counted apart: who has one of the two passwords may not try the other as often as they like.
public final class SignIns {

    static final int MOST_FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 100;

    private final AccessParts parts;
    private final Served served;
    private final EventLogRepository events = new EventLogRepository("access");

    /// Into one tenant alone.
    public SignIns(AccessParts parts) {
        this(parts, Served.only(parts.tenant()));
    }

    /// @param served into which tenants people come here
    public SignIns(AccessParts parts, Served served) {
        this.parts = parts;
        this.served = served;
    }

    /// What came of a sign-in.
    public sealed interface Result {

        /// They are in.
        ///
        /// @param secret what their browser shows from now on
        record In(String name, String secret, Instant expiresAt) implements Result {

            /// Without the secret.
            @Override
            public String toString() {
                return "In[" + name + "]";
            }
        }

        /// Name and password do not belong together.
        record Wrong() implements Result {
        }

        /// It failed too often under this name.
        record Locked(Instant until) implements Result {
        }

        /// Too many sign in at once.
        record Busy() implements Result {
        }
    }

    /// Where a name that was typed is looked for.
    ///
    /// @param tenant whose people are meant, and where failures are counted
    /// @param name of the person
    /// @param counted as what failures are counted
    /// @param overTenants whether an account may be meant too
    /// @param nobody whether there is nobody of this name whatever the rows say
    private record Place(TenantId tenant, String name, String counted, boolean overTenants, boolean nobody) {
    }

    /// A password that was looked at.
    ///
    /// @param one whose it was; null where there is nobody
    /// @param fits empty where too many are being looked at
    private record Looked<T>(@Nullable T one, Optional<Boolean> fits) {
    }

    /// Signs in: `NAME` is a person of the server's own tenant or an account, `TENANT/NAME` a person of another tenant.
    ///
    /// @param address where they sit
    public Result enter(String typedName, String password, String address) {
        String typed = typedName.length() > LONGEST_NAME ? typedName.substring(0, LONGEST_NAME) : typedName;
        Place place = place(typed);
        var from = new From(address, parts.clock().instant());
        return place.overTenants() ? ofEither(place, password, from) : ofPerson(place, password, from);
    }

    /// Where and when somebody signs in.
    private record From(String address, Instant now) {
    }

    private Result ofPerson(Place place, String password, From from) {
        Instant locked = call(place.tenant(), db -> attempt(db, Secret.hash(place.counted()), from.now()))
                .lockedUntil();
        if (locked != null) {
            return new Result.Locked(locked);
        }
        Looked<Known> person = person(place, password);
        if (person.fits().isEmpty()) {
            return new Result.Busy();
        }
        return person.one() != null && person.fits().get()
                ? in(place.tenant(), person.one().id(), person.one().name(), Secret.hash(place.counted()), from)
                : new Result.Wrong();
    }

    /// Both passwords are looked at whoever there is, so that the time tells nothing; what is locked counts as one that does not fit.
    private Result ofEither(Place place, String password, From from) {
        byte[] accountHash = AccountRepository.nameHash(place.name());
        // In one transaction, so that of many at once each is counted in the same order for both.
        List<Attempt> attempts = call(place.tenant(), db -> List.of(
                attempt(db, Secret.hash(place.counted()), from.now()), count(db, accountHash, from.now())));
        Attempt asPerson = attempts.getFirst();
        Attempt asAccount = attempts.getLast();
        Instant locked = asPerson.lockedUntil();
        if (locked != null && asAccount.isLocked()) {
            return new Result.Locked(locked);
        }
        Looked<Known> person = person(place, password);
        Looked<AccountRepository.Known> account = account(place.name(), password);
        if (person.fits().isEmpty() || account.fits().isEmpty()) {
            return new Result.Busy();
        }
        if (account.one() != null && account.fits().get() && !asAccount.isLocked()) {
            Optional<Result> in = in(account.one(), accountHash, from);
            if (in.isPresent()) {
                takeBack(place.tenant(), asPerson, Secret.hash(place.counted()));
                return in.get();
            }
        }
        if (person.one() != null && person.fits().get() && !asPerson.isLocked()) {
            takeBack(place.tenant(), asAccount, accountHash);
            return in(place.tenant(), person.one().id(), person.one().name(), Secret.hash(place.counted()), from);
        }
        return new Result.Wrong();
    }

    /// One who came in tried one password, and no other of the same name.
    private void takeBack(TenantId tenant, Attempt attempt, byte[] nameHash) {
        if (!attempt.isLocked()) {
            parts.database().transactions().run(tenant, db -> AccessRepository.uncount(db, nameHash));
        }
    }

    private Looked<Known> person(Place place, String password) {
        // Looked for also where nobody can be, so that the time does not tell which tenants there are.
        Known found = call(place.tenant(), db -> AccessRepository.known(db, place.name())).orElse(null);
        Known person = place.nobody() ? null : found;
        return new Looked<>(person, Passwords.fits(password, person == null ? null : person.passwordHash()));
    }

    private Looked<AccountRepository.Known> account(String name, String password) {
        AccountRepository.Known account = asOwner(db -> AccountRepository.known(db, name)).orElse(null);
        return new Looked<>(account, Passwords.fits(password, account == null ? null : account.passwordHash()));
    }

    private Place place(String typed) {
        int slash = typed.indexOf('/');
        if (slash < 0) {
            return new Place(parts.tenant(), typed, typed, true, false);
        }
        String tenant = typed.substring(0, slash);
        String name = typed.substring(slash + 1);
        // People of the server's own tenant are counted as they were typed, as names of no tenant are: else a lock would tell its name.
        return served().stream().filter(one -> one.name().value().equals(tenant)).findFirst()
                .map(one -> new Place(one.id(), name, one.id().equals(parts.tenant()) ? typed : name, false, false))
                .orElseGet(() -> new Place(parts.tenant(), name, typed, false, true));
    }

    private List<Tenant> served() {
        return served.among(asOwner(AccountRepository::tenants));
    }

    private static Attempt count(JdbcClient db, byte[] nameHash, Instant now) {
        return AccessRepository.count(db, nameHash, now, now.minus(LOCK), MOST_FAILURES, now.plus(LOCK));
    }

    private Attempt attempt(JdbcClient db, byte[] nameHash, Instant now) {
        Attempt attempt = count(db, nameHash, now);
        if (attempt.lockedUntil() != null && attempt.failures() == MOST_FAILURES + 1
                && attempt.lockedUntil().equals(now.plus(LOCK))) {
            events.write(db, EventType.SIGN_IN_LOCKED, Map.of());
        }
        return attempt;
    }

    private Result in(TenantId tenant, UUID person, String name, byte[] nameHash, From from) {
        String secret = Secret.text();
        Instant expiresAt = from.now().plus(parts.session());
        parts.database().transactions().run(tenant, db -> {
            AccessRepository.forgetFailures(db, nameHash);
            AccessRepository.begin(db, Secret.hash(secret), person, from.address(), from.now(), expiresAt);
        });
        return new Result.In(name, secret, expiresAt);
    }

    /// Signs in whom another door has recognised, by their account; empty where it belongs to no tenant of this server that lets it in.
    public Optional<Result> enter(UUID account, String address) {
        return asOwner(db -> AccountRepository.known(db, account))
                .flatMap(known -> in(known, AccountRepository.nameHash(known.name()),
                        new From(address, parts.clock().instant())));
    }

    /// Signs in where the account worked last, else where its subscription goes on; empty where it belongs to no tenant of this server.
    private Optional<Result> in(AccountRepository.Known account, byte[] nameHash, From from) {
        Map<TenantId, UUID> people = asOwner(db -> AccountRepository.memberships(db, account.id()));
        return served().stream().filter(one -> people.containsKey(one.id()))
                .min(Comparator.comparing((Tenant one) -> one.state(from.now()) == Tenant.State.OVER)
                        .thenComparing(one -> !one.id().equals(account.active()))
                        .thenComparing(one -> one.state(from.now())).thenComparing(one -> one.name().value()))
                .map(one -> {
                    asOwner(db -> {
                        AccountRepository.activate(db, account.id(), one.id());
                        return one;
                    });
                    call(parts.tenant(), db -> {
                        AccessRepository.forgetFailures(db, nameHash);
                        return nameHash;
                    });
                    return in(one.id(), Objects.requireNonNull(people.get(one.id())), account.name(), nameHash, from);
                });
    }

    /// Changes to another tenant to which the same account belongs: the old secret ends with the new one's beginning, and the sign-in
    /// lasts no longer than before.
    ///
    /// **absence** empty where the account does not belong to the tenant, whether or not there is one of this name.
    public Optional<Result.In> change(String secret, String tenant, String address) {
        Instant now = parts.clock().instant();
        AccountRepository.Entered entered = asOwner(db -> AccountRepository.entered(db, Secret.hash(secret), now))
                .orElse(null);
        if (entered == null) {
            return Optional.empty();
        }
        Map<TenantId, UUID> people = asOwner(db -> AccountRepository.memberships(db, entered.account()));
        return served().stream().filter(one -> one.name().value().equals(tenant) && people.containsKey(one.id()))
                .findFirst().map(one -> {
                    String next = Secret.text();
                    call(one.id(), db -> {
                        AccessRepository.begin(db, Secret.hash(next), Objects.requireNonNull(people.get(one.id())),
                                address, now, entered.expiresAt());
                        return next;
                    });
                    asOwner(db -> {
                        AccountRepository.activate(db, entered.account(), one.id());
                        AccountRepository.end(db, Secret.hash(secret));
                        return one;
                    });
                    return new Result.In(entered.name(), next, entered.expiresAt());
                });
    }

    /// A sign-in of somebody, as they look at their own.
    ///
    /// @param id the beginning of the hash of its secret, from which nobody comes to the secret
    /// @param tenant in which it is; an account may be in several
    /// @param here whether it is that of whoever looks
    public record Open(String id, String tenant, String address, Instant begunAt, Instant expiresAt, boolean here) {
    }

    /// The sign-ins of this person that go on, and of their account in other tenants, the newest first.
    ///
    /// @param secret what the browser shows of whoever looks
    public List<Open> open(Person person, String secret) {
        Instant now = parts.clock().instant();
        return asOwner(db -> AccountRepository.signIns(db, person.id(), Secret.hash(secret), now));
    }

    /// Ends one of their sign-ins.
    ///
    /// **errors** [AccessRefused] where it is none of theirs, whether or not there is one.
    public void end(Person person, String id) {
        if (!asOwner(db -> AccountRepository.end(db, person.id(), id))) {
            throw AccessRefused.unknown("There is no such sign-in of yours.", "It may have ended: look at the list.");
        }
    }

    /// Whether this person signs in with a password, and not by the provider of a company alone.
    public boolean hasPassword(Person person) {
        return asOwner(db -> AccountRepository.accountOf(db, person.id()))
                .map(account -> account.passwordHash() != null).orElse(true);
    }

    /// Gives somebody the password that they chose in place of the one that they know. Their other sign-ins end.
    ///
    /// A wrong one counts as a sign-in that failed, so that who sits down at somebody's browser cannot try for long.
    ///
    /// @param tenant in which they are
    /// @param secret of their browser, whose sign-in goes on
    ///
    /// **errors** [AccessRefused] where the old one is wrong or was tried too often, the new one cannot be one, and there is none to change.
    public void changePassword(TenantId tenant, Person person, String old, String chosen, String secret) {
        Instant now = parts.clock().instant();
        AccountRepository.Known account = asOwner(db -> AccountRepository.accountOf(db, person.id())).orElse(null);
        TenantId counted = account == null ? tenant : parts.tenant();
        byte[] nameHash = account == null
                ? Secret.hash(person.name())
                : AccountRepository.nameHash(account.name());
        String present = account == null
                ? call(tenant, db -> AccessRepository.known(db, person.name())).map(Known::passwordHash).orElse(null)
                : account.passwordHash();
        if (present == null) {
            throw AccessRefused.unusable("You sign in by your company, and have no password here.",
                    "Change it where you sign in.");
        }
        if (call(counted, db -> attempt(db, nameHash, now)).lockedUntil() != null) {
            throw AccessRefused.taken("A wrong password was tried too often.", "Try again in a quarter of an hour.");
        }
        if (!Passwords.fits(old, present).orElseThrow(
                () -> AccessRefused.taken("Too many passwords are looked at just now.", "Try again."))) {
            throw AccessRefused.unusable("The present password is not right.",
                    "Whoever has forgotten it gets another from whoever runs Upswell.");
        }
        String hash = Passwords.hash(chosen);
        byte[] kept = Secret.hash(secret);
        call(counted, db -> {
            AccessRepository.forgetFailures(db, nameHash);
            return nameHash;
        });
        call(tenant, db -> {
            if (account == null) {
                AccessRepository.change(db, person.id(), hash, kept, now);
            }
            events.write(db, EventType.PASSWORD_SET, Map.of("name", person.name()));
            return hash;
        });
        if (account != null) {
            asOwner(db -> {
                AccountRepository.change(db, account.id(), hash, kept, now);
                return hash;
            });
        }
    }

    /// Signs out whose browser shows this.
    public void leave(String secret) {
        asOwner(db -> {
            AccountRepository.end(db, Secret.hash(secret));
            return secret;
        });
    }

    private <T> T call(TenantId tenant, Function<JdbcClient, T> work) {
        return parts.database().transactions().call(tenant, work);
    }

    private <T> T asOwner(Function<JdbcClient, T> work) {
        return parts.database().tenants().asOwner(work);
    }
}

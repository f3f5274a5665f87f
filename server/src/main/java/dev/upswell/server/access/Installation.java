package dev.upswell.server.access;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tenants of an installation, their subscriptions, and the accounts of people over them. For whoever runs the program: nothing
/// that is done for one tenant may show any of it.
public final class Installation {

    private final Database database;
    private final InstantSource clock;
    private final EventLogRepository events = new EventLogRepository("access");

    public Installation(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What somebody can be to a tenant.
    public static List<String> roles() {
        return Role.labels();
    }

    /// All tenants, by name.
    public List<Tenant> tenants() {
        return asOwner(AccountRepository::tenants);
    }

    /// Adds a tenant.
    ///
    /// **errors** [AccessRefused] for a name that cannot be one or is taken.
    public Tenant addTenant(String name) {
        TenantName wanted = named(name);
        if (tenants().stream().anyMatch(one -> one.name().equals(wanted))) {
            throw AccessRefused.taken("There is a tenant \"" + name + "\".", "Choose another name.");
        }
        database.tenants().findOrCreate(name);
        return tenant(name);
    }

    private static TenantName named(String name) {
        try {
            return new TenantName(name);
        } catch (IllegalArgumentException e) {
            throw AccessRefused.unusable("\"" + name + "\" cannot be a tenant's name.",
                    "Use 1 to 63 lower-case letters, digits and hyphens, beginning with a letter or digit.");
        }
    }

    /// Ends a subscription now: reports stay readable for [Tenant#READABLE], everything else is refused, and no agent works there.
    /// One that has ended stays as it is.
    ///
    /// **errors** [AccessRefused] where there is no such tenant.
    public Tenant end(String name) {
        Tenant tenant = tenant(name);
        return tenant.endedAt() == null ? ended(tenant, clock.instant()) : tenant;
    }

    /// Lets a subscription that ended go on; one that goes on stays as it is.
    ///
    /// **errors** [AccessRefused] where there is no such tenant.
    public Tenant resume(String name) {
        Tenant tenant = tenant(name);
        return tenant.endedAt() == null ? tenant : ended(tenant, null);
    }

    private Tenant ended(Tenant tenant, @Nullable Instant at) {
        asOwner(db -> {
            AccountRepository.end(db, tenant.id(), at);
            return tenant;
        });
        tell(tenant.id(), at == null ? EventType.SUBSCRIPTION_RESUMED : EventType.SUBSCRIPTION_ENDED, Map.of());
        return tenant(tenant.name().value());
    }

    private Tenant tenant(String name) {
        return tenants().stream().filter(one -> one.name().value().equals(name)).findFirst()
                .orElseThrow(() -> AccessRefused.unknown("There is no tenant \"" + name + "\".",
                        "\"upswell tenants\" lists all."));
    }

    /// All accounts, by name.
    public List<Account> accounts() {
        return asOwner(AccountRepository::accounts);
    }

    /// Adds an account that belongs to no tenant yet.
    ///
    /// @param runsInstallation whether it may add tenants and accounts
    ///
    /// **errors** [AccessRefused] for a name or a password that cannot be one, and a name that is taken.
    public Account add(String name, String password, boolean runsInstallation) {
        if (!Person.canBeNamed(name)) {
            throw AccessRefused.unusable("\"" + name + "\" cannot be an account's name.",
                    "Use 1 to 63 lower-case letters, digits and . _ @ -, beginning with a letter or digit.");
        }
        String hash = Passwords.hash(password);
        Instant now = clock.instant();
        if (!asOwner(db -> AccountRepository.add(db, name, hash, runsInstallation, now))) {
            throw AccessRefused.taken("There is an account \"" + name + "\".",
                    "Choose another name, or give it another password.");
        }
        return account(name);
    }

    /// Gives an account another password. Its sign-ins end, and a lock on its name.
    ///
    /// **errors** [AccessRefused] for a password that cannot be one, and where there is no such account.
    public Account setPassword(String name, String password) {
        String hash = Passwords.hash(password);
        Instant now = clock.instant();
        asOwner(db -> {
            AccountRepository.forgetFailures(db, name);
            return AccountRepository.setPassword(db, name, hash, now);
        });
        return account(name);
    }

    /// Removes an account with all its memberships; its sign-ins end.
    ///
    /// **errors** [AccessRefused] where there is no such account, or a tenant would be left without an owner who may come in.
    public void remove(String name) {
        Account account = account(name);
        asOwner(db -> {
            requireOwnerLeft(name, AccountRepository.ownedAlone(db, account.id()));
            return AccountRepository.remove(db, name);
        });
        account.memberships().forEach(one -> left(tenant(one.tenant().value()).id(), name));
    }

    /// Makes an account a member of a tenant.
    ///
    /// @param role what they are to the tenant
    ///
    /// **errors** [AccessRefused] where there is no such account, tenant or role, somebody else of the tenant has the name, or it has no
    /// owner who may come in and the role is another.
    public Account join(String name, String tenantName, String role) {
        boolean owner = Role.of(role) == Role.OWNER;
        Account account = account(name);
        Tenant tenant = tenant(tenantName);
        Instant now = clock.instant();
        if (!asOwner(db -> {
            if (!owner && !AccountRepository.hasOwner(db, tenant.id())) {
                throw AccessRefused.taken(tenantName + " has no owner yet, so \"" + name + "\" cannot be " + role + ".",
                        "Add an owner first: once anybody has a password, everybody has to sign in.");
            }
            return AccountRepository.join(db, account.id(), tenant.id(), role, now);
        })) {
            throw AccessRefused.taken("Somebody of " + tenantName + " is called \"" + name + "\" already.",
                    "Remove them there first, or take another name for the account.");
        }
        tell(tenant.id(), EventType.MEMBER_JOINED, Map.of("name", name, "role", role));
        return account(name);
    }

    /// Ends a membership; sign-ins in that tenant end.
    ///
    /// **errors** [AccessRefused] where there is none, or no owner who may come in would be left.
    public Account leave(String name, String tenantName) {
        Account account = account(name);
        Tenant tenant = tenant(tenantName);
        if (!asOwner(db -> {
            requireOwnerLeft(name, AccountRepository.ownedAlone(db, account.id()).stream().filter(tenantName::equals)
                    .toList());
            return AccountRepository.leave(db, account.id(), tenant.id());
        })) {
            throw AccessRefused.unknown(name + " does not belong to " + tenantName + ".",
                    "\"upswell accounts\" tells who belongs where.");
        }
        left(tenant.id(), name);
        return account(name);
    }

    private static void requireOwnerLeft(String name, List<String> ownedAlone) {
        if (!ownedAlone.isEmpty()) {
            throw AccessRefused.taken(
                    "\"" + name + "\" is the only owner of " + String.join(", ", ownedAlone) + " who may come in.",
                    "Make somebody else an owner there first.");
        }
    }

    private Account account(String name) {
        return accounts().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> AccessRefused.unknown("There is no account \"" + name + "\".",
                        "\"upswell accounts\" lists all."));
    }

    private void left(TenantId tenant, String name) {
        database.transactions().run(tenant, db -> {
            AccessRepository.revokeMadeBy(db, name, clock.instant());
            events.write(db, EventType.PERSON_REMOVED, Map.of("name", name));
        });
    }

    private void tell(TenantId tenant, EventType type, Map<String, String> facts) {
        database.transactions().run(tenant, db -> events.write(db, type, facts));
    }

    private <T> T asOwner(Function<JdbcClient, T> work) {
        return database.tenants().asOwner(work);
    }

    /// Somebody who signs in once for several tenants. Accounts belong to the installation: no tenant sees them, only its own members.
    ///
    /// @param runsInstallation whether they may add tenants and accounts
    /// @param memberships by the tenant's name
    public record Account(UUID id, String name, boolean runsInstallation, Instant addedAt, Instant passwordSetAt,
            List<Membership> memberships) {

        public Account {
            memberships = List.copyOf(memberships);
        }

        /// Where an account belongs to, and as what.
        public record Membership(TenantName tenant, String role) {
        }
    }
}

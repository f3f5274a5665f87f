package dev.upswell.server.mapping;

import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditRepository;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.TermsRepository;
import dev.upswell.server.comply.Verdict;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The mappings that a tenant keeps, for pages, endpoints and commands.
public final class KeptMappings {

    private static final String LOCK = "mappings";
    private static final int LONGEST_REASON = 500;

    private final TenantId tenant;
    private final Database database;
    private final Compliance compliance;
    private final InstantSource clock;

    public KeptMappings(TenantId tenant, Database database, Compliance compliance, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.compliance = compliance;
        this.clock = clock;
    }

    /// What came of a confirmation.
    ///
    /// @param made whether it made a version; not, when the newest one says the same
    /// @param allowed whether its reason became the tenant's rule about the source
    public record Outcome(KeptMapping kept, boolean made, boolean allowed) {
    }

    /// The newest version of each mapping in use, by name.
    public List<KeptMapping> list() {
        return database.transactions().call(tenant, KeptMappingRepository::list);
    }

    /// The newest version in use under this name.
    public Optional<KeptMapping> find(String name) {
        return database.transactions().call(tenant, db -> KeptMappingRepository.newest(db, name));
    }

    /// The newest version in use under this name.
    ///
    /// **errors** [UnknownMapping] when there is none
    public KeptMapping get(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    /// A version, in use or not.
    ///
    /// **errors** [UnknownMapping] when there is no such one
    public KeptMapping get(MappingVersion id) {
        List<KeptMapping> versions = versions(id.name());
        return versions.stream().filter(kept -> kept.id().equals(id)).findFirst()
                .orElseThrow(() -> UnknownMapping.of(id, versions.getFirst().id().version()));
    }

    /// All versions under this name, those out of use too, the newest first.
    ///
    /// **errors** [UnknownMapping] when there never was one
    public List<KeptMapping> versions(String name) {
        List<KeptMapping> versions = database.transactions().call(tenant,
                db -> KeptMappingRepository.versions(db, name));
        if (versions.isEmpty()) {
            throw unknown(name);
        }
        return versions;
    }

    private UnknownMapping unknown(String name) {
        return UnknownMapping.of(name, list().stream().map(kept -> kept.id().name()).toList());
    }

    /// The mapping that reads files with these columns; empty when none does.
    public Optional<KeptMapping> fitting(List<String> columns) {
        return database.transactions().call(tenant, db -> KeptMappingRepository.fitting(db, columns)).stream()
                .findFirst();
    }

    /// Keeps a mapping as the newest version of its name, and allows its source where nothing speaks of it.
    ///
    /// **errors** [MappingRefused] when it cannot be kept, `ComplianceRefused` when its source may not be stored; nothing is
    /// changed then
    public Outcome confirm(Confirmation wanted) {
        wanted.requireSound();
        Confirmation confirmation = wanted.columns().isEmpty() ? withEarlierHeader(wanted) : wanted;
        try (TenantLocks.Held _ = database.locks().acquire(tenant, LOCK)) {
            return database.transactions().call(tenant, db -> keep(db, confirmation));
        }
    }

    /// A new version that names no header is for the header of the one before.
    private Confirmation withEarlierHeader(Confirmation wanted) {
        List<String> header = find(wanted.name()).map(KeptMapping::columns).orElse(List.of());
        List<String> missing = header.isEmpty() ? List.of() : wanted.missing(header);
        if (!missing.isEmpty()) {
            throw new MappingRefused("The mapping cannot be kept:", List.of(
                    "the header that " + wanted.name() + " was confirmed for has no column "
                            + String.join(", ", missing) + "; give a file with the new header"));
        }
        return wanted.withColumns(header);
    }

    /// The rule about the source and the mapping that needs it stand or fall together.
    private Outcome keep(JdbcClient db, Confirmation wanted) {
        boolean allowed = compliance.vouch(db, wanted.mapping().source(), wanted.reason(), wanted.by());
        String reason = reason(db, wanted);
        List<KeptMapping> versions = KeptMappingRepository.versions(db, wanted.name());
        int next = versions.isEmpty() ? 1 : versions.getFirst().id().version() + 1;
        KeptMapping kept = new KeptMapping(new MappingVersion(wanted.name(), next), wanted.mapping().document(),
                wanted.columns(), wanted.mapping().source(),
                new KeptMapping.Confirmed(wanted.by(), clock.instant(), reason), false);
        if (!versions.isEmpty() && says(versions.getFirst(), kept) && (kept.columns().isEmpty()
                || KeptMappingRepository.fitting(db, kept.columns()).getFirst().equals(versions.getFirst()))) {
            return new Outcome(versions.getFirst(), false, allowed);
        }
        KeptMappingRepository.insert(db, kept);
        AuditRepository.write(db, audited(kept, "kept", reason, wanted.by()));
        return new Outcome(kept, true, allowed);
    }

    private static boolean says(KeptMapping newest, KeptMapping wanted) {
        return !newest.removed() && newest.document().equals(wanted.document())
                && newest.columns().equals(wanted.columns());
    }

    private static String reason(JdbcClient db, Confirmation wanted) {
        String given = wanted.reason().strip();
        if (given.length() > LONGEST_REASON) {
            throw new MappingRefused("The mapping cannot be kept:",
                    List.of("the reason has more than " + LONGEST_REASON + " characters"));
        }
        if (!given.isEmpty()) {
            return given;
        }
        return TermsRepository.current(db).store(wanted.mapping().source()) instanceof Verdict.Allowed allowed
                ? allowed.rule() + ": " + allowed.purpose()
                : "none";
    }

    private AuditEntry audited(KeptMapping kept, String how, String why, String by) {
        return new AuditEntry(clock.instant(), by, AuditEntry.Action.RULE, "mapping " + kept.id().called() + " of "
                + kept.source(), AuditEntry.Decision.CHANGED, how, why, Map.of());
    }

    /// Takes back what a confirmation did, because nothing followed from it; all stays where an import was read by its version.
    public void takeBack(Outcome outcome) {
        KeptMapping kept = outcome.kept();
        boolean unused = !outcome.made() || database.transactions().<Boolean>call(tenant, db -> {
            boolean gone = KeptMappingRepository.takeBack(db, kept.id());
            if (gone) {
                AuditRepository.write(db, audited(kept, "taken back", "the import could not begin",
                        kept.confirmed().by()));
            }
            return gone;
        });
        if (unused && outcome.allowed()) {
            compliance.forget(kept.source(), kept.confirmed().by());
        }
    }

    /// Takes a name out of use: files of its header are asked about again. Its versions stay readable.
    ///
    /// **errors** [UnknownMapping] when there is none
    public KeptMapping remove(String name, String by) {
        KeptMapping gone = get(name);
        database.transactions().run(tenant, db -> {
            KeptMappingRepository.remove(db, name, clock.instant());
            AuditRepository.write(db, audited(gone, "out of use", "files of its header are asked about again", by));
        });
        return gone;
    }
}

package dev.upswell.server.privacy;

import dev.upswell.server.audit.AuditNote;
import dev.upswell.server.privacy.TenantErasure.Link;
import dev.upswell.server.privacy.TenantErasure.TenantSearch;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One erasure of a tenant, from the first step that did not end to the last. Each step may be done again after it was cut short.
///
/// **why the order** accounts are told by memberships, which are rows; rows go a few tables at a time, so that what is locked stays small; the
/// tenant itself goes in one transaction with what came in meanwhile, and from then on the database refuses every row for it; files go
/// before that, while rows of the manifest still name them, and once more after it.
final class TenantErasureRun {

    private static final int ROUNDS = 3;
    private static final int MOST_VALUES = 200;
    /// Tables that are emptied in one transaction: a connection for each would cost more than the work.
    private static final int AT_ONCE = 10;
    /// Rows of it are chained: they cannot go one by one, and age.
    private static final String CHAINED = "request_audit";

    private final TenantErasures.Parts parts;
    private final UUID id;
    private final TenantId tenant;

    TenantErasureRun(TenantErasures.Parts parts, UUID id) {
        this.parts = parts;
        this.id = id;
        this.tenant = call(db -> TenantErasureRepository.whose(db, id));
    }

    TenantId tenant() {
        return tenant;
    }

    /// Does what is left to do.
    ///
    /// **errors** [PrivacyRefused] when the search still finds something after some rounds
    void work() {
        step("sample", this::sample);
        step("accounts", this::accounts);
        step("tables", this::tables);
        files();
        step("tenant", this::last);
        for (int round = 1;; round++) {
            parts.hooks().letGo().accept(tenant);
            files();
            between();
            TenantSearch search = search();
            run(db -> TenantErasureRepository.searched(db, id, search, now()));
            if (search.found().isEmpty()) {
                end();
                return;
            }
            if (round == ROUNDS) {
                throw PrivacyRefused.tenantRemains(search.found());
            }
        }
    }

    private void step(String name, Runnable work) {
        if (!erasure().steps().contains(name)) {
            between();
            work.run();
        }
    }

    private TenantErasure erasure() {
        return call(db -> TenantErasureRepository.find(db, id)).orElseThrow();
    }

    /// Values are drawn while there are rows, and searched when there should be none.
    private void sample() {
        run(db -> {
            Set<String> values = new LinkedHashSet<>();
            for (String table : TenantRowsRepository.ofTenants(db)) {
                values.addAll(TenantRowsRepository.values(db, table, tenant));
            }
            List<String> some = values.stream().limit(MOST_VALUES).toList();
            Set<String> shared = TenantRowsRepository.shared(db, some, tenant);
            TenantErasureRepository.sampled(db, id, some.stream().filter(one -> !shared.contains(one)).toList());
            TenantErasureRepository.step(db, id, "sample");
        });
    }

    private void accounts() {
        run(db -> {
            TenantRowsRepository.Accounts gone = TenantRowsRepository.removeAccounts(db, tenant);
            TenantErasureRepository.removed(db, id, "installation.account", gone.accounts());
            TenantErasureRepository.removed(db, id, "installation.external_identity", gone.identities());
            TenantErasureRepository.step(db, id, "accounts");
        });
    }

    private void tables() {
        List<String> tables = call(TenantRowsRepository::ofTenants);
        for (int first = 0; first < tables.size(); first += AT_ONCE) {
            List<String> some = tables.subList(first, Math.min(first + AT_ONCE, tables.size()));
            between();
            run(db -> some.forEach(table -> TenantErasureRepository.removed(db, id, table,
                    TenantRowsRepository.remove(db, table, tenant))));
        }
        between();
        run(TenantRowsRepository::shred);
        run(db -> TenantErasureRepository.step(db, id, "tables"));
    }

    private void files() {
        between();
        run(db -> parts.files().counts(tenant)
                .forEach((place, files) -> TenantErasureRepository.removing(db, id, place, files)));
        between();
        parts.files().delete(tenant);
    }

    private void last() {
        run(db -> {
            TenantErasureRepository.removed(db, id, "late rows",
                    TenantRowsRepository.removeTenant(db, TenantRowsRepository.ofTenants(db), tenant));
            TenantErasureRepository.removed(db, id, "tenant", 1);
            TenantErasureRepository.step(db, id, "tenant");
        });
    }

    private TenantSearch search() {
        List<String> sample = call(db -> TenantErasureRepository.sample(db, id));
        List<String> wanted = new ArrayList<>(sample);
        wanted.add(tenant.toString());
        List<String> tables = call(TenantRowsRepository::all);
        Map<String, Long> found = new TreeMap<>();
        run(db -> tables.forEach(table -> found.put(table, TenantRowsRepository.naming(db, table, wanted, id))));
        TenantFiles.Traces files = parts.files().search(tenant, sample);
        found.put("files", files.naming());
        Map<String, Long> kept = new TreeMap<>();
        kept.put(CHAINED, Objects.requireNonNull(found.remove(CHAINED))
                + call(db -> TenantRowsRepository.audited(db, Objects.requireNonNull(erasure().name()))));
        kept.put("logs", files.logs());
        return new TenantSearch(tables.size(), files.files(), sample.size(), TraceRepository.found(found),
                TraceRepository.found(kept));
    }

    /// The note in the operator's audit comes first: cut short between the two, it is written again and says the same.
    private void end() {
        between();
        TenantErasure closed = call(db -> TenantErasureRepository.closing(db, id));
        Link link = call(db -> Proof.next(TenantErasureRepository.chain(db).last(), closed));
        if (!tenant.equals(parts.home())) {
            parts.database().transactions().run(parts.home(),
                    db -> AuditNote.write(db, Objects.requireNonNull(closed.endedAt()), closed.asked().by(),
                            "TENANT_ERASED", id + " sha256 " + link.hash()));
        }
        between();
        run(db -> TenantErasureRepository.end(db, id, link));
    }

    private void between() {
        parts.hooks().between().run();
    }

    private Instant now() {
        return parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T call(Function<JdbcClient, T> work) {
        return parts.database().tenants().asOwner(work);
    }

    private void run(Consumer<JdbcClient> work) {
        call(db -> {
            work.accept(db);
            return Boolean.TRUE;
        });
    }
}

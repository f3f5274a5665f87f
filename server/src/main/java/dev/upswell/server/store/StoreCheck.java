package dev.upswell.server.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks whether a store is sound: the server answers, tenants are kept apart, every visible file exists.
public final class StoreCheck {

    /// One thing that was looked at.
    ///
    /// @param advice what to do when it is not in order; empty when it is
    public record Finding(String subject, boolean inOrder, String detail, String advice) {
    }

    private final TenantTransactions transactions;
    private final Manifest manifest;
    private final Path lakeFolder;

    /// @param lakeFolder where the lake files lie
    public StoreCheck(Database database, Path lakeFolder) {
        this.transactions = database.transactions();
        this.manifest = database.manifest();
        this.lakeFolder = lakeFolder;
    }

    /// Looks at everything, as this tenant.
    public List<Finding> findings(TenantId tenant) {
        return transactions.call(tenant, db -> {
            List<Finding> findings = new ArrayList<>();
            findings.add(server(db));
            findings.add(isolation(db));
            findings.add(files(db));
            findings.add(due(db));
            return findings;
        });
    }

    private static Finding server(JdbcClient db) {
        return new Finding("PostgreSQL", true, db.sql("show server_version").query(String.class).single(), "");
    }

    private static Finding isolation(JdbcClient db) {
        List<String> ways = Schema.waysAroundIsolation(db);
        return !ways.isEmpty()
                ? new Finding("Tenant isolation", false, "the application's role can bypass it: "
                        + String.join("; ", ways), Schema.ISOLATION_ADVICE)
                : new Finding("Tenant isolation", true, "row-level security on every tenant table", "");
    }

    private Finding files(JdbcClient db) {
        long count = 0;
        long bytes = 0;
        List<String> missing = new ArrayList<>();
        for (String dataset : manifest.datasets(db)) {
            for (LakeFile file : manifest.visible(db, dataset)) {
                count++;
                bytes += file.bytes();
                if (!Files.exists(lakeFolder.resolve(file.path()))) {
                    missing.add(file.path());
                }
            }
        }
        return missing.isEmpty()
                ? new Finding("Lake", true, "%d files, %.1f MB, all present".formatted(count, bytes / 1e6), "")
                : new Finding("Lake", false, missing.size() + " of " + count + " files are missing, for example "
                        + missing.getFirst(), "Restore the lake folder from a backup, or import the sources again.");
    }

    private static Finding due(JdbcClient db) {
        long due = db.sql("select count(*) from metric_due").query(Long.class).single();
        return new Finding("Metrics", true, due == 0 ? "nothing is due" : due + " entities are due",
                due == 0 ? "" : "Run: upswell metrics");
    }
}

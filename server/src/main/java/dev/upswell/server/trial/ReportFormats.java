package dev.upswell.server.trial;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.trial.format.FormatMix;
import dev.upswell.trial.format.FormatUse;
import java.time.InstantSource;
import java.util.Set;

/// Formats of reports as a tenant's creators take them up.
public final class ReportFormats {

    /// Formats that strategies come in.
    public static final Set<String> NAMES = Set.of("recipe", "pattern", "comparative", "element", "narrative");

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final FormatUseRepository uses = new FormatUseRepository();

    public ReportFormats(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// Makes a use of what was told.
    @FunctionalInterface
    public interface Making {

        /// **errors** `IllegalArgumentException` when it cannot be.
        FormatUse make();
    }

    /// Keeps what came of a report.
    ///
    /// **errors** [TrialRefused] when the figures cannot be
    public void tell(Making told, String by) {
        FormatUse use;
        try {
            use = told.make();
        } catch (IllegalArgumentException refused) {
            throw TrialRefused.value(refused);
        }
        database.transactions().run(tenant, db -> uses.keep(db, use, by, clock.instant()));
    }

    /// What is known of each format, and how many reports should have it.
    public FormatMix mix() {
        return FormatMix.of(NAMES, database.transactions().call(tenant, uses::all));
    }
}

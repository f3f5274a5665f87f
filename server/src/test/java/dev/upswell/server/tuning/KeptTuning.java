package dev.upswell.server.tuning;

import dev.upswell.learn.Estimate;
import dev.upswell.learn.Interval;
import dev.upswell.learn.LogisticRegression;
import dev.upswell.learn.TreeSettings;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.tune.Confirmation;
import dev.upswell.tune.SearchResult;
import dev.upswell.tune.TreeChoice;
import dev.upswell.tune.Trial;
import dev.upswell.tune.TuningReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Keeps searches that tests make up.
public final class KeptTuning {

    /// What the made-up search finds.
    public static final TreeSettings FOUND = new TreeSettings(11, 2, 0.25, 1, 1, 1, 1, 16, 1, 0, 42);

    private static final TreeSettings USUAL = new TreeSettings(8, 3, 0.3, 1, 1, 1, 1, 16, 1, 0, 42);

    private KeptTuning() {
    }

    /// A search for hashtags over 24 hours that knew nothing after `asOf`.
    ///
    /// @param low lower end of the interval that confirms what it found: above 0 it is adopted
    public static StoredTuning put(Database database, TenantId tenant, Instant asOf, double low) {
        TreeChoice usual = new TreeChoice(null, USUAL);
        TreeChoice best = new TreeChoice(null, FOUND);
        Confirmation confirmation = new Confirmation(900, 50, 0.4, 0.5,
                new Estimate(0.1, new Interval(low, low + 0.1)));
        LogisticRegression.Settings ridge = new LogisticRegression.Settings(10, 0.5);
        TuningReport report = new TuningReport(asOf, 2_000, 100, asOf.minus(Duration.ofDays(4)),
                asOf.minus(Duration.ofDays(2)),
                new SearchResult<>(usual, 0.42, List.of(new Trial<>(best, 2, 0.52)), best, 0.52, confirmation),
                new SearchResult<>(ridge, 0.3, List.of(), ridge, 0.3, null));
        TuningRepository tunings = new TuningRepository();
        return database.transactions().call(tenant, db -> tunings.find(db,
                tunings.insert(db, ModelTask.DAILY_HASHTAGS, 1, report, "test-version")).orElseThrow());
    }
}

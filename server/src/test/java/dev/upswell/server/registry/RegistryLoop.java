package dev.upswell.server.registry;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.nio.file.Path;
import java.util.UUID;

/// A process that trains, judges, promotes and rolls back without end, for a test to kill: the arguments are the data folder
/// and the tenant.
final class RegistryLoop {

    private static final RegistrySettings SETTINGS = RegistrySettings.USUAL.needing(5, 10);

    private RegistryLoop() {
    }

    public static void main(String[] args) {
        try (Database database = Database.open(TestDatabase.settings(Path.of(args[0])))) {
            Bench bench = new Bench(database, new TenantId(UUID.fromString(args[1])));
            new ModelReview(database, SETTINGS).review(bench.tenant, Bench.TASK);
            System.out.println("ready");
            for (int day = bench.lastDay() + 1;; day += 10) {
                round(bench, day);
            }
        }
    }

    /// A challenger that is promoted by rule, found to be bad and taken back, then once more by hand.
    private static void round(Bench bench, int day) {
        RegisteredModel serving = bench.registry.serving(bench.tenant, Bench.TASK).orElseGet(() -> bench.train(day));
        RegisteredModel challenger = bench.train(day);
        for (int at = day; at < day + 7; at++) {
            bench.says(serving, at, 0.3, true);
            bench.says(challenger, at, 0.95, false);
            bench.happens(at);
        }
        ModelReview review = new ModelReview(bench.database, SETTINGS);
        review.review(bench.tenant, Bench.TASK);
        for (int at = day + 7; at < day + 10; at++) {
            bench.says(challenger, at, -1, true);
            bench.says(serving, at, 0.9, false);
            bench.happens(at);
        }
        review.review(bench.tenant, Bench.TASK);
        bench.registry.promote(bench.tenant, challenger.id());
        bench.registry.rollback(bench.tenant, challenger.id());
    }
}

package dev.upswell.server.store;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/// A process that uses a store until it is killed: it stages and publishes one file after another, each together with the
/// progress it stands for, and leaves staged files unpublished in between.
final class CrashingUser {

    static final Dataset STEPS = new Dataset("step",
            List.of(new Dataset.Column("step", "BIGINT", "Number of the step")),
            null, List.of("step"));

    private CrashingUser() {
    }

    public static void main(String[] arguments) {
        Database database = Database.open(TestDatabase.settings(Path.of(arguments[0])));
        TenantId tenant = database.tenants().findOrCreate("crashing");
        LakeSession session = database.lake().open(tenant);
        LongStream.iterate(progress(database, tenant) + 1, step -> step + 1).forEach(step -> {
            session.stage(STEPS, "SELECT -1 AS step").orElseThrow();
            StagedFile file = session.stage(STEPS, "SELECT " + step + " AS step").orElseThrow();
            database.transactions().run(tenant, db -> {
                db.sql("insert into source (name) values (?)").param("step " + step).update();
                database.manifest().publish(db, file);
            });
            System.out.println(step);
        });
    }

    static long progress(Database database, TenantId tenant) {
        return database.transactions().call(tenant,
                db -> db.sql("select count(*) from source").query(Long.class).single());
    }
}

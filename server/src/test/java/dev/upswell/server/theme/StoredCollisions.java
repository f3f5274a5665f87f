package dev.upswell.server.theme;

import dev.upswell.numeric.Overlap;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.theme.Collision;
import dev.upswell.theme.Collision.Manner;
import dev.upswell.theme.Collision.Rise;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A search that found one pair of hashtags, stored as a run of themes stores it.
public final class StoredCollisions {

    private StoredCollisions() {
    }

    public static void put(Database database, TenantId tenant, String one, String other, Instant asOf) {
        put(database, tenant, CollisionRun.Kind.HASHTAG,
                new CollisionRun.Pair(found(one, other), "#" + one, "#" + other),
                asOf);
    }

    /// The same where so many creators carried both.
    public static void put(Database database, TenantId tenant, String one, String other, int both, Instant asOf) {
        Collision found = found(one, other);
        put(database, tenant, CollisionRun.Kind.HASHTAG, new CollisionRun.Pair(new Collision(found.one(), found.other(),
                new Overlap(both, 1.5, 1e-6), 11, Manner.TOGETHER, .002, .02), "#" + one, "#" + other), asOf);
    }

    /// The same of two themes.
    public static void put(Database database, TenantId tenant, KeptTheme one, KeptTheme other, Instant asOf) {
        put(database, tenant, CollisionRun.Kind.THEME, new CollisionRun.Pair(
                found(Long.toString(one.id()), Long.toString(other.id())), one.shown(), other.shown()), asOf);
    }

    private static Collision found(String one, String other) {
        return new Collision(new Rise(one, 30, 15, 2, .001), new Rise(other, 20, 12, 0, .002),
                new Overlap(12, 1.5, 1e-6), 11, Manner.TOGETHER, .002, .02);
    }

    private static void put(Database database, TenantId tenant, CollisionRun.Kind kind, CollisionRun.Pair pair,
            Instant asOf) {
        CollisionRun run = new CollisionRun(UUID.randomUUID(), kind, asOf, asOf, 900, 300, 40, 780, List.of(pair));
        database.transactions().run(tenant, db -> new CollisionRepository().put(db, run));
    }
}

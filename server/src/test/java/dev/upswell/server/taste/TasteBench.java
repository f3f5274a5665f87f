package dev.upswell.server.taste;

import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A tenant of its own with a few videos, people who did something with them, and a taxonomy, for tests.
public final class TasteBench {

    /// When everything happens.
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final Database database = TestDatabase.shared();
    final TenantId tenant = TestDatabase.newTenant();
    /// Taxonomies of the tenant.
    public final Taxonomies taxonomies = new Taxonomies(tenant, database, InstantSource.fixed(NOON));
    /// Profiles of the tenant.
    public final Profiles profiles = new Profiles(tenant, database, InstantSource.fixed(NOON));
    final Reactions reactions = new Reactions(tenant, database);

    /// Videos v1 and v2 about bread, v3 about football; ani liked v1, bo liked v3, somebody without a name liked v2.
    public TasteBench() {
        store(Collected.VIDEO, """
            SELECT video_id, 'test' AS source, creator, CAST(NULL AS VARCHAR) AS sound, '' AS hashtags,
            TIMESTAMP '2026-02-01 10:00:00' AS created_at, CAST(NULL AS BIGINT) AS duration_ms, caption FROM (VALUES
            ('v1', 'baker', 'Sourdough bread from a hot oven'), ('v2', 'baker', 'Bread with open crumb, good flour'),
            ('v3', 'kicker', 'Football league derby, a late penalty')) t(video_id, creator, caption)""");
        store(CommerceDatasets.OWN_ACTIVITY, """
            SELECT 'upswell-people' AS source, done AS observed_at, video AS entity_id, 'video' AS entity_kind, action,
            done AS acted_at, account, CAST(NULL AS DOUBLE) AS watched_seconds FROM (VALUES
            ('ani_the_first', 'v1', 'liked', TIMESTAMP '2026-02-10 10:00:00'),
            ('bo', 'v3', 'liked', TIMESTAMP '2026-02-11 10:00:00'),
            (NULL, 'v2', 'liked', TIMESTAMP '2026-02-12 10:00:00')) t(account, video, action, done)""");
    }

    private void store(Dataset dataset, String sql) {
        try (LakeSession lake = database.lake().open(tenant)) {
            StagedFile file = lake.stage(dataset, sql).orElseThrow();
            database.transactions().call(tenant, db -> database.manifest().publish(db, file));
        }
    }

    /// Two categories, bread and football.
    public KeptTaxonomy taxonomy() {
        return taxonomies.keep(new Taxonomy(TaxonomyMaking.SPACE, List.of(
                category("sourdough_bread", "sourdough", "bread", "oven", "crumb", "flour"),
                category("football_league", "football", "league", "derby", "penalty", "striker"))), "two.json");
    }

    private static Category category(String tag, String... keywords) {
        Vector vector = new HashedVectors()
                .vector(new Category(tag, "Videos about it.", List.of(keywords), Vector.nothing(0), Vector.nothing(0),
                        null)
                        .text());
        return new Category(tag, "Videos about it.", List.of(keywords), vector, vector, null);
    }

    /// All that is known of the tenant in tables and lake, as text.
    String dump() {
        return database.dump().text(tenant, Collected.DATASETS);
    }
}

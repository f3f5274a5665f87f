package dev.upswell.server.privacy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.feature.FeatureDataset;
import dev.upswell.server.live.sweep.AnswerDataset;
import dev.upswell.server.privacy.FilledTables.Somebody;
import dev.upswell.server.recommend.index.IndexFilling;
import dev.upswell.server.recommend.index.LakeRefresh;
import dev.upswell.server.recommend.index.TenantIndex;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.RegistrySettings;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.server.trend.MetricDataset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A tenant with something about somebody in every table and every dataset of the lake, for tests.
final class PrivacyBench {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Somebody ANI = new Somebody("ani.cooks", "7544910084609912477", 1);
    static final Somebody BO = new Somebody("bo_bakes", "7544910084609912478", 2);

    private static final List<ErasureParts.Written> LAKE = Stream.of(
            Collected.DATASETS.stream().map(one -> new ErasureParts.Written(one, Collected.WORK)),
            Stream.of(new ErasureParts.Written(AnswerDataset.ANSWER, AnswerDataset.WORK)),
            MetricDataset.DATASETS.stream().map(one -> new ErasureParts.Written(one, MetricDataset.WORK)),
            FeatureDataset.DATASETS.stream().map(one -> new ErasureParts.Written(one, FeatureDataset.WORK)))
            .flatMap(one -> one).toList();

    final Database database = TestDatabase.shared();
    final TenantId tenant = TestDatabase.newTenant();
    final Path folder;
    private final TenantIndex index;
    private final LakeRefresh refresh;

    PrivacyBench(Path folder, Somebody... people) {
        this.folder = folder;
        index = new TenantIndex(folder.resolve("index").resolve(tenant.toString()));
        refresh = new LakeRefresh(tenant, database,
                new IndexFilling(database, TaxonomyMaking.EMBEDDER, TaxonomyMaking.SPACE, null), index,
                InstantSource.fixed(NOON));
        for (Somebody who : people) {
            FilledTables.fill(tenant, who);
        }
        for (ErasureParts.Written one : LAKE) {
            store(one.dataset(), people);
        }
        refresh.bring(Duration.ZERO);
    }

    private void store(Dataset dataset, Somebody... people) {
        List<Rule> rules = DataMap.of(Holding.Place.DATASET).stream()
                .filter(one -> one.name().equals(dataset.name())).findFirst().orElseThrow().rules();
        String rows = Stream.of(people).map(who -> "SELECT " + row(dataset, rules, who))
                .collect(Collectors.joining(" UNION ALL "));
        try (LakeSession lake = database.lake().open(tenant)) {
            StagedFile file = lake.stage(dataset, rows).orElseThrow();
            database.transactions().call(tenant, db -> database.manifest().publish(db, file));
        }
    }

    private static String row(Dataset dataset, List<Rule> rules, Somebody who) {
        Map<String, String> values = new TreeMap<>();
        for (Dataset.Column column : dataset.columns()) {
            values.put(column.name(), switch (column.type()) {
                case "VARCHAR" -> "'t" + who.number() + "'";
                case "TIMESTAMP" -> "TIMESTAMP '2026-02-01 10:00:0" + who.number() + "'";
                case "DATE" -> "DATE '2026-02-01'";
                case "BOOLEAN" -> "false";
                case "FLOAT[]" -> "[0.5]";
                default -> String.valueOf(who.number());
            });
        }
        for (Rule rule : rules) {
            switch (rule.deed()) {
                case CREATOR -> values.put(rule.column(), text(who.handle()));
                case VIDEO -> values.put(rule.column(), text(who.video()));
                case ENTITY -> {
                    values.put(rule.columns().get(0), "'video'");
                    values.put(rule.columns().get(1), text(who.video()));
                }
                case CUT -> values.put(rule.column(), text(who.document()));
                case MASK -> rule.columns().forEach(column -> values.put(column, text(who.text())));
                case NULL -> rule.columns().forEach(column -> values.put(column,
                        text(column.equals("creator") ? who.handle() : who.video())));
                default -> {
                }
            }
        }
        return dataset.columns().stream()
                .map(column -> "CAST(" + values.get(column.name()) + " AS " + column.type() + ") AS " + column.quoted())
                .collect(Collectors.joining(", "));
    }

    private static String text(String said) {
        return "'" + said.replace("'", "''") + "'";
    }

    Erasures erasures() {
        return erasures(() -> {
        });
    }

    Erasures erasures(Runnable between) {
        return new Erasures(parts(between));
    }

    PersonalExport export() {
        return new PersonalExport(parts(() -> {
        }));
    }

    private ErasureParts parts(Runnable between) {
        return new ErasureParts(tenant, database, InstantSource.fixed(NOON),
                new ErasureParts.Places(LAKE, folder, () -> {
                }),
                new ErasureParts.Slices(new Profiles(tenant, database, InstantSource.fixed(NOON)), refresh,
                        Governance.of(database, tenant, RegistrySettings.USUAL)),
                between);
    }

    /// All that is known of the tenant in tables and lake, a text a line.
    List<String> dump() {
        return new ArrayList<>(database.dump().text(tenant, LAKE.stream().map(ErasureParts.Written::dataset).toList())
                .lines().toList());
    }

    /// Every row of every table as text, with what the dump leaves out.
    String everyRow() {
        return TestDatabase.asOwner(db -> db.sql("""
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace""").query(String.class).list().stream()
                .map(table -> table + db.sql("select coalesce(string_agg(t::text, ' '), '') from " + table
                        + " t where tenant_id = ?").param(tenant.value()).query(String.class).single())
                .collect(Collectors.joining("\n")));
    }
}

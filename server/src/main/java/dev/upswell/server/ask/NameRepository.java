package dev.upswell.server.ask;

import dev.upswell.ask.Names;
import dev.upswell.ask.Slot;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The names of a tenant's entities, as table `entity` has them; the captions of videos are their names.
final class NameRepository implements Names {

    private static final int SHORTEST_PART = 3;
    private static final int MOST = 4;

    private final TenantId tenant;
    private final Database database;

    NameRepository(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    @Override
    public List<Slot.Named> called(String spoken, @Nullable EntityKind kind) {
        return named("lower(entity_id) = ? or lower(name) = ?", spoken.toLowerCase(Locale.ROOT),
                spoken.toLowerCase(Locale.ROOT), kind);
    }

    @Override
    public List<Slot.Named> holding(String part, @Nullable EntityKind kind) {
        if (part.length() < SHORTEST_PART) {
            return List.of();
        }
        String escaped = part.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return named("lower(coalesce(name, entity_id)) like ? or lower(entity_id) like ?",
                "%" + escaped + "%", "%" + escaped + "%", kind);
    }

    private List<Slot.Named> named(String condition, String one, String two, @Nullable EntityKind kind) {
        String ofKind = kind == null ? "kind is not null" : "kind = '" + kind.label() + "'";
        return database.transactions()
                .call(tenant,
                        db -> db.sql("select kind, entity_id, coalesce(name, entity_id) as name from entity where "
                                + ofKind + " and (" + condition
                                + ") order by last_observed_at desc nulls last, kind, entity_id limit " + MOST)
                                .params(one, two)
                                .query((row, index) -> new Slot.Named(
                                        new EntityId(EntityKind.of(row.getString("kind")), row.getString("entity_id")),
                                        row.getString("name")))
                                .list());
    }
}

package dev.upswell.server.collect.intake;

import dev.upswell.server.mapping.MappingUse;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.util.HashMap;
import java.util.Map;

/// Counts what kept mappings were used for.
public final class MappingUseRepository {

    private final TenantId tenant;
    private final Database database;

    public MappingUseRepository(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// The use of each mapping that was ever used, by its name.
    public Map<String, MappingUse> byName() {
        Map<String, MappingUse> uses = new HashMap<>();
        database.transactions().run(tenant, db -> db.sql("""
            select coalesce(r.name, q.name) as name, coalesce(r.imports, 0) as imports, coalesce(q.rows, 0) as rows
            from (select mapping_name as name, count(*) as imports from import_run
                where mapping_name is not null group by mapping_name) r
            full join (select mapping_name as name, count(*) as rows from quarantine
                where mapping_name is not null group by mapping_name) q on q.name = r.name""").query(row -> {
            uses.put(row.getString("name"), new MappingUse(row.getLong("imports"), row.getLong("rows")));
        }));
        return uses;
    }
}

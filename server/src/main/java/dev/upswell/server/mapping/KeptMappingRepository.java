package dev.upswell.server.mapping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Kept mappings in the database. All calls run inside the caller's tenant transaction.
public final class KeptMappingRepository {

    private static final String SELECT = "select name, version, document, columns::text as columns, source, reason,"
            + " confirmed_by, confirmed_at, removed_at is not null as removed from kept_mapping ";
    private static final String NEWEST_FIRST = " order by version desc";

    private KeptMappingRepository() {
    }

    /// The newest version of each mapping in use, by name.
    static List<KeptMapping> list(JdbcClient db) {
        return db.sql("select * from (select distinct on (name) name, version, document, columns::text as columns,"
                + " source, reason, confirmed_by, confirmed_at, false as removed from kept_mapping"
                + " where removed_at is null order by name, version desc) newest order by name")
                .query((row, index) -> kept(row)).list();
    }

    /// All versions under a name, those out of use too, the newest first.
    static List<KeptMapping> versions(JdbcClient db, String name) {
        return db.sql(SELECT + "where name = ?" + NEWEST_FIRST).param(name).query((row, index) -> kept(row)).list();
    }

    /// The newest version under a name that is in use.
    static Optional<KeptMapping> newest(JdbcClient db, String name) {
        return db.sql(SELECT + "where name = ? and removed_at is null" + NEWEST_FIRST + " limit 1").param(name)
                .query((row, index) -> kept(row)).optional();
    }

    /// The mappings in use for a header with these columns, each in its newest version for it, the one confirmed last first.
    public static List<KeptMapping> fitting(JdbcClient db, List<String> columns) {
        return db.sql(SELECT + "k where header_print in (?, ?, ?) and removed_at is null and not exists (select 1 from"
                + " kept_mapping later where later.name = k.name and later.header_print = k.header_print"
                + " and later.removed_at is null and later.version > k.version) order by confirmed_at desc, version desc, name")
                .params(HeaderPrint.of(columns), times(columns), HeaderPrint.of(columns, Cells.Across.NAMES))
                .query((row, index) -> kept(row)).list();
    }

    /// What a mapping with a column for each time was kept for, where there are such columns.
    private static String times(List<String> columns) {
        return columns.stream().anyMatch(Cells::isTime) ? HeaderPrint.of(columns, Cells.Across.TIMES) : "";
    }

    /// The newest version in use that was confirmed for the same header as this one; empty when its name is out of use.
    public static Optional<KeptMapping> mended(JdbcClient db, MappingVersion id) {
        return db.sql(SELECT + "where name = ? and removed_at is null and header_print is not distinct from"
                + " (select own.header_print from kept_mapping own where own.name = ? and own.version = ?)"
                + NEWEST_FIRST + " limit 1").params(id.name(), id.name(), id.version())
                .query((row, index) -> kept(row)).optional();
    }

    static void insert(JdbcClient db, KeptMapping kept) {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        kept.columns().forEach(columns::add);
        db.sql("""
            insert into kept_mapping (name, version, document, columns, header_print, source, reason, confirmed_by, confirmed_at)
            values (?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?)""")
                .param(kept.id().name())
                .param(kept.id().version()).param(kept.document()).param(columns.toString()).param(print(kept))
                .param(kept.source()).param(kept.confirmed().reason()).param(kept.confirmed().by())
                .param(kept.confirmed().at().atOffset(ZoneOffset.UTC)).update();
    }

    private static @Nullable String print(KeptMapping kept) {
        Cells cells = kept.mapping().cells();
        return kept.columns().isEmpty()
                ? null
                : HeaderPrint.of(kept.columns(), cells == null ? null : cells.across());
    }

    /// Takes a name out of use.
    static void remove(JdbcClient db, String name, Instant at) {
        db.sql("update kept_mapping set removed_at = ? where name = ? and removed_at is null")
                .param(at.atOffset(ZoneOffset.UTC)).param(name).update();
    }

    /// Forgets a version, unless an import was read by it; whether it is gone.
    static boolean takeBack(JdbcClient db, MappingVersion id) {
        return db.sql(
                "delete from kept_mapping k where name = ? and version = ? and not exists (select 1 from import_run r"
                        + " where r.mapping_name = k.name and r.mapping_version = k.version)")
                .params(id.name(), id.version()).update() > 0;
    }

    private static KeptMapping kept(ResultSet row) throws SQLException {
        return new KeptMapping(new MappingVersion(row.getString("name"), row.getInt("version")),
                row.getString("document"),
                JsonMapper.shared().readTree(row.getString("columns")).valueStream().map(JsonNode::asString).toList(),
                row.getString("source"),
                new KeptMapping.Confirmed(row.getString("confirmed_by"),
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant(), row.getString("reason")),
                row.getBoolean("removed"));
    }
}

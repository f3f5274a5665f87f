package dev.upswell.server.scorecard;

import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of tables `scorecard_weighting` and `weighting_adoption`. All calls run inside the caller's tenant transaction.
final class WeightingRepository {

    private static final TypeReference<Map<Kpi, Double>> WEIGHTS = new TypeReference<>() {
    };
    private static final String COLUMNS = "select name, version, weights, reason, kept_by, kept_at from scorecard_weighting ";

    /// The next version under a name; nobody else keeps one until the transaction ends.
    int next(JdbcClient db, String name) {
        db.sql("lock table scorecard_weighting in share row exclusive mode").update();
        return db.sql("select coalesce(max(version), 0) + 1 from scorecard_weighting where name = ?").param(name)
                .query(Integer.class).single();
    }

    /// Keeps a version.
    void keep(JdbcClient db, KeptWeighting one) {
        db.sql("insert into scorecard_weighting (name, version, weights, reason, kept_by, kept_at) values (?, ?, ?::jsonb, ?, ?, ?)")
                .params(one.name(), one.version(), Json.write(new LinkedHashMap<>(one.weighting().weights())),
                        one.reason(), one.by(), one.keptAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// All versions, the last of each name first.
    List<KeptWeighting> list(JdbcClient db) {
        return db.sql(COLUMNS + "order by name, version desc").query((row, index) -> kept(row)).list();
    }

    /// The last version under a name; empty when there is none.
    Optional<KeptWeighting> last(JdbcClient db, String name) {
        return db.sql(COLUMNS + "where name = ? order by version desc limit 1").param(name)
                .query((row, index) -> kept(row)).optional();
    }

    /// A version; empty when there is none.
    Optional<KeptWeighting> find(JdbcClient db, String name, int version) {
        return db.sql(COLUMNS + "where name = ? and version = ?").params(name, version)
                .query((row, index) -> kept(row)).optional();
    }

    /// Puts a version in force.
    void adopt(JdbcClient db, Weightings.Adoption adopted) {
        db.sql("insert into weighting_adoption (name, version, reason, adopted_by, adopted_at, withdrawn, withdrawn_version) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(adopted.name(), adopted.version(), adopted.reason(), adopted.by(),
                        adopted.at().atOffset(ZoneOffset.UTC),
                        adopted.withdrawn() == null ? null : adopted.withdrawn().name(),
                        adopted.withdrawn() == null ? null : adopted.withdrawn().version()))
                .update();
    }

    /// What was put in force, the last first.
    List<Weightings.Adoption> adoptions(JdbcClient db, int limit, int offset) {
        return db.sql("""
            select name, version, reason, adopted_by, adopted_at, withdrawn, withdrawn_version from weighting_adoption
            order by id desc limit ? offset ?""").params(limit, offset)
                .query((row, index) -> new Weightings.Adoption(row.getString("name"), row.getInt("version"),
                        row.getString("reason"), row.getString("adopted_by"),
                        row.getObject("adopted_at", OffsetDateTime.class).toInstant(), withdrawn(row)))
                .list();
    }

    private static Weightings.@Nullable Withdrawn withdrawn(ResultSet row) throws SQLException {
        String name = row.getString("withdrawn");
        return name == null ? null : new Weightings.Withdrawn(name, row.getInt("withdrawn_version"));
    }

    /// How often one was put in force.
    long adopted(JdbcClient db) {
        return db.sql("select count(*) from weighting_adoption").query(Long.class).single();
    }

    private static KeptWeighting kept(ResultSet row) throws SQLException {
        return new KeptWeighting(row.getString("name"), row.getInt("version"),
                new Weighting(Json.read(row.getString("weights"), WEIGHTS)), row.getString("reason"),
                row.getString("kept_by"), row.getObject("kept_at", OffsetDateTime.class).toInstant());
    }
}

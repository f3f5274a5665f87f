package dev.upswell.server.across;

import dev.upswell.across.Hierarchy.Place;
import dev.upswell.brief.Industry;
import dev.upswell.creative.DurationBucket;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `industry` and `client_industry`. All calls run inside the caller's tenant transaction.
final class IndustryRepository {

    /// The tenant's own, by key.
    List<Industry> list(JdbcClient db) {
        return db.sql("select * from industry order by key").query((row, index) -> industry(row)).list();
    }

    void put(JdbcClient db, Industry one, String by, Instant now) {
        db.sql("""
            insert into industry (key, name, name_indonesian, category, cluster, hashtags, engagement, lengths, changed_by,
                changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, key) do update set name = excluded.name, name_indonesian = excluded.name_indonesian,
                category = excluded.category, cluster = excluded.cluster, hashtags = excluded.hashtags,
                engagement = excluded.engagement, lengths = excluded.lengths, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at""")
                .params(Arrays.asList(one.key(), one.english(), one.indonesian(), one.place().category(),
                        one.place().cluster(), one.hashtags().toArray(String[]::new), one.typicalEngagement(),
                        one.preferred().stream().map(DurationBucket::name).toArray(String[]::new), by,
                        RowTime.utc(now)))
                .update();
    }

    /// Whether there was one.
    boolean remove(JdbcClient db, String key) {
        return db.sql("delete from industry where key = ?").param(key).update() == 1;
    }

    /// The industry of each client for whom one was said.
    SortedMap<String, String> ofClients(JdbcClient db) {
        SortedMap<String, String> clients = new TreeMap<>();
        db.sql("select client, industry from client_industry").query(row -> {
            clients.put(row.getString("client"), row.getString("industry"));
        });
        return clients;
    }

    void place(JdbcClient db, String client, String industry, String by, Instant now) {
        db.sql("""
            insert into client_industry (client, industry, changed_by, changed_at) values (?, ?, ?, ?)
            on conflict (tenant_id, client) do update set industry = excluded.industry, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at""")
                .params(client, industry, by, RowTime.utc(now)).update();
    }

    void unplace(JdbcClient db, String client) {
        db.sql("delete from client_industry where client = ?").param(client).update();
    }

    private static Industry industry(ResultSet row) throws SQLException {
        double engagement = row.getDouble("engagement");
        Double known = row.wasNull() ? null : Double.valueOf(engagement);
        return new Industry(new Place(row.getString("key"), row.getString("category"), row.getString("cluster")),
                row.getString("name"), row.getString("name_indonesian"), texts(row, "hashtags"), known,
                texts(row, "lengths").stream().map(DurationBucket::valueOf).toList());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}

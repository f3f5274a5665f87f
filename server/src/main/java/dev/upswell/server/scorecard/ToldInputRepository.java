package dev.upswell.server.scorecard;

import dev.upswell.scorecard.Input;
import dev.upswell.server.scorecard.KnownInput.Origin;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `told_input` and `creator_ads`. All calls run inside the caller's tenant transaction.
final class ToldInputRepository {

    /// Keeps what was told; what the same creator's input was said to be as of the same time is replaced.
    void keep(JdbcClient db, String creator, KnownInput told) {
        db.sql("""
            insert into told_input (creator, input, as_of, value, told_by) values (?, ?, ?, ?, ?)
            on conflict (tenant_id, creator, input, as_of) do update set value = excluded.value,
            told_by = excluded.told_by, told_at = now()""")
                .params(creator, told.input().field(), utc(told.asOf()), told.value(), told.from()).update();
    }

    /// What was told of all creators and held at this time, by creator.
    Map<String, List<KnownInput>> at(JdbcClient db, Instant asOf) {
        Map<String, List<KnownInput>> told = new TreeMap<>();
        db.sql("""
            select distinct on (creator, input) creator, input, value, told_by, as_of from told_input where as_of <= ?
            order by creator, input, as_of desc""").param(utc(asOf)).query(row -> {
            Input input = Input.find(row.getString("input")).orElse(null);
            if (input != null) {
                told.computeIfAbsent(row.getString("creator"), one -> new ArrayList<>())
                        .add(new KnownInput(input, row.getDouble("value"), Origin.TOLD, row.getString("told_by"),
                                row.getObject("as_of", OffsetDateTime.class).toInstant()));
            }
        });
        return told;
    }

    /// From when on the last of it holds that holds at this time; empty when nothing was told that does.
    Optional<Instant> last(JdbcClient db, Instant now) {
        return db.sql("select max(as_of) from told_input where as_of <= ?").param(utc(now))
                .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /// Says which ads are a creator's.
    void link(JdbcClient db, String creator, String ads) {
        db.sql("insert into creator_ads (creator, ads) values (?, ?) on conflict (tenant_id, creator) do update set ads = excluded.ads")
                .params(creator, ads).update();
    }

    /// Says that no ads are a creator's.
    void unlink(JdbcClient db, String creator) {
        db.sql("delete from creator_ads where creator = ?").param(creator).update();
    }

    /// Which ads are whose.
    Map<String, String> links(JdbcClient db) {
        Map<String, String> links = new TreeMap<>();
        db.sql("select creator, ads from creator_ads order by creator")
                .query(row -> {
                    links.put(row.getString("creator"), row.getString("ads"));
                });
        return links;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

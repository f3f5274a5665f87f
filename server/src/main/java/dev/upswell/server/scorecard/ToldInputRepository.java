package dev.upswell.server.scorecard;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.scorecard.Input;
import dev.upswell.server.scorecard.KnownInput.Origin;
import dev.upswell.server.scorecard.ToldInputs.Link;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
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
                .params(creator, told.input().field(), RowTime.utc(told.asOf()), told.value(), told.from()).update();
    }

    /// What was told of all creators and held at this time, by creator.
    Map<String, List<KnownInput>> at(JdbcClient db, Instant asOf) {
        Map<String, List<KnownInput>> told = new TreeMap<>();
        db.sql("""
            select distinct on (creator, input) creator, input, value, told_by, as_of from told_input where as_of <= ?
            order by creator, input, as_of desc""").param(RowTime.utc(asOf)).query(row -> {
            Input input = Input.find(row.getString("input")).orElse(null);
            if (input != null) {
                told.computeIfAbsent(row.getString("creator"), one -> new ArrayList<>())
                        .add(new KnownInput(input, row.getDouble("value"), Origin.TOLD, row.getString("told_by"),
                                row.getObject("as_of", OffsetDateTime.class).toInstant()));
            }
        });
        return told;
    }

    /// All that was said of an input until this time, the last first, by creator.
    Map<String, List<KnownInput>> all(JdbcClient db, Input input, Instant until) {
        Map<String, List<KnownInput>> told = new TreeMap<>();
        db.sql("""
            select creator, value, told_by, as_of from told_input where input = ? and as_of <= ?
            order by creator, as_of desc""").params(input.field(), RowTime.utc(until)).query(row -> {
            told.computeIfAbsent(row.getString("creator"), one -> new ArrayList<>())
                    .add(new KnownInput(input, row.getDouble("value"), Origin.TOLD, row.getString("told_by"),
                            row.getObject("as_of", OffsetDateTime.class).toInstant()));
        });
        return told;
    }

    /// From when on the last of it holds that holds at this time; empty when nothing was told that does.
    Optional<Instant> last(JdbcClient db, Instant now) {
        return db.sql("""
            select max(told) from (select max(as_of) as told from told_input where as_of <= ?
            union all select max(since) from creator_ads where since <= ?) t""")
                .params(RowTime.utc(now), RowTime.utc(now))
                .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /// Says which ads are a creator's from a time on; what was said as of the same time is replaced.
    void link(JdbcClient db, Link link) {
        db.sql("""
            insert into creator_ads (creator, ads, since, told_by) values (?, ?, ?, ?)
            on conflict (tenant_id, creator, since) do update set ads = excluded.ads, told_by = excluded.told_by,
            told_at = now()""").params(Arrays.asList(link.creator(), link.ads(), RowTime.utc(link.since()), link.by()))
                .update();
    }

    /// Forgets what was said as of a time; false when nothing was.
    boolean unlink(JdbcClient db, String creator, Instant since) {
        return db.sql("delete from creator_ads where creator = ? and since = ?").params(creator, RowTime.utc(since))
                .update() == 1;
    }

    /// What was said of a creator's ads, the last first.
    List<Link> links(JdbcClient db, String creator) {
        return db.sql("select creator, ads, since, told_by from creator_ads where creator = ? order by since desc")
                .param(creator)
                .query((row, index) -> new Link(row.getString("creator"), row.getString("ads"),
                        row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("told_by")))
                .list();
    }

    /// Which ads were whose at this time.
    Map<String, String> links(JdbcClient db, Instant asOf) {
        Map<String, String> links = new TreeMap<>();
        db.sql("""
            select creator, ads from (select distinct on (creator) creator, ads from creator_ads where since <= ?
            order by creator, since desc) l where ads is not null""").param(RowTime.utc(asOf)).query(row -> {
            links.put(row.getString("creator"), row.getString("ads"));
        });
        return links;
    }
}

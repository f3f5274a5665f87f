package dev.upswell.server.contest;

import dev.upswell.recommend.RankingColumns;
import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lists that were shown video by video, with the columns of a ranker as they were known then. All calls run inside the caller's tenant
/// transaction.
final class ShownRepository {

    private record Key(UUID request, String video) {
    }

    /// A list whose videos are still being read.
    private record Open(UUID subject, Instant at, List<ShownList.Video> videos) {
    }

    /// The lists made before an instant with today's columns, the oldest first.
    ///
    /// **cost** a pass over the videos of all kept lists and their reactions
    List<ShownList> before(JdbcClient db, Instant before) {
        Map<Key, List<Rewards.Told>> told = new HashMap<>();
        db.sql("""
            select x.request_id, x.video_id, x.kind,
                max(case when x.kind = 'WATCHED' then coalesce(x.strength, 0) else 1 end) as strength
            from recommendation_request r join reaction x on x.request_id = r.id
                and x.at < r.at + make_interval(hours => %d)
            where r.at < ? and r.columns_version = ? group by x.request_id, x.video_id, x.kind"""
                .formatted(ConfigurationTrial.AGE.toHours())).params(RowTime.utc(before), RankingColumns.VERSION)
                .query(row -> {
                    String video = row.getString("video_id");
                    told.computeIfAbsent(new Key(row.getObject("request_id", UUID.class), video),
                            key -> new ArrayList<>())
                            .add(new Rewards.Told(video, Reaction.valueOf(row.getString("kind")),
                                    row.getDouble("strength")));
                });
        Map<UUID, Open> lists = new LinkedHashMap<>();
        db.sql("""
            select r.id, r.subject_id, r.at, i.video_id, i.score, i.virality, i.relevance, i.engagement,
                (i.terms ->> 'crowd')::float8 as crowd, i.columns
            from recommendation_request r join recommendation_item i on i.request_id = r.id
            where r.at < ? and r.columns_version = ? and i.columns is not null order by r.at, r.id, i.place""")
                .params(RowTime.utc(before), RankingColumns.VERSION).query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    Open list = lists.get(id);
                    if (list == null) {
                        list = new Open(row.getObject("subject_id", UUID.class),
                                row.getObject("at", OffsetDateTime.class).toInstant(), new ArrayList<>());
                        lists.put(id, list);
                    }
                    list.videos().add(video(row, told.getOrDefault(new Key(id, row.getString("video_id")), List.of())));
                });
        return lists.values().stream().map(list -> new ShownList(list.subject(), list.at(), list.videos())).toList();
    }

    private static ShownList.Video video(ResultSet row, List<Rewards.Told> told) throws SQLException {
        return new ShownList.Video(row.getString("video_id"), row.getDouble("score"), number(row, "virality"),
                number(row, "relevance"), number(row, "engagement"), number(row, "crowd"),
                List.of((Float[]) row.getArray("columns").getArray()),
                ConfigurationTrial.REWARDS.of(told));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }

    /// What there is to learn from.
    ///
    /// @param lists that something good was done with
    /// @param people of the last quarter of them by time
    record Told(int lists, int people) {
    }

    /// What there was to learn from before an instant.
    Told told(JdbcClient db, Instant before) {
        return db.sql("""
            with telling as (
                select distinct r.id, r.subject_id, r.at from recommendation_request r
                join reaction x on x.request_id = r.id and x.at < r.at + make_interval(hours => %d)
                where r.at < ? and r.columns_version = ? and x.kind not in ('SHOWN', 'HIDDEN')
                    and (x.kind <> 'WATCHED' or x.strength > 0)),
            numbered as (
                select subject_id, row_number() over (order by at, id) as n, count(*) over () as lists from telling)
            select count(*) as lists, count(distinct subject_id) filter (where n > floor(0.75 * lists)) as people
            from numbered""".formatted(ConfigurationTrial.AGE.toHours()))
                .params(RowTime.utc(before), RankingColumns.VERSION)
                .query((row, index) -> new Told(row.getInt("lists"), row.getInt("people"))).single();
    }

    /// How many reactions there are to lists of a span that are learnt from: all but those that came too late or say nothing.
    int reactions(JdbcClient db, Instant from, Instant before) {
        return db.sql("""
            select count(*) from recommendation_request r join reaction x on x.request_id = r.id
                and x.at < r.at + make_interval(hours => %d)
            where r.at >= ? and r.at < ? and r.columns_version = ? and x.kind <> 'SHOWN'
                and (x.kind <> 'WATCHED' or x.strength > 0)""".formatted(ConfigurationTrial.AGE.toHours()))
                .params(RowTime.utc(from), RowTime.utc(before), RankingColumns.VERSION).query(Integer.class).single();
    }
}

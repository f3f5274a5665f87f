package dev.upswell.server.recommend;

import dev.upswell.ranking.TeamDraft;
import dev.upswell.ranking.TeamDraft.Team;
import dev.upswell.recommend.RankingColumns;
import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Way;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import dev.upswell.server.seek.Sought;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of tables `recommendation_request` and `recommendation_item`. All calls run inside the caller's tenant transaction.
final class RequestRepository {

    private static final TypeReference<Set<Degraded>> DEGRADED = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, Double>> NUMBERS = new TypeReference<>() {
    };
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
    };

    /// A request with the person it was for.
    record Kept(UUID subject, Given given) {
    }

    void keep(JdbcClient db, UUID id, UUID subject, Given given) {
        db.sql("""
            insert into recommendation_request (id, subject_id, at, asked, configuration, seed, candidates, degraded,
                trial, shares, log_slate, columns_version, live)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?, ?::jsonb)""")
                .params(Arrays.asList(id, subject, RowTime.utc(given.at()), given.asked(), given.configuration(),
                        given.seed(), given.candidates(),
                        Json.write(given.degraded().stream().map(Enum::name).sorted().toList()), given.trial(),
                        Json.write(given.shares()), Json.write(given.logSlate()), RankingColumns.VERSION,
                        given.live().wasWished() ? Json.write(given.live()) : null))
                .update();
        for (Given.Item item : given.items()) {
            db.sql("""
                insert into recommendation_item (request_id, place, video_id, score, virality, relevance, engagement, terms,
                    tags, why, probability, team, columns, way)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(id, item.place(), item.video(), item.score(), item.virality(),
                            item.relevance(),
                            item.engagement(), Json.write(item.terms()), Json.write(item.tags()), item.why(),
                            item.probability(), item.team() == null ? null : item.team().name(),
                            item.columns().isEmpty() ? null : item.columns().toArray(Float[]::new),
                            item.way() == null ? null : item.way().name()))
                    .update();
        }
    }

    Optional<Kept> find(JdbcClient db, UUID id) {
        return db.sql("select * from recommendation_request where id = ?").param(id)
                .query((row, index) -> new Kept(row.getObject("subject_id", UUID.class), given(db, row, id)))
                .optional();
    }

    private static Given given(JdbcClient db, ResultSet row, UUID id) throws SQLException {
        List<Given.Item> items = db.sql("select * from recommendation_item where request_id = ? order by place")
                .param(id)
                .query((item, index) -> item(item)).list();
        return new Given(id, row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("asked"),
                row.getString("configuration"), row.getLong("seed"), row.getInt("candidates"),
                Json.read(row.getString("degraded"), DEGRADED), row.getString("trial"),
                Json.read(row.getString("shares"), NUMBERS), Json.read(row.getString("log_slate"), NUMBERS), items,
                live(row));
    }

    private static Sought live(ResultSet row) throws SQLException {
        String live = row.getString("live");
        return live == null ? Sought.UNASKED : Json.read(live, Sought.class);
    }

    private static Given.Item item(ResultSet row) throws SQLException {
        return new Given.Item(row.getInt("place"), row.getString("video_id"), row.getDouble("score"),
                number(row, "virality"), number(row, "relevance"), number(row, "engagement"),
                Json.read(row.getString("terms"), NUMBERS), Json.read(row.getString("tags"), TEXTS),
                row.getString("why"),
                row.getDouble("probability"), team(row), columns(row), way(row));
    }

    private static @Nullable Team team(ResultSet row) throws SQLException {
        String team = row.getString("team");
        return team == null ? null : TeamDraft.Team.valueOf(team);
    }

    private static @Nullable Way way(ResultSet row) throws SQLException {
        String way = row.getString("way");
        return way == null ? null : Way.valueOf(way);
    }

    private static List<Float> columns(ResultSet row) throws SQLException {
        Array columns = row.getArray("columns");
        return columns == null ? List.of() : List.of((Float[]) columns.getArray());
    }

    /// What was done with the videos of a request.
    Map<String, Set<Reaction>> reactions(JdbcClient db, UUID id) {
        Map<String, Set<Reaction>> reactions = new HashMap<>();
        db.sql("select distinct video_id, kind from reaction where request_id = ?").param(id).query(row -> {
            reactions.computeIfAbsent(row.getString("video_id"), video -> EnumSet.noneOf(Reaction.class))
                    .add(Reaction.valueOf(row.getString("kind")));
        });
        return reactions;
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }

    /// When each video was shown to a person last, of those shown after this.
    Map<String, Instant> shownAfter(JdbcClient db, UUID subject, Instant after) {
        Map<String, Instant> shown = new HashMap<>();
        db.sql("""
            select video_id, max(at) as at from recommendation_request join recommendation_item on request_id = id
            where subject_id = ? and at > ? group by video_id""").params(subject, RowTime.utc(after)).query(row -> {
            shown.put(row.getString("video_id"), row.getObject("at", OffsetDateTime.class).toInstant());
        });
        return shown;
    }
}

package dev.upswell.server.vigil;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.alert.Evidence;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.vigil.Condition.Comparison;
import dev.upswell.server.vigil.Condition.OfProbability;
import dev.upswell.server.vigil.Condition.OfScore;
import dev.upswell.server.vigil.Condition.OfTheme;
import dev.upswell.server.web.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads whether forecasts, scores and themes in the tables meet a condition, of which things rules ask, and how they are called. All
/// calls run inside the caller's tenant transaction.
final class JudgedRepository {

    private static final int FETCHED = 1_000;

    private final JdbcClient db;
    private final EntityKind kind;

    JudgedRepository(JdbcClient db, EntityKind kind) {
        this.db = db;
        this.kind = kind;
    }

    /// Hands on what forecasts as of [`from`, `to`] say: of several of one thing and instant what was said first, over the shortest horizon.
    void each(OfProbability wanted, Instant from, Instant to, Consumer<Reading> sink) {
        db.sql("""
            select distinct on (entity_id, as_of) entity_id, as_of, horizon_hours, probability from prediction
            where kind = ? and as_of between ? and ? order by entity_id, as_of, horizon_hours, created_at, model_id""")
                .params(kind.label(), RowTime.utc(from), RowTime.utc(to)).withFetchSize(FETCHED)
                .query((RowCallbackHandler) row -> {
                    double value = row.getDouble("probability");
                    var entity = new EntityId(kind, row.getString("entity_id"));
                    sink.accept(new Reading(entity, meets(wanted.how(), value, wanted.than()), new Evidence(
                            "probability", row.getInt("horizon_hours") + "h", wanted.how().label(), wanted.than(),
                            value,
                            instant(row, "as_of"),
                            Link.to("/entities", kind.label(), entity.value()).toString())));
                });
    }

    /// Hands on what scores say of marks that were reached in [`from`, `to`]; a video without a score at a mark meets nothing there.
    void each(OfScore wanted, Instant from, Instant to, Consumer<Reading> sink) {
        db.sql("select video_id, mark, as_of, fyp from video_score where as_of between ? and ? order by as_of")
                .params(RowTime.utc(from), RowTime.utc(to)).withFetchSize(FETCHED).query((RowCallbackHandler) row -> {
                    Double value = row.getObject("fyp", Double.class);
                    var video = EntityId.video(row.getString("video_id"));
                    sink.accept(new Reading(video, value != null && meets(wanted.how(), value, wanted.than()),
                            new Evidence("fyp", row.getString("mark"), wanted.how().label(), wanted.than(), value,
                                    instant(row, "as_of"), score(video))));
                });
    }

    /// Hands on the alarms of videos at marks that were reached in [`from`, `to`].
    void eachAlarm(Instant from, Instant to, Consumer<Reading> sink) {
        db.sql("select video_id, as_of from video_score where alarm and as_of between ? and ?")
                .params(RowTime.utc(from), RowTime.utc(to)).withFetchSize(FETCHED).query((RowCallbackHandler) row -> {
                    var video = EntityId.video(row.getString("video_id"));
                    sink.accept(new Reading(video, true, new Evidence("flag", "alarm", "is", null, null,
                            instant(row, "as_of"), score(video))));
                });
    }

    /// Hands on what belongs to a theme, from when it does.
    void each(OfTheme wanted, Instant to, Consumer<Reading> sink) {
        db.sql("""
            select m.entity_id, m.since, coalesce(t.label, t.terms[1], t.id::text) as label from theme_member m
            join theme t on t.id = m.theme_id where m.theme_id = ? and lower(m.kind) = ? and m.since <= ?""")
                .params(wanted.theme(), kind.label(), RowTime.utc(to)).query((RowCallbackHandler) row -> sink.accept(
                        new Reading(new EntityId(kind, row.getString("entity_id")), true, new Evidence("theme",
                                row.getString("label"), "is", null, null, instant(row, "since"),
                                Link.to("/themes", String.valueOf(wanted.theme())).toString()))));
    }

    /// The newest instant as of which anything was computed of the kind; empty where nothing was.
    Optional<Instant> newest() {
        return db.sql("""
            select greatest((select max(to_time) from metric_run where finished_at is not null),
            (select max(as_of) from prediction where kind = :kind),
            (select max(as_of) from video_score where :kind = 'video')) as newest""").param("kind", kind.label())
                .query((row, index) -> Optional.ofNullable(row.getObject("newest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /// What stands on the watch list under this feed.
    Set<String> watched(EntityKind feed) {
        return new HashSet<>(db.sql("""
            select target from watch where feed = :feed
            union select e.entity_id from watch w join entity e on e.kind = :feed and lower(e.name) = lower(w.target)
            where w.feed = :feed""").param("feed", feed.label()).query(String.class).list());
    }

    /// The hashtags that were searched for a client.
    Set<String> hashtags(String client) {
        return new HashSet<>(db.sql("select distinct subject from pattern_run where kind = 'hashtag' and client = ?")
                .param(client).query(String.class).list());
    }

    /// How people call these; those that nobody named are missing.
    Map<EntityId, String> names(Collection<EntityId> entities) {
        Map<EntityId, String> names = new HashMap<>();
        List<String> ids = entities.stream().map(EntityId::value).distinct().toList();
        db.sql("select entity_id, name from entity where kind = ? and name is not null and entity_id = any(?)")
                .param(kind.label()).param(ids.toArray(String[]::new)).query(row -> {
                    names.put(new EntityId(kind, row.getString("entity_id")), row.getString("name"));
                });
        return names;
    }

    private static String score(EntityId video) {
        return Link.to("/videos", video.value(), "score").toString();
    }

    private static boolean meets(Comparison how, double value, double than) {
        return how == Comparison.BELOW ? value < than : value > than;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

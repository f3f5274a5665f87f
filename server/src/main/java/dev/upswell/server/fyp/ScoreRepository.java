package dev.upswell.server.fyp;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.content.EntityId;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.Mark;
import dev.upswell.fyp.MarkValues;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of tables `video_score` and `settled_score`. All calls run inside the caller's tenant transaction.
final class ScoreRepository {

    private static final String COLUMNS = "select video_id, mark, posted_at, parts from ";
    private static final int FETCHED = 1_000;

    /// The latest mark of each video that has one.
    private static final String LATEST = "(select distinct on (video_id) * from video_score where posted_at >= :from"
            + " and (:mark = '' or mark = :mark) order by video_id, as_of desc) latest"
            + " where (:status = '' or status = :status)";

    /// What a video brought for the slot in which it was posted.
    interface SlotSink {
        void take(Instant postedAt, double base, @Nullable Double velocity);
    }

    /// Keeps scores in place of those of the same videos and marks; each is there once.
    void keep(JdbcClient db, Basis basis, List<FypScore> scores) {
        Columns.portions(scores, some -> {
            switch (basis) {
                case KNOWN -> keepKnown(db, some);
                case SETTLED -> keepSettled(db, some);
            }
        });
    }

    private static void keepKnown(JdbcClient db, List<FypScore> scores) {
        common(db
                .sql("""
                    insert into video_score (video_id, mark, as_of, posted_at, parts, fyp, literal, coverage, status, base, event, alarm)
                    select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]),
                        cast(? as timestamptz[]), cast(? as jsonb[]), cast(? as double precision[]),
                        cast(? as double precision[]), cast(? as double precision[]), cast(? as text[]),
                        cast(? as double precision[]), cast(? as boolean[]), cast(? as boolean[]))
                    on conflict (tenant_id, video_id, mark) do update set as_of = excluded.as_of,
                    posted_at = excluded.posted_at, parts = excluded.parts, fyp = excluded.fyp, literal = excluded.literal,
                    coverage = excluded.coverage, status = excluded.status, base = excluded.base, event = excluded.event,
                    alarm = excluded.alarm, created_at = now()"""),
                scores)
                .param(Columns.of(scores, score -> Boolean.toString(score.isEvent())))
                .param(Columns.of(scores, score -> Boolean.toString(!score.alarms().isEmpty()))).update();
    }

    private static void keepSettled(JdbcClient db, List<FypScore> scores) {
        common(db.sql("""
            insert into settled_score (video_id, mark, as_of, posted_at, parts, fyp, literal, coverage, status, base)
            select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]),
                cast(? as timestamptz[]), cast(? as jsonb[]), cast(? as double precision[]),
                cast(? as double precision[]), cast(? as double precision[]), cast(? as text[]),
                cast(? as double precision[]))
            on conflict (tenant_id, video_id, mark) do update set as_of = excluded.as_of,
            posted_at = excluded.posted_at, parts = excluded.parts, fyp = excluded.fyp, literal = excluded.literal,
            coverage = excluded.coverage, status = excluded.status, base = excluded.base, created_at = now()"""),
                scores)
                .update();
    }

    private static JdbcClient.StatementSpec common(JdbcClient.StatementSpec statement, List<FypScore> scores) {
        return statement.param(Columns.of(scores, score -> score.video().value()))
                .param(Columns.of(scores, score -> score.mark().label()))
                .param(Columns.of(scores, score -> score.asOf().toString()))
                .param(Columns.of(scores, score -> score.postedAt().toString()))
                .param(Columns.of(scores, score -> Json.write(words(score))))
                .param(Columns.of(scores, score -> text(score.fyp())))
                .param(Columns.of(scores, score -> text(score.literal())))
                .param(Columns.of(scores, score -> Double.toString(score.coverage())))
                .param(Columns.of(scores, ScoreRepository::status))
                .param(Columns.of(scores, score -> text(score.base())));
    }

    /// Forgets the scores of these videos and marks that are not of one of these instants.
    void forgetBut(JdbcClient db, Basis basis, List<MarkValues.Key> kept) {
        Columns.portions(kept, some -> db.sql("delete from " + basis.table() + " s using"
                + " unnest(cast(? as text[]), cast(? as text[]), cast(? as timestamptz[])) as g(video_id, mark, as_of)"
                + " where s.video_id = g.video_id and s.mark = g.mark and s.as_of <> g.as_of")
                .param(Columns.of(some, key -> key.video().value()))
                .param(Columns.of(some, key -> key.mark().label()))
                .param(Columns.of(some, key -> key.asOf().toString())).update());
    }

    /// Forgets the scores of these videos and marks.
    void forget(JdbcClient db, Basis basis, List<MarkValues.Key> gone) {
        Columns.portions(gone, some -> db.sql("delete from " + basis.table() + " s using"
                + " unnest(cast(? as text[]), cast(? as text[])) as g(video_id, mark)"
                + " where s.video_id = g.video_id and s.mark = g.mark")
                .param(Columns.of(some, key -> key.video().value()))
                .param(Columns.of(some, key -> key.mark().label())).update());
    }

    /// Hands on the scores of marks that were reached from the one and before the other instant, in order of time.
    void each(JdbcClient db, Basis basis, Instant from, Instant before, Consumer<FypScore> sink) {
        db.sql(COLUMNS + basis.table() + " where as_of >= ? and as_of < ? order by as_of")
                .params(RowTime.utc(from), RowTime.utc(before))
                .withFetchSize(FETCHED).query((RowCallbackHandler) row -> sink.accept(score(row)));
    }

    /// Hands on what slots are judged by, of the videos that reached the age of a day from the one and before the other instant,
    /// in order of time.
    void eachSlot(JdbcClient db, Basis basis, Instant from, Instant before, SlotSink sink) {
        db.sql("select posted_at, base, cast(parts -> 'v15' ->> 0 as double precision) as velocity from "
                + basis.table()
                + " where mark = '24h' and base is not null and as_of >= ? and as_of < ? order by as_of")
                .params(RowTime.utc(from), RowTime.utc(before)).withFetchSize(FETCHED).query(row -> {
                    double velocity = row.getDouble("velocity");
                    Double read = row.wasNull() ? null : Double.valueOf(velocity);
                    sink.take(instant(row, "posted_at"), row.getDouble("base"), read);
                });
    }

    /// The settled scores of these videos.
    List<FypScore> settled(JdbcClient db, Collection<String> videos) {
        return db.sql(COLUMNS + "settled_score where video_id = any(?)").param(videos.toArray(String[]::new))
                .query((row, index) -> score(row)).list();
    }

    /// Scores of marks that were reached in this time.
    List<FypScore> reached(JdbcClient db, Basis basis, Instant from, Instant to) {
        return db.sql(COLUMNS + basis.table() + " where as_of between ? and ? order by as_of, video_id, mark")
                .params(RowTime.utc(from), RowTime.utc(to)).query((row, index) -> score(row)).list();
    }

    /// The scores of a video, by mark.
    List<FypScore> of(JdbcClient db, String video) {
        return db.sql(COLUMNS + "video_score where video_id = ? order by as_of").param(video)
                .query((row, index) -> score(row))
                .list();
    }

    /// The latest score of each of these videos.
    List<FypScore> latest(JdbcClient db, Collection<String> videos) {
        return db.sql("select distinct on (video_id) video_id, mark, posted_at, parts from video_score"
                + " where video_id = any(?) order by video_id, as_of desc").param(videos.toArray(String[]::new))
                .query((row, index) -> score(row)).list();
    }

    /// Part of the latest scores, of the videos posted last first.
    List<FypScore> latest(JdbcClient db, ScoreFilter filter, int limit, int offset) {
        return asked(db, "select video_id, mark, posted_at, parts from " + LATEST
                + " order by posted_at desc, video_id limit :limit offset :offset", filter).param("limit", limit)
                .param("offset", offset).query((row, index) -> score(row)).list();
    }

    long count(JdbcClient db, ScoreFilter filter) {
        return asked(db, "select count(*) from " + LATEST, filter).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec asked(JdbcClient db, String sql, ScoreFilter filter) {
        Mark mark = filter.mark();
        FypScore.Status status = filter.status();
        return db.sql(sql).param("from", RowTime.utc(filter.postedFrom()))
                .param("mark", mark == null ? "" : mark.label())
                .param("status", status == null ? "" : status.name().toLowerCase(Locale.ROOT));
    }

    /// When the last mark was reached; empty before the first.
    Optional<Instant> last(JdbcClient db) {
        return db.sql("select max(as_of) as at from video_score")
                .query((row, index) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private static Map<String, List<@Nullable Double>> words(FypScore score) {
        Map<String, List<@Nullable Double>> parts = new LinkedHashMap<>();
        score.parts().forEach((metric, part) -> parts.put(metric.word(), Arrays.asList(part.value(), part.place())));
        return parts;
    }

    private static FypScore score(ResultSet row) throws SQLException {
        return new FypScore(EntityId.video(row.getString("video_id")),
                Mark.find(row.getString("mark")).orElseThrow(), instant(row, "posted_at"),
                parts(row.getString("parts")));
    }

    /// The parts of a score as they are kept.
    static Map<FypMetric, FypScore.Part> parts(String kept) {
        Map<FypMetric, FypScore.Part> parts = new EnumMap<>(FypMetric.class);
        Json.read(kept, new TypeReference<Map<String, List<@Nullable Double>>>() {
        }).forEach((word, numbers) -> FypMetric.find(word).ifPresent(metric -> {
            Double value = numbers.getFirst();
            if (value != null) {
                parts.put(metric, new FypScore.Part(value, numbers.get(1)));
            }
        }));
        return parts;
    }

    private static @Nullable String text(OptionalDouble value) {
        return value.isEmpty() ? null : Double.toString(value.getAsDouble());
    }

    private static @Nullable String status(FypScore score) {
        FypScore.Status status = score.status();
        return status == null ? null : status.name().toLowerCase(Locale.ROOT);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

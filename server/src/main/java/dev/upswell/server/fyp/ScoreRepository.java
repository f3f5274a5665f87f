package dev.upswell.server.fyp;

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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of tables `video_score` and `video_score_progress`. All calls run inside the caller's tenant transaction.
final class ScoreRepository {

    private static final String COLUMNS = "select video_id, mark, posted_at, parts from video_score ";

    /// Rows that go in one statement.
    private static final int BATCH = 1_000;

    /// The latest mark of each video that has one.
    private static final String LATEST = "(select distinct on (video_id) * from video_score where posted_at >= :from"
            + " and (:mark = '' or mark = :mark) order by video_id, as_of desc) latest"
            + " where (:status = '' or status = :status)";

    /// How far videos were scored.
    ///
    /// @param place of the last lake file that was looked at; -1 before the first time
    /// @param nextMark when the next video that is known reaches a mark; null when none will
    record Progress(long place, Instant handledTo, @Nullable Instant nextMark) {

        /// Whether nothing can have come to pass: no new file, and no mark reached.
        boolean isStill(long lastPlace, Instant now) {
            return place == lastPlace && !now.isBefore(handledTo) && (nextMark == null || now.isBefore(nextMark));
        }
    }

    Progress progress(JdbcClient db) {
        return db.sql("select place, handled_to, next_mark from video_score_progress").query((row, index) -> {
            OffsetDateTime next = row.getObject("next_mark", OffsetDateTime.class);
            return new Progress(row.getLong("place"), instant(row, "handled_to"),
                    next == null ? null : next.toInstant());
        }).optional().orElse(new Progress(-1, Instant.EPOCH, null));
    }

    void progress(JdbcClient db, Progress now) {
        db.sql("""
            insert into video_score_progress (place, handled_to, next_mark) values (?, ?, ?)
            on conflict (tenant_id) do update set place = excluded.place, handled_to = excluded.handled_to,
            next_mark = excluded.next_mark""")
                .params(Arrays.asList(now.place(), utc(now.handledTo()),
                        now.nextMark() == null ? null : utc(now.nextMark())))
                .update();
    }

    /// Keeps scores in place of those of the same videos and marks; of two of one, the later.
    void keep(JdbcClient db, Collection<FypScore> scores) {
        Map<String, FypScore> byMark = new LinkedHashMap<>();
        scores.forEach(score -> byMark.put(score.mark().label() + " " + score.video().value(), score));
        List<FypScore> all = List.copyOf(byMark.values());
        for (int from = 0; from < all.size(); from += BATCH) {
            keepSome(db, all.subList(from, Math.min(all.size(), from + BATCH)));
        }
    }

    private static void keepSome(JdbcClient db, List<FypScore> scores) {
        db.sql("""
            insert into video_score (video_id, mark, as_of, posted_at, parts, fyp, literal, coverage, status, event, alarm)
            select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]),
                cast(? as timestamptz[]), cast(? as jsonb[]), cast(? as double precision[]),
                cast(? as double precision[]), cast(? as double precision[]), cast(? as text[]), cast(? as boolean[]),
                cast(? as boolean[]))
            on conflict (tenant_id, video_id, mark) do update set as_of = excluded.as_of,
            posted_at = excluded.posted_at, parts = excluded.parts, fyp = excluded.fyp, literal = excluded.literal,
            coverage = excluded.coverage, status = excluded.status, event = excluded.event, alarm = excluded.alarm,
            created_at = now()""")
                .param(column(scores, score -> score.video().value()))
                .param(column(scores, score -> score.mark().label()))
                .param(column(scores, score -> score.asOf().toString()))
                .param(column(scores, score -> score.postedAt().toString()))
                .param(column(scores, score -> Json.write(parts(score))))
                .param(column(scores, score -> text(score.fyp()))).param(column(scores, score -> text(score.literal())))
                .param(column(scores, score -> Double.toString(score.coverage())))
                .param(column(scores, ScoreRepository::status))
                .param(column(scores, score -> Boolean.toString(score.isEvent())))
                .param(column(scores, score -> Boolean.toString(!score.alarms().isEmpty()))).update();
    }

    void forget(JdbcClient db, Collection<MarkValues.Key> gone) {
        List<MarkValues.Key> all = List.copyOf(gone);
        for (int from = 0; from < all.size(); from += BATCH) {
            List<MarkValues.Key> some = all.subList(from, Math.min(all.size(), from + BATCH));
            db.sql("""
                delete from video_score s using unnest(cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]))
                    as g(video_id, mark, as_of)
                where s.video_id = g.video_id and s.mark = g.mark and s.as_of = g.as_of""")
                    .param(column(some, key -> key.video().value())).param(column(some, key -> key.mark().label()))
                    .param(column(some, key -> key.asOf().toString())).update();
        }
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        List<@Nullable String> column = new ArrayList<>();
        rows.forEach(row -> column.add(value.apply(row)));
        return column.toArray(new String[0]);
    }

    /// Scores of videos posted from a time on.
    List<FypScore> posted(JdbcClient db, Instant from) {
        return db.sql(COLUMNS + "where posted_at >= ?").param(utc(from)).query((row, index) -> score(row)).list();
    }

    /// Scores of marks that were reached in this time.
    List<FypScore> reached(JdbcClient db, Instant from, Instant to) {
        return db.sql(COLUMNS + "where as_of between ? and ? order by as_of, video_id, mark")
                .params(utc(from), utc(to)).query((row, index) -> score(row)).list();
    }

    /// The scores of a video, by mark.
    List<FypScore> of(JdbcClient db, String video) {
        return db.sql(COLUMNS + "where video_id = ? order by as_of").param(video).query((row, index) -> score(row))
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
        return db.sql(sql).param("from", utc(filter.postedFrom())).param("mark", mark == null ? "" : mark.label())
                .param("status", status == null ? "" : status.name().toLowerCase(Locale.ROOT));
    }

    /// When the last mark was reached; empty before the first.
    Optional<Instant> last(JdbcClient db) {
        return db.sql("select max(as_of) as at from video_score")
                .query((row, index) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private static Map<String, List<@Nullable Double>> parts(FypScore score) {
        Map<String, List<@Nullable Double>> parts = new LinkedHashMap<>();
        score.parts().forEach((metric, part) -> parts.put(metric.word(), Arrays.asList(part.value(), part.place())));
        return parts;
    }

    private static FypScore score(ResultSet row) throws SQLException {
        Map<String, List<@Nullable Double>> kept = Json.read(row.getString("parts"),
                new TypeReference<Map<String, List<@Nullable Double>>>() {
                });
        Map<FypMetric, FypScore.Part> parts = new EnumMap<>(FypMetric.class);
        kept.forEach((word, numbers) -> FypMetric.find(word).ifPresent(metric -> {
            Double value = numbers.getFirst();
            if (value != null) {
                parts.put(metric, new FypScore.Part(value, numbers.get(1)));
            }
        }));
        return new FypScore(EntityId.video(row.getString("video_id")),
                Mark.find(row.getString("mark")).orElseThrow(), instant(row, "posted_at"), parts);
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

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

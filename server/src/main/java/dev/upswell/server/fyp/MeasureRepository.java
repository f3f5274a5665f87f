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
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `video_measure`. All calls run inside the caller's tenant transaction.
final class MeasureRepository {

    /// Stands before every mark in a list that goes on after one.
    static final Place BEGINNING = new Place(Instant.EPOCH.minusSeconds(1), "", "");

    /// What was measured at a mark.
    ///
    /// @param toldAt when the owner was told something last, after the mark; null when nothing was, and of what was known at it
    record Measured(MarkValues values, @Nullable Instant toldAt) {
    }

    /// What was measured, with the score that is kept of it.
    ///
    /// @param kept null when none is
    /// @param based whether the score was kept with what slots are judged by
    record Scored(MarkValues values, @Nullable FypScore kept, boolean based) {
    }

    /// Where a list of marks by time goes on.
    record Place(Instant asOf, String video, String mark) {

        static Place of(MarkValues values) {
            return new Place(values.asOf(), values.video().value(), values.mark().label());
        }
    }

    /// Everything measured of these videos, by video and mark.
    Map<Basis, Map<String, Map<Mark, Measured>>> of(JdbcClient db, Collection<String> videos) {
        Map<Basis, Map<String, Map<Mark, Measured>>> all = new EnumMap<>(Basis.class);
        for (Basis basis : Basis.values()) {
            Map<String, Map<Mark, Measured>> byVideo = new HashMap<>();
            db.sql("select * from video_measure where basis = ? and video_id = any(?)").param(basis.word())
                    .param(videos.toArray(String[]::new)).query(row -> {
                        Measured measured = measured(row);
                        byVideo.computeIfAbsent(measured.values().video().value(), key -> new EnumMap<>(Mark.class))
                                .put(measured.values().mark(), measured);
                    });
            all.put(basis, byVideo);
        }
        return all;
    }

    /// The next marks by time, with their scores.
    List<Scored> after(JdbcClient db, Basis basis, Place place, int limit) {
        return db.sql("select m.video_id, m.mark, m.posted_at, m.measures, m.told_at, s.parts, s.base,"
                + " s.posted_at as scored_posted_at from video_measure m left join " + basis.table()
                + " s on s.video_id = m.video_id and s.mark = m.mark where m.basis = ?"
                + " and (m.as_of, m.video_id, m.mark) > (cast(? as timestamptz), ?, ?)"
                + " order by m.as_of, m.video_id, m.mark limit ?")
                .params(basis.word(), RowTime.utc(place.asOf()), place.video(), place.mark(), limit)
                .query((row, index) -> {
                    MarkValues values = measured(row).values();
                    Instant posted = instant(row, "scored_posted_at");
                    boolean based = row.getObject("base") != null;
                    return new Scored(values, posted == null
                            ? null
                            : new FypScore(values.video(), values.mark(), posted,
                                    ScoreRepository.parts(row.getString("parts"))),
                            based);
                }).list();
    }

    /// The videos that reached a mark in this time, and of which nothing is known of trends.
    List<String> withoutTrend(JdbcClient db, Instant from, Instant to) {
        return db.sql("select distinct video_id from video_measure where as_of >= ? and as_of < ?"
                + " and not jsonb_exists(measures, '" + FypMetric.TREND.word() + "')")
                .params(RowTime.utc(from), RowTime.utc(to))
                .query(String.class).list();
    }

    /// When something was told last of each of these videos, after its day.
    Map<String, Instant> toldAt(JdbcClient db, Collection<String> videos) {
        Map<String, Instant> told = new HashMap<>();
        db.sql("select video_id, told_at from video_measure where basis = 'settled' and told_at is not null"
                + " and video_id = any(?)").param(videos.toArray(String[]::new))
                .query(row -> {
                    told.put(row.getString("video_id"), row.getObject("told_at", OffsetDateTime.class).toInstant());
                });
        return told;
    }

    /// Keeps measures in place of those of the same videos and marks.
    void keep(JdbcClient db, Basis basis, List<Measured> measures) {
        Columns.portions(measures, some -> {
            db.sql("""
                insert into video_measure (basis, video_id, mark, as_of, posted_at, measures, told_at)
                select ?, * from unnest(cast(? as text[]), cast(? as text[]), cast(? as timestamptz[]),
                    cast(? as timestamptz[]), cast(? as jsonb[]), cast(? as timestamptz[]))
                on conflict (tenant_id, basis, video_id, mark) do update set as_of = excluded.as_of,
                posted_at = excluded.posted_at, measures = excluded.measures, told_at = excluded.told_at,
                created_at = now()""").param(basis.word())
                    .param(Columns.of(some, one -> one.values().video().value()))
                    .param(Columns.of(some, one -> one.values().mark().label()))
                    .param(Columns.of(some, one -> one.values().asOf().toString()))
                    .param(Columns.of(some, one -> one.values().postedAt().toString()))
                    .param(Columns.of(some, one -> Json.write(words(one.values()))))
                    .param(Columns.of(some, one -> one.toldAt() == null ? null : one.toldAt().toString())).update();
        });
    }

    /// Forgets what was measured at these marks.
    void forget(JdbcClient db, Basis basis, List<MarkValues.Key> gone) {
        Columns.portions(gone, some -> db.sql("delete from video_measure m"
                + " using unnest(cast(? as text[]), cast(? as text[])) as g(video_id, mark)"
                + " where m.basis = ? and m.video_id = g.video_id and m.mark = g.mark")
                .param(Columns.of(some, key -> key.video().value()))
                .param(Columns.of(some, key -> key.mark().label())).param(basis.word()).update());
    }

    private static Map<String, Double> words(MarkValues values) {
        Map<String, Double> words = new LinkedHashMap<>();
        values.values().forEach((metric, value) -> words.put(metric.word(), value));
        return words;
    }

    private static Measured measured(ResultSet row) throws SQLException {
        Map<String, Double> kept = Json.read(row.getString("measures"), new TypeReference<Map<String, Double>>() {
        });
        Map<FypMetric, Double> values = new EnumMap<>(FypMetric.class);
        kept.forEach((word, value) -> FypMetric.find(word).ifPresent(metric -> values.put(metric, value)));
        return new Measured(new MarkValues(EntityId.video(row.getString("video_id")),
                Mark.find(row.getString("mark")).orElseThrow(),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(), values), instant(row, "told_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

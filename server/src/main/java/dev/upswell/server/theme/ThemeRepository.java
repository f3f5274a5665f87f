package dev.upswell.server.theme;

import dev.upswell.embed.Vector;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.theme.KeptTheme.Figures;
import dev.upswell.server.theme.KeptTheme.LabelState;
import dev.upswell.server.theme.KeptTheme.Writer;
import dev.upswell.theme.Membership;
import dev.upswell.theme.Theme;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `theme`, `theme_member`, `theme_run` and `theme_change`. All calls run inside the caller's tenant transaction.
final class ThemeRepository {

    static final String HASHTAG = "HASHTAG";
    static final String VIDEO = "VIDEO";

    /// Themes that live, the largest first; then those that ended, the last first.
    List<KeptTheme> list(JdbcClient db, boolean ended) {
        return db.sql(
                "select * from theme where ended_at is null or ? order by ended_at desc nulls first, captions desc, id")
                .param(ended).query((row, index) -> theme(row)).list();
    }

    Optional<KeptTheme> find(JdbcClient db, long id) {
        return db.sql("select * from theme where id = ?").param(id).query((row, index) -> theme(row)).optional();
    }

    /// No theme ever had it or a higher one.
    long nextId(JdbcClient db) {
        return db.sql("select coalesce(max(id), 0) + 1 from theme").query(Long.class).single();
    }

    void put(JdbcClient db, KeptTheme one) {
        Theme theme = one.theme();
        Figures figures = one.figures();
        ThemeTones tones = figures.tones();
        db.sql("""
            insert into theme (id, label, label_state, written_by, terms, naming_due, centre, bar, captions, creators, last_week,
                week_before, languages, positive, balanced, negative, leaning_voices, begun_at, last_caption_at, split_due,
                merge_with, merge_due, ended_at, successor)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, id) do update set label = excluded.label, label_state = excluded.label_state,
                written_by = excluded.written_by, terms = excluded.terms, naming_due = excluded.naming_due,
                centre = excluded.centre, bar = excluded.bar, captions = excluded.captions, creators = excluded.creators,
                positive = excluded.positive, balanced = excluded.balanced, negative = excluded.negative,
                leaning_voices = excluded.leaning_voices, last_week = excluded.last_week,
                week_before = excluded.week_before, languages = excluded.languages,
                last_caption_at = excluded.last_caption_at, split_due = excluded.split_due, merge_with = excluded.merge_with,
                merge_due = excluded.merge_due, ended_at = excluded.ended_at, successor = excluded.successor""")
                .params(Arrays.asList(one.id(), one.label(), one.labelState().name(), one.writer().name(),
                        one.terms().toArray(String[]::new), one.namingDue(), bytes(theme.centre()), theme.bar(),
                        figures.captions(), figures.creators(), figures.lastWeek(), figures.weekBefore(),
                        figures.languages().toArray(String[]::new), tones == null ? null : tones.positive(),
                        tones == null ? null : tones.balanced(), tones == null ? null : tones.negative(),
                        tones == null ? null : tones.voices(), RowTime.utc(theme.begunAt()),
                        RowTime.utc(theme.lastCaptionAt()), theme.splitDue(), theme.mergeWith(), theme.mergeDue(),
                        RowTime.utcOrNull(one.endedAt()), one.successor()))
                .update();
    }

    Map<String, Membership> members(JdbcClient db, String kind) {
        Map<String, Membership> members = new HashMap<>();
        db.sql("select entity_id, theme_id, likeness from theme_member where kind = ?").param(kind).query(row -> {
            members.put(row.getString("entity_id"),
                    new Membership(row.getLong("theme_id"), row.getDouble("likeness")));
        });
        return members;
    }

    /// How themes of these videos grow, where themes were carried on last in this span.
    Map<String, Double> growth(JdbcClient db, Collection<String> videos, Instant from, Instant to) {
        Map<String, Double> growth = new HashMap<>();
        db.sql("""
            select m.entity_id, t.last_week, t.week_before from theme_member m join theme t on t.id = m.theme_id
            where m.kind = ? and m.entity_id = any(?) and t.ended_at is null and t.week_before > 0
                and (select max(at) from theme_run) between ? and ?""")
                .params(VIDEO, videos.toArray(String[]::new), RowTime.utc(from), RowTime.utc(to)).query(row -> {
                    growth.put(row.getString("entity_id"),
                            (double) row.getInt("last_week") / row.getInt("week_before"));
                });
        return growth;
    }

    /// Replaces all members of a kind; those that stay where they were keep their time.
    void putMembers(JdbcClient db, String kind, Map<String, Membership> members, Instant now) {
        SortedMap<String, Membership> sorted = new TreeMap<>(members);
        String[] names = sorted.keySet().toArray(String[]::new);
        Long[] themes = sorted.values().stream().map(Membership::theme).toArray(Long[]::new);
        Double[] likenesses = sorted.values().stream().map(Membership::likeness).toArray(Double[]::new);
        db.sql("delete from theme_member where kind = ? and entity_id <> all(?)").params(kind, names).update();
        db.sql("""
            insert into theme_member (kind, entity_id, theme_id, likeness, since)
            select ?, name, theme, likeness, ? from unnest(?::text[], ?::bigint[], ?::double precision[])
                as member(name, theme, likeness)
            on conflict (tenant_id, kind, entity_id) do update set likeness = excluded.likeness, theme_id = excluded.theme_id,
                since = case when theme_member.theme_id = excluded.theme_id then theme_member.since else excluded.since end""")
                .params(kind, RowTime.utc(now), names, themes, likenesses).update();
    }

    /// Members of a theme of one kind, the most alike first.
    List<String> members(JdbcClient db, long theme, String kind, int limit) {
        return db.sql(
                "select entity_id from theme_member where theme_id = ? and kind = ? order by likeness desc, entity_id limit ?")
                .params(theme, kind, limit).query(String.class).list();
    }

    void put(JdbcClient db, ThemeRun run) {
        db.sql("""
            insert into theme_run (id, at, version_id, captions, themes, unthemed, silhouette, rand_to_last)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(run.id(), RowTime.utc(run.at()), run.version(), run.captions(), run.themes(),
                        run.unthemed(), run.silhouette(), run.randToLast()))
                .update();
    }

    void put(JdbcClient db, UUID run, List<KeptChange> changes) {
        for (int place = 0; place < changes.size(); place++) {
            KeptChange one = changes.get(place);
            db.sql("""
                insert into theme_change (run_id, place, kind, from_theme, to_theme, from_label, to_label)
                values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(run, place, one.kind().name(), one.from(), one.to(), one.fromLabel(),
                            one.toLabel()))
                    .update();
        }
    }

    /// The last first.
    List<ThemeRun> runs(JdbcClient db, int limit, int offset) {
        return db.sql("select * from theme_run order by at desc, id limit ? offset ?").params(limit, offset)
                .query((row, index) -> run(row)).list();
    }

    long countRuns(JdbcClient db) {
        return db.sql("select count(*) from theme_run").query(Long.class).single();
    }

    /// What became of a theme, the last first.
    List<KeptChange> changes(JdbcClient db, long theme) {
        return db
                .sql("select c.*, r.at from theme_change c join theme_run r on r.tenant_id = c.tenant_id and r.id = c.run_id"
                        + " where c.from_theme = ? or c.to_theme = ? order by r.at desc, c.place")
                .params(theme, theme).query((row, index) -> change(row)).list();
    }

    private static ThemeRun run(ResultSet row) throws SQLException {
        return new ThemeRun(row.getObject("id", UUID.class), at(row, "at"), row.getObject("version_id", UUID.class),
                row.getInt("captions"), row.getInt("themes"), row.getInt("unthemed"), row.getDouble("silhouette"),
                row.getObject("rand_to_last", Double.class));
    }

    private static KeptChange change(ResultSet row) throws SQLException {
        return new KeptChange(at(row, "at"), KeptChange.Kind.valueOf(row.getString("kind")), row.getLong("from_theme"),
                row.getObject("to_theme", Long.class), row.getString("from_label"), row.getString("to_label"));
    }

    private static KeptTheme theme(ResultSet row) throws SQLException {
        Theme theme = new Theme(row.getLong("id"), vector(row.getBytes("centre")), row.getDouble("bar"),
                at(row, "begun_at"), at(row, "last_caption_at"), row.getInt("split_due"),
                row.getObject("merge_with", Long.class), row.getInt("merge_due"));
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        @Nullable
        Instant endedAt = ended == null ? null : ended.toInstant();
        return new KeptTheme(theme, row.getString("label"), LabelState.valueOf(row.getString("label_state")),
                Writer.valueOf(row.getString("written_by")), texts(row, "terms"), row.getInt("naming_due"),
                new Figures(row.getInt("captions"), row.getInt("creators"), row.getInt("last_week"),
                        row.getInt("week_before"), texts(row, "languages"), tones(row)),
                endedAt, row.getObject("successor", Long.class));
    }

    private static @Nullable ThemeTones tones(ResultSet row) throws SQLException {
        return row.getObject("positive") == null
                ? null
                : new ThemeTones(row.getInt("positive"), row.getInt("balanced"), row.getInt("negative"),
                        row.getInt("leaning_voices"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static byte[] bytes(Vector vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.size());
        bytes.asFloatBuffer().put(vector.values());
        return bytes.array();
    }

    private static Vector vector(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return Vector.kept(values);
    }
}

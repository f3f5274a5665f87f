package dev.upswell.server.crowd;

import dev.upswell.server.crowd.CrowdScores.Places;
import dev.upswell.server.postgres.RowTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

/// The rows of tables `crowd`, `crowd_person` and `crowd_worth`. All calls run inside the caller's tenant transaction.
final class CrowdRepository {

    /// A crowd without its scores.
    ///
    /// @param asOf when it was learnt
    /// @param toldFrom which files and reactions were looked at
    record Row(UUID id, Instant asOf, int people, long acts, String learner, String datasetHash, String toldFrom) {
    }

    /// The crowd that is kept.
    ///
    /// @param lookedAt when it was last found that nobody did anything new, or when it was learnt
    record Kept(Row crowd, Instant lookedAt) {
    }

    /// Scores of a person, in the order of the crowd's videos.
    record Person(UUID subject, float[] late, float[] overall) {
    }

    /// What is known of a person.
    ///
    /// @param person null of one who did nothing
    record Found(Row crowd, @Nullable Person person) {
    }

    /// The crowd that is kept.
    Optional<Kept> find(JdbcClient db) {
        return db.sql("select id, as_of, people, acts, learner, dataset_hash, told_from, looked_at from crowd")
                .query((row, index) -> new Kept(row(row),
                        row.getObject("looked_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /// The crowd that is kept, with this person's scores.
    Optional<Found> find(JdbcClient db, UUID subject) {
        return db.sql("""
            select c.id, as_of, people, acts, learner, dataset_hash, told_from, late, overall from crowd c
            left join crowd_person p on p.crowd_id = c.id and p.subject_id = ?""").param(subject)
                .query((row, index) -> new Found(row(row), person(row, subject))).optional();
    }

    /// The videos of a crowd in their order; empty when it was replaced since.
    Optional<Places> videos(JdbcClient db, UUID crowd) {
        return db.sql("select videos, acclaim from crowd where id = ?").param(crowd)
                .query((row, index) -> Places.of(List.of((String[]) row.getArray("videos").getArray()),
                        floats(row.getBytes("acclaim"))))
                .optional();
    }

    /// What people of a crowd do with videos beside watching; nothing when it was replaced since.
    Worths worths(JdbcClient db, UUID crowd) {
        return db.sql("select videos, worths, authors, author_worths from crowd_worth where crowd_id = ?").param(crowd)
                .query((row, index) -> new Worths(byName(row, "videos", "worths"),
                        byName(row, "authors", "author_worths")))
                .optional().orElse(Worths.NONE);
    }

    private static Map<String, Float> byName(ResultSet row, String names, String values) throws SQLException {
        String[] name = (String[]) row.getArray(names).getArray();
        float[] value = floats(row.getBytes(values));
        Map<String, Float> by = HashMap.newHashMap(name.length);
        for (int i = 0; i < name.length; i++) {
            by.put(name[i], value[i]);
        }
        return by;
    }

    /// What a crowd tells.
    ///
    /// @param videos that scores are of, in their order
    /// @param acclaim how much all people did with each
    record Scored(List<String> videos, float[] acclaim, Collection<Person> people, Worths worths) {
    }

    /// Keeps a crowd in place of the one before.
    void replace(JdbcClient db, Row crowd, Scored scored) {
        db.sql("delete from crowd").update();
        db.sql("""
            insert into crowd (id, as_of, looked_at, people, acts, videos, acclaim, learner, dataset_hash, told_from)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(crowd.id(), RowTime.utc(crowd.asOf()), RowTime.utc(crowd.asOf()),
                        crowd.people(), crowd.acts(), scored.videos().toArray(String[]::new),
                        bytes(scored.acclaim()), crowd.learner(), crowd.datasetHash(), crowd.toldFrom()))
                .update();
        keep(db, crowd.id(), scored.worths());
        for (Person person : scored.people()) {
            db.sql("insert into crowd_person (subject_id, crowd_id, late, overall) values (?, ?, ?, ?)")
                    .params(person.subject(), crowd.id(), bytes(person.late()), bytes(person.overall()))
                    .update();
        }
    }

    private static void keep(JdbcClient db, UUID crowd, Worths worths) {
        if (!worths.videos().isEmpty()) {
            SortedMap<String, Float> videos = new TreeMap<>(worths.videos());
            SortedMap<String, Float> authors = new TreeMap<>(worths.authors());
            db.sql("insert into crowd_worth (crowd_id, videos, worths, authors, author_worths) values (?, ?, ?, ?, ?)")
                    .params(crowd, videos.keySet().toArray(String[]::new), bytes(floats(videos.values())),
                            authors.keySet().toArray(String[]::new), bytes(floats(authors.values())))
                    .update();
        }
    }

    /// Notes that what is known now tells the same. Scores stay as of when they were learnt.
    void lookedAt(JdbcClient db, UUID crowd, Instant now, String from) {
        db.sql("update crowd set looked_at = ?, told_from = ? where id = ?")
                .params(RowTime.utc(now), from, crowd).update();
    }

    /// Ids of all who may be profiled, who stay until the transaction ends.
    List<UUID> subjects(JdbcClient db) {
        return db.sql("select id from profile_subject for key share").query(UUID.class).list();
    }

    /// How many reactions there are and when the last was, as text that changes with them.
    String reactions(JdbcClient db) {
        return db.sql("select count(*) || ' ' || coalesce(max(at), 'epoch') from reaction").query(String.class)
                .single();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getInt("people"), row.getLong("acts"), row.getString("learner"), row.getString("dataset_hash"),
                row.getString("told_from"));
    }

    private static @Nullable Person person(ResultSet row, UUID subject) throws SQLException {
        byte[] late = row.getBytes("late");
        return late == null ? null : new Person(subject, floats(late), floats(row.getBytes("overall")));
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static float[] floats(Collection<Float> values) {
        float[] floats = new float[values.size()];
        int at = 0;
        for (float value : values) {
            floats[at++] = value;
        }
        return floats;
    }

    private static float[] floats(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}

package dev.upswell.server.feature;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.feature.FeatureVector.Computed;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keeps the latest vector of each entity in PostgreSQL, so that a restarted process serves at once.
final class LatestVectorRepository {

    /// So many vectors go in one statement: some megabytes.
    private static final int AT_ONCE = 4_000;

    private static final String COLUMNS = "kind, entity_id, horizon_hours, as_of, feature_set, lake_seq, metric_definition,"
            + " feature_values";

    /// Keeps these, each unless a later one of its entity is kept.
    ///
    /// @param vectors of different entities, computed together
    /// @param published place of the file that holds them
    void put(JdbcClient db, List<FeatureVector> vectors, long published) {
        for (int from = 0; from < vectors.size(); from += AT_ONCE) {
            insert(db, vectors.subList(from, Math.min(vectors.size(), from + AT_ONCE)), published);
        }
    }

    private static void insert(JdbcClient db, List<FeatureVector> vectors, long published) {
        FeatureVector first = vectors.getFirst();
        Computed computed = first.computed();
        db.sql("insert into feature_latest (" + COLUMNS + ", published_seq) select k, e, ?, ?, ?, ?, ?, v, ?"
                + " from unnest(?::text[], ?::text[], ?::bytea[]) as x(k, e, v)"
                + " on conflict (tenant_id, kind, entity_id, horizon_hours) do update set as_of = excluded.as_of,"
                + " feature_set = excluded.feature_set, lake_seq = excluded.lake_seq,"
                + " metric_definition = excluded.metric_definition, feature_values = excluded.feature_values,"
                + " published_seq = excluded.published_seq, computed_at = clock_timestamp()"
                + " where feature_latest.as_of <= excluded.as_of")
                .params(first.horizonHours(), computed.asOf().atOffset(ZoneOffset.UTC), computed.featureSet(),
                        computed.lakeSeq(), computed.metricDefinition(), published,
                        vectors.stream().map(one -> one.entity().kind().label()).toArray(String[]::new),
                        vectors.stream().map(one -> one.entity().value()).toArray(String[]::new),
                        vectors.stream().map(one -> bytes(one.values())).toArray(byte[][]::new))
                .update();
    }

    /// The entities of which exactly these vectors are kept already, as when they are computed once more after a kill; their readings
    /// count as seen again.
    ///
    /// @param vectors of different entities, computed together
    Set<EntityId> seenAgain(JdbcClient db, List<FeatureVector> vectors) {
        Set<EntityId> same = new HashSet<>();
        for (int from = 0; from < vectors.size(); from += AT_ONCE) {
            same.addAll(seenAgainAtOnce(db, vectors.subList(from, Math.min(vectors.size(), from + AT_ONCE))));
        }
        return same;
    }

    private static List<EntityId> seenAgainAtOnce(JdbcClient db, List<FeatureVector> vectors) {
        FeatureVector first = vectors.getFirst();
        Computed computed = first.computed();
        return db.sql("update feature_latest l set lake_seq = ?, computed_at = clock_timestamp()"
                + " from unnest(?::text[], ?::text[], ?::bytea[]) as x(k, e, v) where l.kind = x.k and l.entity_id = x.e"
                + " and l.feature_values = x.v and l.horizon_hours = ? and l.as_of = ? and l.feature_set = ?"
                + " and l.metric_definition = ? returning l.kind, l.entity_id")
                .params(computed.lakeSeq(),
                        vectors.stream().map(one -> one.entity().kind().label()).toArray(String[]::new),
                        vectors.stream().map(one -> one.entity().value()).toArray(String[]::new),
                        vectors.stream().map(one -> bytes(one.values())).toArray(byte[][]::new), first.horizonHours(),
                        computed.asOf().atOffset(ZoneOffset.UTC), computed.featureSet(), computed.metricDefinition())
                .query((row, index) -> new EntityId(EntityKind.of(row.getString("kind")), row.getString("entity_id")))
                .list();
    }

    /// Place of the last file that vectors were published with; 0 before the first.
    long lastPublished(JdbcClient db) {
        return db.sql("select coalesce(max(published_seq), 0) from feature_latest").query(Long.class).single();
    }

    /// Those published with a later file than this one, the last first, at most so many.
    List<FeatureVector> since(JdbcClient db, long published, int limit) {
        return db
                .sql("select " + COLUMNS + " from feature_latest where published_seq > ?"
                        + " order by published_seq desc, kind, entity_id, horizon_hours limit ?")
                .param(published).param(limit).query((row, index) -> vector(row)).list();
    }

    Optional<FeatureVector> find(JdbcClient db, EntityId entity, int horizonHours) {
        return db
                .sql("select " + COLUMNS
                        + " from feature_latest where kind = ? and entity_id = ? and horizon_hours = ?")
                .params(entity.kind().label(), entity.value(), horizonHours)
                .query((row, index) -> vector(row)).optional();
    }

    /// The newest first, at most so many.
    List<FeatureVector> newest(JdbcClient db, int limit) {
        return db
                .sql("select " + COLUMNS
                        + " from feature_latest order by as_of desc, kind, entity_id, horizon_hours limit ?")
                .param(limit).query((row, index) -> vector(row)).list();
    }

    /// A vector and when it was computed.
    record Kept(FeatureVector vector, Instant computedAt) {
    }

    /// The newest of a kind, horizon and set, the last computed first, at most so many.
    List<Kept> newest(JdbcClient db, EntityKind kind, int horizonHours, String featureSet, int limit) {
        return db
                .sql("select " + COLUMNS + ", computed_at from feature_latest where kind = ? and horizon_hours = ?"
                        + " and feature_set = ? order by as_of desc, computed_at desc, entity_id limit ?")
                .params(kind.label(), horizonHours, featureSet, limit)
                .query((row, index) -> new Kept(vector(row),
                        row.getObject("computed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// The set of the newest vector of a kind and horizon; empty when there is none.
    Optional<String> newestSet(JdbcClient db, EntityKind kind, int horizonHours) {
        return db.sql("select feature_set from feature_latest where kind = ? and horizon_hours = ?"
                + " order by as_of desc, computed_at desc limit 1").params(kind.label(), horizonHours)
                .query(String.class).optional();
    }

    /// Each kind and horizon of which there are vectors. Ten minutes after ingestion readings must be in some vector.
    List<Freshness> freshness(JdbcClient db) {
        return db.sql("""
            select v.kind, v.horizon_hours, count(*), max(v.as_of),
                (select max(f.max_time) from lake_file f where f.dataset = 'observation' and f.retired_at is null),
                exists (select 1 from lake_file f where f.dataset = 'observation' and f.retired_at is null
                    and f.seq > max(v.lake_seq) and f.max_time > max(v.as_of)
                    and f.published_at < clock_timestamp() - interval '10 minutes')
            from feature_latest v group by v.kind, v.horizon_hours order by v.kind, v.horizon_hours""")
                .query((row, index) -> {
                    OffsetDateTime readingsTo = row.getObject(5, OffsetDateTime.class);
                    return new Freshness(EntityKind.of(row.getString(1)), row.getInt(2), row.getLong(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            readingsTo == null ? null : readingsTo.toInstant(), row.getBoolean(6));
                }).list();
    }

    private static FeatureVector vector(ResultSet row) throws SQLException {
        return new FeatureVector(new EntityId(EntityKind.of(row.getString(1)), row.getString(2)), row.getInt(3),
                new Computed(row.getString(5), row.getObject(4, OffsetDateTime.class).toInstant(), row.getLong(6),
                        row.getInt(7)),
                values(row.getBytes(8)));
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static float[] values(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }
}

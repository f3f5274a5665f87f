package dev.upswell.server.registry;

import dev.upswell.learn.ScoredPairs;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what models said of the same entities and cuts, beside what then happened, and keeps what is said in shadow.
///
/// The shown predictions and the outcomes are written by the slice that forecasts; a model's live figures take both what it
/// said while serving and what it said in shadow. All calls run inside the caller's tenant transaction.
final class LivePairRepository {

    private record Row(String entity, double probability) {
    }

    private record Pair(String entity, long cut, double one, double other, boolean label) {
    }

    /// Two models on the same pairs, in order of the cuts.
    record LivePairs(ScoredPairs one, ScoredPairs other) {
    }

    /// Keeps what a model expects in shadow; what was said before stays. Returns how many were new.
    int insert(JdbcClient db, RegisteredModel model, Instant asOf, Map<String, Double> probabilities) {
        List<Row> rows = probabilities.entrySet().stream().map(one -> new Row(one.getKey(), one.getValue())).toList();
        return db
                .sql("""
                    insert into shadow_prediction (kind, entity_id, as_of, horizon_hours, model_id, probability)
                    select ?, entity, ?, ?, ?, probability from jsonb_to_recordset(?::jsonb) as r(entity text, probability float8)
                    on conflict (tenant_id, kind, entity_id, as_of, horizon_hours, model_id) do nothing""")
                .params(model.task().kind().label(), RowTime.utc(asOf), model.task().horizonHours(), model.id(),
                        Json.write(rows))
                .update();
    }

    /// The cuts in [`from`, `until`].
    record Cuts(Instant from, Instant until) {

        /// Later than any cut.
        private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

        static Cuts from(Instant from) {
            return new Cuts(from, FOREVER);
        }
    }

    /// The entities at these cuts that both models were asked about and whose outcome is known.
    LivePairs pairs(JdbcClient db, ModelTask task, UUID one, UUID other, Cuts cuts) {
        String kind = task.kind().label();
        List<Pair> pairs = db.sql("""
            with said as (select distinct on (model_id, entity_id, as_of) * from (
            select model_id, entity_id, as_of, probability, 1 as place from prediction
            where kind = ? and horizon_hours = ? and model_id in (?, ?) and as_of between ? and ? union all
            select model_id, entity_id, as_of, probability, 2 from shadow_prediction
            where kind = ? and horizon_hours = ? and model_id in (?, ?) and as_of between ? and ?) as both_tables
            order by model_id, entity_id, as_of, place)
            select a.entity_id, a.as_of, a.probability as one, b.probability as other, o.label from said a
            join said b on b.model_id = ? and b.entity_id = a.entity_id and b.as_of = a.as_of
            join outcome o on o.kind = ? and o.entity_id = a.entity_id and o.cut = a.as_of and o.horizon_hours = ?
            where a.model_id = ? order by a.as_of, a.entity_id""")
                .params(kind, task.horizonHours(), one, other, RowTime.utc(cuts.from()), RowTime.utc(cuts.until()),
                        kind,
                        task.horizonHours(), one, other, RowTime.utc(cuts.from()), RowTime.utc(cuts.until()), other,
                        kind,
                        task.horizonHours(), one)
                .query((row, index) -> pair(row)).list();
        return new LivePairs(scored(pairs, true), scored(pairs, false));
    }

    /// Whether an outcome of these cuts was written or corrected in the last week, by the clock of the database.
    boolean settledLately(JdbcClient db, ModelTask task, Cuts cuts) {
        return db.sql("""
            select exists (select 1 from outcome where settled_at > now() - interval '7 days' and kind = ?
            and horizon_hours = ? and cut between ? and ?)""")
                .params(task.kind().label(), task.horizonHours(), RowTime.utc(cuts.from()), RowTime.utc(cuts.until()))
                .query(Boolean.class).single();
    }

    /// Up to when outcomes of the task are known; empty before the first.
    Optional<Instant> knownUntil(JdbcClient db, ModelTask task) {
        return latest(db, "select max(known_at) as at from outcome where kind = ? and horizon_hours = ?", task);
    }

    /// The last cut that users were shown predictions of; empty before the first.
    Optional<Instant> lastCut(JdbcClient db, ModelTask task) {
        return latest(db, "select max(as_of) as at from prediction where kind = ? and horizon_hours = ?", task);
    }

    private static Optional<Instant> latest(JdbcClient db, String sql, ModelTask task) {
        return db.sql(sql).param(task.kind().label()).param(task.horizonHours())
                .query((row, index) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(row.getString("entity_id"),
                row.getObject("as_of", OffsetDateTime.class).toInstant().getEpochSecond(), row.getDouble("one"),
                row.getDouble("other"), row.getBoolean("label"));
    }

    private static ScoredPairs scored(List<Pair> pairs, boolean first) {
        Map<String, Integer> numbers = new HashMap<>();
        double[] probabilities = new double[pairs.size()];
        float[] labels = new float[pairs.size()];
        int[] entities = new int[pairs.size()];
        long[] cuts = new long[pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            probabilities[i] = first ? pair.one() : pair.other();
            labels[i] = pair.label() ? 1 : 0;
            entities[i] = numbers.computeIfAbsent(pair.entity(), known -> numbers.size());
            cuts[i] = pair.cut();
        }
        return new ScoredPairs(probabilities, labels, entities, cuts);
    }
}

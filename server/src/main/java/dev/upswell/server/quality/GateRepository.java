package dev.upswell.server.quality;

import dev.upswell.quality.FieldSketch;
import dev.upswell.quality.Finding;
import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.quality.RuleTable;
import dev.upswell.quality.UsualVolume;
import dev.upswell.quality.Verdict;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.quality.Judged.Judgement;
import dev.upswell.server.quality.Judged.Shape;
import dev.upswell.timeline.Counter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Rules, and what batches taught of sources, in the database. All calls run inside the caller's tenant transaction.
final class GateRepository {

    private static final EventLogRepository EVENTS = new EventLogRepository("quality");
    private static final double STEADY = 0.5;
    private static final long LEAST_READINGS = 20;
    private static final long MANY_READINGS = 1_000_000;
    private static final int LONGEST_DETAIL = 1_000;
    private static final int LONGEST_NAME = 500;

    /// The rules that apply.
    static RuleTable rules(JdbcClient db) {
        return RuleTable.USUAL.with(db.sql("select * from gate_rule").query((row, index) -> limit(row)).list().stream()
                .flatMap(Optional::stream).toList());
    }

    private static Optional<GateLimit> limit(ResultSet row) throws SQLException {
        String label = row.getString("rule");
        Double warn = (Double) row.getObject("warn_above");
        Double block = (Double) row.getObject("block_above");
        long least = row.getLong("least");
        return Arrays.stream(GateRule.values()).filter(rule -> rule.label().equals(label))
                .map(rule -> new GateLimit(rule, warn, block, least)).findFirst();
    }

    /// Writes a limit in place of what applied before.
    static void set(JdbcClient db, GateLimit limit, Instant now) {
        db.sql("""
            insert into gate_rule (rule, warn_above, block_above, least, changed_at) values (?, ?, ?, ?, ?)
            on conflict (tenant_id, rule) do update set warn_above = excluded.warn_above,
                block_above = excluded.block_above, least = excluded.least, changed_at = excluded.changed_at""")
                .param(limit.rule().label()).param(limit.warnAbove()).param(limit.blockAbove()).param(limit.least())
                .param(utc(now)).update();
    }

    /// Forgets an edited limit, so that the usual one applies.
    static void reset(JdbcClient db, GateRule rule) {
        db.sql("delete from gate_rule where rule = ?").param(rule.label()).update();
    }

    /// What is known before a batch comes.
    KnownSources known(JdbcClient db) {
        Map<String, Integer> usual = new HashMap<>();
        db.sql("select * from gate_usual").query(row -> {
            usual.put(KnownSources.key(row.getString("source"), row.getString("kind")),
                    steady(row.getLong("readings"), longs(row, "given")));
        });
        Map<String, UsualVolume> volumes = new HashMap<>();
        db.sql("select * from gate_volume").query(row -> {
            volumes.put(KnownSources.key(row.getString("scope"), row.getString("source")),
                    new UsualVolume(longs(row, "volumes")));
        });
        Map<String, Shape> shapes = new HashMap<>();
        db.sql("select distinct on (format) * from schema_version order by format, version desc").query(row -> {
            shapes.put(row.getString("format"), new Shape(row.getInt("version"), false,
                    sketch(row.getLong("items"), row.getString("fields")), row.getString("change")));
        });
        return new KnownSources(rules(db), new HashSet<>(
                db.sql("select name from source where not cumulative").query(String.class).list()), usual, volumes,
                shapes);
    }

    private static int steady(long readings, List<Long> given) {
        int bits = 0;
        for (int i = 0; i < given.size() && i < Counter.values().length; i++) {
            bits |= readings >= LEAST_READINGS && given.get(i) >= STEADY * readings ? 1 << i : 0;
        }
        return bits;
    }

    private static List<Long> longs(ResultSet row, String column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }

    /// Writes what was found. What was blocked teaches nothing of what is usual.
    void keep(JdbcClient db, Judged judged, long heldRows) {
        boolean held = heldRows > 0;
        db.sql("""
            insert into gate_batch (id, scope, name, verdict, state, held_rows, cumulative, judged_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""").params(judged.id(), judged.scope().label(),
                cut(judged.name(), LONGEST_NAME), judged.verdict().label(), held ? "held" : "passed", heldRows,
                judged.cumulative())
                .param(utc(judged.at())).update();
        results(db, judged);
        failures(db, judged);
        judged.counted().stream().filter(one -> !judged.blocks(one.source())).forEach(one -> usual(db, one));
        if (judged.whole()) {
            judged.observed().forEach((source, volume) -> {
                if (!judged.blocks(source)) {
                    volume(db, judged.scope(), source, volume.each());
                }
            });
        }
        if (held) {
            db.sql("update gate_batch set shapes = cast(? as jsonb) where id = ?").param(json(judged.shapes()))
                    .param(judged.id()).update();
        } else {
            judged.shapes().forEach((format, shape) -> shape(db, format, shape, judged.at()));
        }
        events(db, judged, heldRows);
    }

    private static void results(JdbcClient db, Judged judged) {
        List<Judgement> all = judged.judgements();
        db.sql("""
            insert into gate_result (batch_id, source, rule, value, cases, failed, verdict, detail)
            select ?, * from unnest(cast(? as text[]), cast(? as text[]), cast(? as double precision[]),
                cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as text[]))""").param(judged.id())
                .param(column(all, Judgement::source)).param(column(all, one -> one.finding().rule().label()))
                .param(column(all, one -> text(one.finding().value())))
                .param(column(all, one -> Long.toString(one.finding().cases())))
                .param(column(all, one -> Long.toString(one.finding().failed())))
                .param(column(all, one -> one.finding().verdict().label()))
                .param(column(all, one -> cut(one.finding().detail(), LONGEST_DETAIL))).update();
    }

    private static void failures(JdbcClient db, Judged judged) {
        List<ReadingColumnRepository.Failed> all = judged.failed();
        if (all.isEmpty()) {
            return;
        }
        db.sql("""
            insert into gate_failure (batch_id, place, rule, source, kind, entity_id, observed_at, counter, before, after)
            select ?, row_number() over (), * from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]),
                cast(? as text[]), cast(? as timestamptz[]), cast(? as text[]), cast(? as bigint[]), cast(? as bigint[]))""")
                .param(judged.id()).param(column(all, one -> one.reading().rule().label()))
                .param(column(all, ReadingColumnRepository.Failed::source))
                .param(column(all, one -> one.entity().kind().label())).param(column(all, one -> one.entity().value()))
                .param(column(all, one -> one.observedAt().toString()))
                .param(column(all, one -> one.reading().counter().label()))
                .param(column(all, one -> text(one.reading().before())))
                .param(column(all, one -> text(one.reading().after()))).update();
    }

    private static void usual(JdbcClient db, ReadingColumnRepository.Counted one) {
        Long[] given = one.counts().given().toArray(Long[]::new);
        db.sql("""
            insert into gate_usual (source, kind, readings, given) values (?, ?, ?, ?)
            on conflict (tenant_id, source, kind) do update set
                readings = gate_usual.readings / case when gate_usual.readings > ? then 2 else 1 end + excluded.readings,
                given = array(select a / case when gate_usual.readings > ? then 2 else 1 end + b
                    from unnest(gate_usual.given, excluded.given) with ordinality as both_of(a, b, n) order by n)""")
                .params(one.source(), one.kind().label(), one.counts().readings(), given, MANY_READINGS, MANY_READINGS)
                .update();
    }

    private static void volume(JdbcClient db, BatchScope scope, String source, long volume) {
        db.sql("""
            insert into gate_volume (scope, source, volumes) values (?, ?, array[cast(? as bigint)])
            on conflict (tenant_id, scope, source) do update set volumes =
                (gate_volume.volumes || excluded.volumes)[greatest(1, cardinality(gate_volume.volumes) + 2 - ?):]""")
                .params(scope.label(), source, volume, UsualVolume.MOST).update();
    }

    private static void shape(JdbcClient db, String format, Shape shape, Instant now) {
        db.sql("""
            insert into schema_version (format, version, items, fields, change, first_seen_at, last_seen_at)
            values (?, ?, ?, cast(? as jsonb), ?, ?, ?) on conflict (tenant_id, format, version) do update set
                items = excluded.items, fields = excluded.fields,
                last_seen_at = greatest(schema_version.last_seen_at, excluded.last_seen_at)""")
                .params(format, shape.version(), shape.fields().items(), json(shape.fields()),
                        cut(shape.detail(), LONGEST_DETAIL))
                .param(utc(now)).param(utc(now)).update();
    }

    private static void events(JdbcClient db, Judged judged, long heldRows) {
        Verdict verdict = judged.verdict();
        if (verdict == Verdict.WARN || verdict == Verdict.BLOCK) {
            List<String> said = judged.judgements().stream().filter(one -> one.finding().verdict() == verdict)
                    .map(one -> one.source() + " " + one.finding().rule().label()).toList();
            event(db, verdict == Verdict.BLOCK ? EventType.QUALITY_BLOCK : EventType.QUALITY_WARN, Map.of("batch",
                    judged.id().toString(), "name", cut(judged.name(), LONGEST_NAME), "rules", String.join(", ", said),
                    "heldRows", heldRows));
        }
        judged.shapes().forEach((format, shape) -> {
            if (shape.changed() && shape.version() > 1) {
                event(db, EventType.SCHEMA_CHANGED,
                        Map.of("format", format, "version", Integer.toString(shape.version()),
                                "change", shape.detail()));
            }
        });
    }

    /// Adds an event of this slice to the log.
    static void event(JdbcClient db, EventType type, Map<String, ?> facts) {
        EVENTS.write(db, type, new TreeMap<>(facts));
    }

    private static String json(FieldSketch sketch) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        sketch.fields().forEach((path, field) -> json.putObject(path.replace("\u0000", "\uFFFD"))
                .put("type", field.type()).put("items", field.items()));
        return json.toString();
    }

    private static String json(Map<String, Shape> shapes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        shapes.forEach((format, shape) -> json.putObject(format).put("version", shape.version())
                .put("items", shape.fields().items()).put("fields", json(shape.fields()))
                .put("detail", shape.detail()));
        return json.toString();
    }

    /// What a held batch told of shapes becomes usual: it was let in.
    static void learnShapes(JdbcClient db, UUID batch, Instant now) {
        db.sql("select shapes::text from gate_batch where id = ? and shapes is not null").param(batch)
                .query(String.class).optional()
                .ifPresent(held -> JsonMapper.shared().readTree(held).properties().forEach(entry -> {
                    JsonNode one = entry.getValue();
                    shape(db, entry.getKey(), new Shape(one.path("version").asInt(), true,
                            sketch(one.path("items").asLong(), one.path("fields").asString()),
                            one.path("detail").asString()), now);
                }));
    }

    static FieldSketch sketch(long items, String json) {
        TreeMap<String, FieldSketch.Field> fields = new TreeMap<>();
        JsonMapper.shared().readTree(json).properties().forEach(entry -> fields.put(entry.getKey(),
                new FieldSketch.Field(entry.getValue().path("type").asString(),
                        entry.getValue().path("items").asLong())));
        return new FieldSketch(items, fields);
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable String> value) {
        List<@Nullable String> column = new ArrayList<>();
        rows.forEach(row -> column.add(value.apply(row)));
        return column.toArray(new String[0]);
    }

    private static @Nullable String text(@Nullable Number number) {
        return number == null ? null : String.format(Locale.ROOT, "%s", number);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    /// Whether the counters of a batch are running totals.
    static boolean cumulative(JdbcClient db, UUID batch) {
        return db.sql("select cumulative from gate_batch where id = ?").param(batch).query(Boolean.class).optional()
                .orElse(true);
    }

    /// Ends the waiting of a held batch; false when it does not wait.
    static boolean settle(JdbcClient db, UUID batch, String state, Instant now) {
        return db.sql("update gate_batch set state = ?, settled_at = ? where id = ? and state = 'held'").param(state)
                .param(utc(now)).param(batch).update() == 1;
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static Finding finding(ResultSet row) throws SQLException {
        String label = row.getString("rule");
        GateRule rule = Arrays.stream(GateRule.values()).filter(one -> one.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "rule (" + label + ") must be a known one\nMaybe a newer version wrote it."));
        return new Finding(rule, (Double) row.getObject("value"), row.getLong("cases"), row.getLong("failed"),
                Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)), row.getString("detail"));
    }
}

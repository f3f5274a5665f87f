package dev.upswell.server.privacy;

import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A row about somebody in every table that the map has a rule for, made from the catalog: columns that the rule looks at name them, the
/// others hold what their type and checks allow.
final class FilledTables {

    private static final Pattern ALLOWED = Pattern.compile("\\(?(\\w+) = ANY \\(ARRAY\\['([^']*)'");

    /// Values that checks of a table want and that are no plain list.
    private static final Map<String, Map<String, String>> WANTED = Map.ofEntries(
            Map.entry("agent_run", Map.of("state", "'DONE'", "again_at", "null", "lease_until", "null")),
            Map.entry("alert", Map.of("type", "'DRIFT_ALERT'")),
            Map.entry("alert_rule", Map.of("conditions", "array['flag new']", "scope", "'client of @HANDLE'")),
            Map.entry("asked", Map.of("answered", "true", "why_not", "null")),
            Map.entry("backtest_run", Map.of("state", "'RUNNING'", "report", "null")),
            Map.entry("client_benchmark", Map.of("quarter", "date '2026-01-01'")),
            Map.entry("crowd", Map.of("videos", "array['VIDEO']", "acclaim", "'\\x00000000'")),
            Map.entry("crowd_worth",
                    Map.of("videos", "array['VIDEO']", "worths", "'\\x00000000'", "authors", "array['HANDLE']",
                            "author_worths", "'\\x00000000'")),
            Map.entry("event_log", Map.of("type", "'INGEST_DONE'")),
            Map.entry("followed_playbook", Map.of("gap", "'gap'")),
            Map.entry("import_run",
                    Map.of("content_sha256", "repeat('#', 64)", "rows_read", "0", "stored", "0", "duplicate", "0",
                            "quarantined", "0")),
            Map.entry("learnt_weights",
                    Map.of("name", "'w#'", "state", "'running'", "lacks", "null", "source", "null", "standing",
                            "null")),
            Map.entry("pattern_run", Map.of("state", "'done'", "kind", "'creators'", "ended_at", "now()")),
            Map.entry("pattern_run_video", Map.of("analysers", "1", "read_at", "now()")),
            Map.entry("planned_slot", Map.of("state", "'published'")),
            Map.entry("prompt_refinement", Map.of("written_by", "'TEMPLATE'")),
            Map.entry("ranker_trial",
                    Map.of("name", "'t#'", "a", "'a'", "b", "'b'", "ended_at", "now()", "ended_by", "'x'")),
            Map.entry("retrospective", Map.of("week_start", "date '2026-03-02' + 7 * #")),
            Map.entry("settled_score", Map.of("mark", "'24h'")),
            Map.entry("theme_member", Map.of("kind", "upper('video')", "entity_id", "'VIDEO'")),
            Map.entry("prompt_version", Map.of("purpose", "'narrative'", "state", "'RETIRED'")),
            Map.entry("model_record",
                    Map.of("dataset_hash", "repeat('#', 64)", "kind", "'boosted-trees'", "artefact_sha256",
                            "repeat('#', 64)", "entity_kind", "'hashtag'", "horizon_hours", "24", "notes", "'[]'",
                            "state", "'RETIRED'", "settings", "'{}'", "metrics",
                            "'{\"trainingRows\": 1, \"trainingPositives\": 1}'")),
            Map.entry("reach_model", Map.of("target_hours", "24", "dataset_hash", "repeat('#', 64)")),
            Map.entry("text_version",
                    Map.of("state", "'RETIRED'", "artefact_sha256", "repeat('#', 64)", "dataset_hash",
                            "repeat('#', 64)")),
            Map.entry("told_input", Map.of("input", "'reach'")),
            Map.entry("tracked_issue", Map.of("state", "'WAITING'", "due_at", "now()")),
            Map.entry("trial", Map.of("lift", "2", "ended_at", "now()", "verdict", "'rejected'")),
            Map.entry("trial_video", Map.of("arm", "'test'")),
            Map.entry("video_analysis", Map.of("content_sha256", "repeat('#', 64)")),
            Map.entry("watch", Map.of("every_minutes", "60")),
            Map.entry("wording_output",
                    Map.of("inputs_sha256", "repeat('#', 64)", "written_by", "'TEMPLATE'", "text", "'words'")));

    private final JdbcClient db;
    private final TenantId tenant;
    private final Somebody who;

    private FilledTables(JdbcClient db, TenantId tenant, Somebody who) {
        this.db = db;
        this.tenant = tenant;
        this.who = who;
    }

    /// Somebody with one video.
    ///
    /// @param number tells their rows from those of others
    record Somebody(String handle, String video, int number) {

        String text() {
            return "said @" + handle + " of " + video + ".";
        }

        String document() {
            return "{\"list\": [{\"creator\": \"" + handle + "\", \"video\": \"" + video
                    + "\"}, {\"creator\": \"bystander\", \"video\": \"1\"}]}";
        }
    }

    /// The chain of requests is written by the product alone: a row that was made up stands in no chain, and in the way of the next.
    private static final String CHAINED = "request_audit";

    /// Fills the tables; which were filled.
    static List<String> fill(TenantId tenant, Somebody who) {
        return TestDatabase.asOwner(db -> {
            db.sql("set session_replication_role = replica").update();
            List<String> filled = new ArrayList<>();
            List<String> failures = new ArrayList<>();
            List<String> parents = parents(db);
            for (Holding table : DataMap.of(Holding.Place.TABLE)) {
                boolean once = table.name().startsWith("crowd") && who.number() > 1;
                if (!once && !table.name().equals(CHAINED)
                        && (!table.rules().isEmpty() || parents.contains(table.name()))) {
                    try {
                        new FilledTables(db, tenant, who).insert(table);
                        filled.add(table.name());
                    } catch (RuntimeException e) {
                        failures.add(table.name() + ": " + e.getCause());
                    }
                }
            }
            if (!failures.isEmpty()) {
                throw new AssertionError(String.join("\n", failures));
            }
            return filled;
        });
    }

    /// Tables that others point at and that are filled so that they can.
    private static List<String> parents(JdbcClient db) {
        return db
                .sql("""
                    select distinct confrelid::regclass::text from pg_constraint where contype = 'f'
                    and confrelid::regclass::text not in ('tenant', 'person', 'installation.account', 'erasure', 'notice_delivery', 'notice_channel', 'kept_mapping')""")
                .query(String.class).list();
    }

    private void insert(Holding table) {
        Map<String, Column> columns = columns(table.name());
        Map<String, String> values = new LinkedHashMap<>();
        columns.forEach((name, column) -> {
            if (column.needed() || column.keyed()) {
                values.put(name, pointed(table.name(), column));
            }
        });
        values.put("tenant_id", "'" + tenant.value() + "'");
        allowed(table.name()).forEach((name, value) -> values.computeIfPresent(name, (any, old) -> value));
        table.rules().forEach(rule -> name(rule, columns, values));
        WANTED.getOrDefault(table.name(), Map.of()).forEach((name, value) -> values.put(name, value
                .replace("#", String.valueOf(who.number())).replace("VIDEO'", who.video() + "'")
                .replace("HANDLE", who.handle())));
        db.sql("insert into " + table.name() + " (" + String.join(", ", values.keySet())
                + ") overriding system value values ("
                + String.join(", ", values.values()) + ")").update();
    }

    private void name(Rule rule, Map<String, Column> columns, Map<String, String> values) {
        switch (rule.deed()) {
            case CREATOR -> values.put(rule.column(), quoted(who.handle()));
            case VIDEO -> values.put(rule.column(), quoted(who.video()));
            case ENTITY -> {
                values.put(rule.columns().get(0), "'creator'");
                values.put(rule.columns().get(1), quoted(who.handle()));
            }
            case WATCHED -> {
                values.put(rule.columns().get(0), "'creator'");
                values.put(rule.columns().get(1), quoted(who.handle()));
            }
            case SUBJECT -> values.put(rule.column(), quoted("creator:" + who.handle()));
            case CUT -> values.put(rule.column(), columns.get(rule.column()).type().equals("text[]")
                    ? "array['" + who.video() + "', 'other']"
                    : quoted(who.document()));
            case BLANK -> rule.columns().forEach(column -> values.put(column, quoted(who.text())));
            case NAMING -> naming(columns, values).ifPresent(column -> values.put(column.name(),
                    column.type().equals("text")
                            ? quoted(who.text())
                            : column.type().equals("text[]")
                                    ? "array['" + who.video() + "']"
                                    : quoted(who.document())));
            case TRAIL -> values.put("subject", quoted("creator:" + who.handle()));
            case PROFILE -> values.put("handle", quoted(who.handle()));
            case PACKED -> values.put(rule.column(), "decode('" + HexFormat.of().formatHex(packed()) + "', 'hex')");
            case WORDED, MASK, NULL, KEPT, FORGOTTEN, MADE_ANEW, REWRITTEN -> {
            }
        }
    }

    private byte[] packed() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(("entity,probability\ncreator:" + who.handle() + ",0.5\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A column that may say anything.
    private static Optional<Column> naming(Map<String, Column> columns, Map<String, String> values) {
        return List.of("jsonb", "json", "text", "text[]").stream()
                .flatMap(type -> columns.values().stream().filter(column -> column.type().equals(type)))
                .filter(column -> !column.keyed() && !column.checked()
                        && !values.getOrDefault(column.name(), "").contains("@"))
                .findFirst();
    }

    private record Column(String name, String type, boolean needed, boolean keyed, boolean checked) {
    }

    private Map<String, Column> columns(String table) {
        Map<String, Column> columns = new LinkedHashMap<>();
        db.sql("""
            select attname, format_type(atttypid, null) as type, attnotnull and not atthasdef and attidentity = '' as needed,
            exists (select from pg_index where indrelid = attrelid and indisprimary and attnum = any(indkey)) as keyed,
            exists (select from pg_constraint where conrelid = attrelid and contype in ('c', 'f') and attnum = any(conkey)) as checked
            from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped and attname <> 'tenant_id'
            order by attnum""")
                .param(table).query((row, index) -> new Column(row.getString("attname"),
                        row.getString("type"), row.getBoolean("needed"), row.getBoolean("keyed"),
                        row.getBoolean("checked")))
                .list().forEach(column -> columns.put(column.name(), column));
        return columns;
    }

    private Map<String, String> allowed(String table) {
        Map<String, String> allowed = new LinkedHashMap<>();
        db.sql("select pg_get_constraintdef(oid) from pg_constraint where conrelid = ?::regclass and contype = 'c'")
                .param(table).query(String.class).list().forEach(check -> {
                    Matcher matcher = ALLOWED.matcher(check);
                    while (matcher.find()) {
                        allowed.putIfAbsent(matcher.group(1), quoted(matcher.group(2)));
                    }
                });
        return allowed;
    }

    /// The value of a column, which is that of the row that it points at where it points at one.
    private String pointed(String table, Column column) {
        return db.sql("""
            select confrelid::regclass::text as parent, (select attname from pg_attribute p where p.attrelid = confrelid
            and p.attnum = confkey[array_position(conkey, a.attnum)]) as key
            from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attname = ?
            where c.conrelid = ?::regclass and c.contype = 'f' and a.attnum = any(conkey) order by c.oid limit 1""")
                .params(column.name(), table)
                .query((row, index) -> pointed(row.getString("parent"),
                        new Column(row.getString("key"), column.type(), true, true, true)))
                .optional().orElseGet(() -> value(table, column));
    }

    private String value(String table, Column column) {
        int number = who.number();
        return switch (column.type()) {
            case "text" -> "'t" + number + "'";
            case "uuid" -> "'" + UUID.nameUUIDFromBytes((table + column.name() + number)
                    .getBytes(StandardCharsets.UTF_8)) + "'";
            case "jsonb", "json" -> "'{}'";
            case "boolean" -> "false";
            case "double precision", "real" -> "0.5";
            case "bytea" -> "decode('" + "00".repeat(32) + "', 'hex')";
            case "date" -> "date '2026-03-0" + number + "'";
            case "timestamp with time zone" -> "timestamptz '2026-03-01T12:00:0" + number + "Z'";
            default -> column.type().endsWith("[]") ? "'{}'" : String.valueOf(number);
        };
    }

    private static String quoted(@Nullable String text) {
        return "'" + String.valueOf(text).replace("'", "''") + "'";
    }
}

package dev.upswell.server.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.Transition;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of a tenant in every table that tenants share, made from what PostgreSQL says of the tables: their columns, which rows they point
/// to and what their constraints demand. A new table is filled without anybody thinking of it.
///
/// Texts hold a mark by which they are known again wherever they appear. A value that a constraint refuses is drawn anew, until the row
/// is taken: the same seed gives the same rows, but for identities that the database draws.
public final class RowsOfEveryTable {

    private static final int TRIES = 4_000;
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'::(?:text|character varying)");
    private static final Pattern FORM = Pattern.compile("~ '((?:[^']|'')*)'::text");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w'.])(\\d+(?:\\.\\d+)?)(?![\\w'])");
    private static final List<String> FORMS = List.of("4f8e2b", "0a1b2c3d4e5f", "2025-11-01", "en", "id", "day", "v1",
            "7301234567890123456", "a".repeat(64), "0123456789abcdef".repeat(4), "upswell-1", "127.0.0.1",
            "https://example.org/x", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA");

    private final JdbcClient db;
    private final UUID tenant;
    private final String mark;
    private final Random random;
    private int drawn;

    private RowsOfEveryTable(JdbcClient db, TenantId tenant, String mark, long seed) {
        this.db = db;
        this.tenant = tenant.value();
        this.mark = mark;
        this.random = new Random(seed);
    }

    /// A column as PostgreSQL describes it.
    private record Column(short number, String name, String type, boolean nullable) {
    }

    /// Columns that point to a row of another table.
    private record Reference(String table, List<String> columns, List<String> theirs) {
    }

    /// A table with what its rows have to be.
    private record Table(String name, List<Column> columns, List<Reference> references, Map<String, Demand> demands) {
    }

    /// What a constraint demands of which columns.
    private record Demand(String text, Set<String> columns) {
    }

    /// Fills every table with some rows; as the owner of the tables.
    ///
    /// @param mark stands in every text that no constraint holds to another form; lower-case letters
    public static void fill(JdbcClient db, TenantId tenant, String mark, int rows, long seed) {
        var filling = new RowsOfEveryTable(db, tenant, mark, seed);
        List<Table> tables = filling.tables();
        for (Table table : tables) {
            boolean empty = db.sql("select not exists (select from " + table.name() + " where tenant_id = ?)")
                    .param(tenant.value()).query(Boolean.class).single();
            for (int row = 0; row < rows; row++) {
                filling.insert(table, row == 0 && empty);
            }
        }
    }

    /// The tables that tenants share, by name.
    public static List<String> names(JdbcClient db) {
        return db.sql("""
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
            and c.relname <> 'tenant' order by 1""").query(String.class).list();
    }

    /// All rows of a tenant as JSON, by table.
    public static Map<String, List<String>> read(JdbcClient db, TenantId tenant) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String table : names(db)) {
            all.put(table, db.sql("select row_to_json(t)::text from (select * from " + table
                    + " where tenant_id = ?) t order by 1").param(tenant.value()).query(String.class).list());
        }
        return all;
    }

    private List<Table> tables() {
        Map<String, Table> known = new LinkedHashMap<>();
        names(db).forEach(name -> known.put(name, table(name)));
        List<Table> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (ordered.size() < known.size()) {
            List<Table> next = known.values().stream().filter(one -> !done.contains(one.name()))
                    .filter(one -> one.references().stream().map(Reference::table)
                            .allMatch(other -> done.contains(other) || other.equals(one.name())
                                    || !known.containsKey(other)))
                    .sorted(Comparator.comparing(Table::name)).toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables point to each other in a ring: " + known.keySet());
            }
            next.forEach(one -> done.add(one.name()));
            ordered.addAll(next);
        }
        return ordered;
    }

    private Table table(String name) {
        List<Column> columns = db.sql("""
            select attnum, attname, format_type(atttypid, atttypmod) as type, attnotnull from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
            order by attnum""").param(name)
                .query((row, index) -> new Column(row.getShort("attnum"), row.getString("attname"),
                        row.getString("type"), !row.getBoolean("attnotnull")))
                .list();
        List<Reference> references = new ArrayList<>();
        Map<String, Demand> demands = new HashMap<>();
        db.sql("""
            select conname, contype::text, pg_get_constraintdef(oid) as text, confrelid::regclass::text as other,
            array(select attname::text from unnest(conkey) with ordinality k(n, o) join pg_attribute
                on attrelid = conrelid and attnum = n order by o) as mine,
            array(select attname::text from unnest(confkey) with ordinality k(n, o) join pg_attribute
                on attrelid = confrelid and attnum = n order by o) as theirs
            from pg_constraint where conrelid = ?::regclass and contype in ('c', 'f', 'u', 'p', 'x')""").param(name)
                .query(row -> {
                    List<String> mine = List.of((String[]) row.getArray("mine").getArray());
                    if (row.getString("contype").equals("f")) {
                        references.add(new Reference(row.getString("other"), mine,
                                List.of((String[]) row.getArray("theirs").getArray())));
                    } else {
                        demands.put(row.getString("conname"), new Demand(
                                row.getString("contype").equals("c") ? row.getString("text") : "",
                                new LinkedHashSet<>(mine)));
                    }
                });
        return new Table(name, columns, references, demands);
    }

    /// @param must whether there has to be one; some tables have but one row of a tenant
    private void insert(Table table, boolean must) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        table.columns().forEach(column -> row.put(column.name(), usual(column)));
        refer(table, row, table.references());
        String last = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            row.put("tenant_id", tenant.toString());
            try {
                write(table, row);
                return;
            } catch (DuplicateKeyException e) {
                if (!must && attempt > 40) {
                    return;
                }
                last = mend(table, row, e);
            } catch (DataAccessException e) {
                last = mend(table, row, e);
            }
        }
        throw new IllegalStateException("no row of " + table.name() + " is taken: " + last + "\n" + row);
    }

    private void write(Table table, Map<String, @Nullable String> row) {
        List<Column> columns = table.columns().stream().filter(one -> row.get(one.name()) != null).toList();
        var statement = db.sql("insert into " + table.name() + " ("
                + columns.stream().map(one -> '"' + one.name() + '"').collect(Collectors.joining(", ")) + ") values ("
                + columns.stream().map(one -> "?::" + one.type()).collect(Collectors.joining(", ")) + ")");
        for (Column column : columns) {
            statement = statement.param(row.get(column.name()));
        }
        statement.update();
    }

    /// Draws anew what was refused; what was said of it.
    private String mend(Table table, Map<String, @Nullable String> row, DataAccessException refused) {
        if (!(refused.getRootCause() instanceof PSQLException cause) || cause.getServerErrorMessage() == null) {
            throw refused;
        }
        var said = cause.getServerErrorMessage();
        String constraint = said.getConstraint();
        Demand demand = constraint == null ? null : table.demands().get(constraint);
        Set<String> wanted = demand != null
                ? demand.columns()
                : said.getColumn() != null ? Set.of(said.getColumn()) : Set.of();
        Set<String> fixed = table.references().stream().flatMap(one -> one.columns().stream())
                .collect(Collectors.toSet());
        List<Column> free = table.columns().stream()
                .filter(one -> (wanted.isEmpty() || wanted.contains(one.name())) && !one.name().equals("tenant_id"))
                .toList();
        boolean pointing = free.stream().anyMatch(one -> fixed.contains(one.name()));
        if (pointing && random.nextInt(3) == 0) {
            refer(table, row, table.references());
        }
        List<Column> drawable = free.stream().filter(one -> !fixed.contains(one.name())).toList();
        if (!drawable.isEmpty()) {
            Column column = drawable.get(random.nextInt(drawable.size()));
            row.put(column.name(), another(table, column));
        } else if (!pointing && !(refused instanceof DuplicateKeyException)) {
            throw new IllegalStateException(table.name() + ": " + said, refused);
        }
        return String.valueOf(said);
    }

    /// Takes what a row points to from rows of the tenant that are there.
    private void refer(Table table, Map<String, @Nullable String> row, List<Reference> references) {
        for (Reference reference : references) {
            if (reference.columns().equals(List.of("tenant_id"))) {
                continue;
            }
            String theirs = reference.theirs().stream().map(one -> "\"" + one + "\"::text")
                    .collect(Collectors.joining(", "));
            List<Map<String, Object>> rows = reference.theirs().contains("tenant_id")
                    ? db.sql("select " + theirs + " from " + reference.table()
                            + " where tenant_id = ? order by 1, 2").param(tenant).query().listOfRows()
                    : List.of();
            Map<String, Object> one = rows.isEmpty() ? Map.of() : rows.get(random.nextInt(rows.size()));
            for (int i = 0; i < reference.columns().size(); i++) {
                Object value = one.get(reference.theirs().get(i));
                row.put(reference.columns().get(i), value == null ? null : value.toString());
            }
        }
    }

    private @Nullable String usual(Column column) {
        return value(column.type(), drawn++);
    }

    /// A value that may fit better: of the form that constraints name, of a form that is common, or none.
    private @Nullable String another(Table table, Column column) {
        if (column.nullable() && random.nextInt(4) == 0) {
            return null;
        }
        String type = column.type();
        List<String> named = new ArrayList<>();
        for (Demand demand : table.demands().values()) {
            if (demand.columns().contains(column.name())) {
                Matcher matcher = (type.startsWith("text") || type.startsWith("char") ? TEXT : NUMBER)
                        .matcher(demand.text());
                while (matcher.find()) {
                    named.add(matcher.group(1).replace("''", "'"));
                }
                Matcher form = FORM.matcher(demand.text());
                while (form.find()) {
                    named.add(drawn(form.group(1).replace("''", "'")));
                }
            }
        }
        boolean list = type.endsWith("[]");
        if (type.startsWith("text")) {
            named.replaceAll(one -> one.contains("%") ? one.replace("%", mark) : one);
            if (random.nextInt(4) == 0) {
                named.addAll(FORMS);
            }
        }
        if (named.isEmpty() || random.nextInt(5) == 0) {
            return value(type, random.nextInt(1_000));
        }
        String one = named.get(random.nextInt(named.size()));
        return list ? "{\"" + one.replace("\"", "\\\"") + "\"}" : fit(type, one);
    }

    /// A text of the form that this expression describes.
    private String drawn(String expression) {
        Automaton forms = Operations.determinize(
                new RegExp(expression.replaceAll("^\\^|\\$$", ""), RegExp.NONE).toAutomaton(), 10_000);
        var text = new StringBuilder();
        int state = 0;
        var step = new Transition();
        while (forms.getNumTransitions(state) > 0 && !(forms.isAccept(state) && random.nextInt(8) == 0)) {
            forms.getTransition(state, random.nextInt(forms.getNumTransitions(state)), step);
            int last = Math.max(step.min, Math.min(step.max, 'z'));
            text.appendCodePoint(step.min + random.nextInt(last - step.min + 1));
            state = step.dest;
        }
        return text.toString();
    }

    private String fit(String type, String one) {
        return switch (type) {
            case "bytea" -> "\\x" + "ab".repeat((int) Math.min(64, Math.max(1, Double.parseDouble(one))));
            case "smallint", "integer", "bigint" ->
                String.valueOf((long) Double.parseDouble(one) + random.nextInt(3) - 1);
            case "numeric", "double precision", "real" ->
                String.valueOf(Double.parseDouble(one) + (random.nextInt(3) - 1) / 2.0);
            case "timestamp with time zone", "date", "boolean", "json", "jsonb", "uuid" ->
                value(type, random.nextInt(1_000));
            default -> one;
        };
    }

    private String value(String type, int number) {
        if (type.endsWith("[]")) {
            return "{" + (type.startsWith("text") ? text(number) : value(type.substring(0, type.length() - 2), number))
                    + "}";
        }
        return switch (type.replaceAll("\\(.*\\)", "")) {
            case "uuid" -> new UUID(random.nextLong() & ~0xF000L | 0x4000L,
                    random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L).toString();
            case "smallint", "integer", "bigint" -> String.valueOf(1 + number % 900);
            case "numeric", "double precision", "real" -> "0." + (1 + number % 8);
            case "boolean" -> String.valueOf(number % 2 == 0);
            case "date" -> "2025-%02d-%02d".formatted(1 + number % 11, 1 + number % 28);
            case "timestamp with time zone" -> "2025-%02d-%02dT%02d:00:00Z".formatted(1 + number % 11,
                    1 + number % 28, number % 24);
            case "json", "jsonb" -> "{\"" + mark + "\": \"" + text(number) + "\"}";
            case "bytea" -> "\\x" + Arrays.stream(new int[16]).mapToObj(one -> "%04x".formatted(random.nextInt(65_536)))
                    .collect(Collectors.joining());
            case "interval" -> number + " minutes";
            default -> text(number);
        };
    }

    /// None is the beginning of another.
    private String text(int number) {
        return "%s%05d".formatted(mark, number);
    }
}

package dev.upswell.server.access.tenancy;

import dev.upswell.server.store.RowsOfEveryTable;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a tenant keeps that others may not learn: by which of it others ask, and what must appear in no answer to them.
///
/// They ask by what names things: keys, names and identities of the first row of each table. Everything else that is not found elsewhere
/// (texts with the mark, UUIDs, hashes) is a canary.
final class NeighboursValues {

    private static final Pattern NAMES = Pattern
            .compile("(.*_)?(id|name|handle|key|version|creator|video|client|person|"
                    + "subject|label|tag|phrase|source|sha256|seq|token|topic|term|hash|query|industry|purpose|number|day)");
    private static final Pattern SENDABLE = Pattern.compile("(?!true|false)[A-Za-z0-9._@-]{3,64}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{2,8}");
    private static final Pattern MEASURE = Pattern.compile("-?\\d+\\.\\d+|\\d{4}-\\d\\d-\\d\\d(T[\\d:.]+Z?)?");
    private static final Pattern DISTINCT = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{12,}");

    private final String mark;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Set<String> canaries = new LinkedHashSet<>();
    private final Set<String> sent = new LinkedHashSet<>();
    private final Map<String, String> partners = new HashMap<>();

    NeighboursValues(TenantId tenant, String mark, List<String> alsoKnownBy) {
        this.mark = mark;
        Map<String, List<String>> tables = TestDatabase.asOwner(db -> RowsOfEveryTable.read(db, tenant));
        tables.forEach((table, all) -> {
            for (int i = 0; i < all.size(); i++) {
                read(JsonMapper.shared().readTree(all.get(i)), i == 0);
            }
        });
        alsoKnownBy.forEach(one -> {
            rows.add(Map.of("name", one));
            sent.add(one);
        });
        sent.add(tenant.toString());
        canaries.removeAll(sent);
    }

    private void read(JsonNode row, boolean first) {
        Map<String, String> values = new TreeMap<>();
        row.properties().forEach(column -> {
            String value = column.getValue().asString("");
            if (first && NAMES.matcher(column.getKey()).matches() && SENDABLE.matcher(value).matches()) {
                values.put(column.getKey(), value);
                sent.add(value);
            }
            texts(column.getValue());
        });
        if (!values.isEmpty()) {
            rows.add(values);
        }
    }

    /// Texts wherever they lie, in lists and documents too.
    private void texts(JsonNode node) {
        if (node.isContainer()) {
            node.forEach(this::texts);
        } else if (node.isString()) {
            String text = node.asString();
            if (text.contains(mark) && text.length() > mark.length() || DISTINCT.matcher(text).matches()) {
                canaries.add(text);
            }
        }
    }

    /// Values by name of one of the rows by which others ask.
    Map<String, String> row(Random random) {
        return rows.get(random.nextInt(rows.size()));
    }

    /// What must appear in no answer.
    Set<String> canaries() {
        return canaries;
    }

    /// What names things, and may be asked by.
    Set<String> sent() {
        return sent;
    }

    /// A value of the same form that nobody has; always the same one. Of a number the next that nobody has, so that both are in the same
    /// range; a file's ending stays, for it is no name, and so do fractions and moments, which are none either.
    String neverThere(String value) {
        return partners.computeIfAbsent(value, one -> {
            if (MEASURE.matcher(one).matches()) {
                return one;
            }
            if (NUMBER.matcher(one).matches()) {
                return Stream.iterate(Long.parseLong(one) + 1, next -> next + 1).map(String::valueOf)
                        .filter(next -> !sent.contains(next)).findFirst().orElseThrow();
            }
            var random = new Random(one.hashCode());
            String other;
            do {
                var text = new StringBuilder();
                int end = one.lastIndexOf('.') < 0 ? one.length() : one.lastIndexOf('.');
                for (int i = 0; i < end; i++) {
                    text.append(another(one.charAt(i), one, i, random));
                }
                other = text + one.substring(end);
            } while (other.equals(one) || canaries.contains(other) || sent.contains(other));
            return other;
        });
    }

    private static char another(char c, String whole, int at, Random random) {
        boolean hex = DISTINCT.matcher(whole).matches();
        if (hex && whole.length() == 36 && (at == 14 || at == 19)) {
            return c;
        }
        if (hex && c != '-') {
            return "0123456789abcdef".charAt(random.nextInt(16));
        }
        if (c >= '0' && c <= '9') {
            return (char) ((at == 0 ? '1' : '0') + random.nextInt(at == 0 ? 9 : 10));
        }
        return c >= 'a' && c <= 'z'
                ? (char) ('a' + random.nextInt(26))
                : c >= 'A' && c <= 'Z' ? (char) ('A' + random.nextInt(26)) : c;
    }
}

package dev.upswell.server.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What makes two headers the same: the set of their column names in one spelling, whatever their order.
///
/// Case, blanks and the form of Unicode do not count, unless two columns of a header differ in nothing else: then all its names
/// count as they are written.
final class HeaderPrint {

    private HeaderPrint() {
    }

    /// The print of a header, 64 hexadecimal digits.
    static String of(List<String> columns) {
        return of("", columns);
    }

    /// The print of a header for a mapping with these cells. Of a table with a column for each time only the other columns
    /// count, for the next export has other times; and none of a table with cells is that of one without.
    static String of(List<String> columns, Cells.@Nullable Across across) {
        return switch (across) {
            case null -> of(columns);
            case TIMES -> of("times,", columns.stream().filter(column -> !Cells.isTime(column)).toList());
            case NAMES -> of("names,", columns);
        };
    }

    private static String of(String mark, List<String> columns) {
        Map<String, String> spelt = spelt(columns);
        String all = mark
                + spelt.keySet().stream().sorted().map(MappingText::quoted).collect(Collectors.joining(","));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Those of the wanted names that this header writes in another way, each with the header's own spelling.
    static Map<String, String> respelt(Collection<String> wanted, List<String> columns) {
        Map<String, String> spelt = spelt(columns);
        Map<String, String> respelt = new HashMap<>();
        for (String name : wanted) {
            String own = spelt.get(spelling(name));
            if (own != null && !columns.contains(name)) {
                respelt.put(name, own);
            }
        }
        return respelt;
    }

    /// The columns by their spelling, or by themselves where two of them have one spelling.
    private static Map<String, String> spelt(List<String> columns) {
        Map<String, String> spelt = new HashMap<>();
        columns.forEach(column -> spelt.put(spelling(column), column));
        if (spelt.size() < columns.size()) {
            spelt.clear();
            columns.forEach(column -> spelt.put(column, column));
        }
        return spelt;
    }

    private static String spelling(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("[\\s\\p{Z}\\p{Cf}]+", " ").strip()
                .toLowerCase(Locale.ROOT);
    }
}

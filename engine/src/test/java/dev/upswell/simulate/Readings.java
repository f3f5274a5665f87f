package dev.upswell.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A test's own, simple reading of an observations file: well-formed rows only, views by kind, id and time.
record Readings(Map<String, NavigableMap<Long, Double>> views, int malformed) {

    private static final long MAX_AGE = 12 * 3600;
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}|[0-9]+(\\.[0-9])?[KMB]");
    private static final List<String> KINDS = List.of("hashtag", "sound", "creator", "video");

    static Readings of(String csv) {
        Map<String, NavigableMap<Long, Double>> views = new HashMap<>();
        Map<String, Long> seconds = new HashMap<>();
        int malformed = 0;
        for (String line : csv.lines().skip(1).toList()) {
            String[] fields = (line.indexOf('"') < 0 ? line : line.replaceAll("\"[^\"]*\"", "")).split(",", -1);
            if (!isGood(fields)) {
                malformed++;
            } else if (!fields[5].isEmpty()) {
                views.computeIfAbsent(fields[0] + ' ' + fields[1], id -> new TreeMap<>())
                        .put(seconds.computeIfAbsent(fields[4], Readings::epochSecond), number(fields[5]));
            }
        }
        return new Readings(views, malformed);
    }

    private static long epochSecond(String time) {
        return Instant.parse(time).getEpochSecond();
    }

    private static boolean isGood(String[] fields) {
        return fields.length == 12 && KINDS.contains(fields[0])
                && !fields[1].isEmpty() && fields[4].startsWith("2025-")
                && hasCount(fields)
                && (fields[5].isEmpty() || COUNT.matcher(fields[5]).matches());
    }

    private static boolean hasCount(String[] fields) {
        for (int i = 5; i < fields.length; i++) {
            if (!fields[i].isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static double number(String text) {
        int unit = "KMB".indexOf(text.charAt(text.length() - 1));
        return unit < 0
                ? Double.parseDouble(text)
                : Double.parseDouble(text.substring(0, text.length() - 1)) * Math.pow(1000, unit + 1);
    }

    List<String> ids(String kind) {
        return views.keySet().stream().filter(id -> id.startsWith(kind + ' ')).sorted().toList();
    }

    /// The last views at or before this epoch second, at most 12 h old.
    OptionalDouble level(String id, long at) {
        var last = views.get(id).floorEntry(at);
        return last == null || at - last.getKey() > MAX_AGE
                ? OptionalDouble.empty()
                : OptionalDouble.of(last.getValue());
    }

    /// Falls between neighbouring readings of an entity, as ratios of their views.
    List<Double> falls(String id) {
        List<Double> falls = new ArrayList<>();
        double before = 0;
        for (double value : views.get(id).values()) {
            if (value < before) {
                falls.add(value / before);
            }
            before = value;
        }
        return falls;
    }
}

package dev.upswell.benchmarks.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How long answers took, by page, and what went wrong.
final class Visits {

    private static final int SHOWN = 10;

    private final Map<String, List<Long>> nanosByPage = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();

    /// Notes an answer.
    ///
    /// @param page the beginning of its address, so that pages of many things are one
    synchronized void answered(String page, long nanos) {
        nanosByPage.computeIfAbsent(page, one -> new ArrayList<>()).add(nanos);
    }

    synchronized void failed(String what) {
        errors.merge(what, 1, Integer::sum);
    }

    synchronized int count() {
        return nanosByPage.values().stream().mapToInt(List::size).sum();
    }

    /// The table: all answers, then those of the slowest pages.
    synchronized String table() {
        var text = new StringBuilder(
                "| page | answers | p50 ms | p95 ms | p99 ms | slowest ms |\n|---|---|---|---|---|---|\n");
        text.append(row("all", nanosByPage.values().stream().flatMap(List::stream).toList()));
        nanosByPage.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Long>> one) -> at(one.getValue(), 0.95))
                        .reversed())
                .limit(SHOWN).forEach(one -> text.append(row("`" + one.getKey() + "`", one.getValue())));
        text.append("\nerrors: ").append(errors.isEmpty() ? "none" : errors.toString()).append('\n');
        return text.toString();
    }

    private static String row(String name, List<Long> nanos) {
        return String.format(Locale.ROOT, "| %s | %d | %.0f | %.0f | %.0f | %.0f |%n", name, nanos.size(),
                at(nanos, 0.5), at(nanos, 0.95), at(nanos, 0.99), at(nanos, 1));
    }

    /// The least of them that this share of all does not exceed, in milliseconds; 0 where there are none.
    private static double at(List<Long> nanos, double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? 0
                : Arrays.stream(sorted).skip(Math.max(0, (long) Math.ceil(share * sorted.length) - 1)).findFirst()
                        .orElseThrow() / 1e6;
    }
}

package dev.upswell.server.cli;

import dev.upswell.content.EntityKind;
import dev.upswell.server.trend.TrendDocument;
import dev.upswell.server.trend.TrendTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The ranked table for people.
public final class TrendText {

    /// Said by a sign of its own; and how the numbers came about, which stays in the JSON.
    private static final Set<String> UNSHOWN = Set.of("emerging", "aggregate_only");

    private TrendText() {
    }

    /// The table as text, with so many rows at most.
    public static String of(TrendTable table, int top) {
        TrendDocument document = TrendDocument.of(table, top);
        if (document.at() == null) {
            return table.lastReading() == null
                    ? "Nothing has been observed of this kind. Bring data in with: upswell import FILE"
                    : "No metrics are computed for this time yet. Run: upswell metrics";
        }
        var lines = new TextTable(">#", document.kind(), ">gained 24 h", ">against day before", ">momentum", ">novelty",
                ">surge 24 h", ">90 % interval", ">coverage", "flags");
        for (TrendDocument.Row row : document.rows()) {
            lines.row(Integer.toString(row.rank()), called(table.kind(), row.name()),
                    Numbers.count(row.viewsGained()), Numbers.change(row.viewGrowth()),
                    Numbers.decimal(row.momentum(), 2), Numbers.decimal(row.noveltyIndex(), 2),
                    row.probability() == null ? "–" : percent(row.probability()), interval(row.interval()),
                    percent(row.coverage()), flags(row));
        }
        return "%s trends over 24 h as of %s, %,d ranked, %d shown.%n%s".formatted(
                capital(document.kind()), document.at(), table.lines().size(), document.rows().size(), lines);
    }

    private static String called(EntityKind kind, String name) {
        return switch (kind) {
            case HASHTAG -> "#" + name;
            case CREATOR -> "@" + name;
            case SOUND, VIDEO -> name;
        };
    }

    private static String flags(TrendDocument.Row row) {
        String words = String.join(", ", row.flags().stream().filter(flag -> !UNSHOWN.contains(flag))
                .map(flag -> flag.replace('_', ' ')).toList());
        return row.emerging() ? words.isEmpty() ? "▲ emerging" : "▲ emerging, " + words : words;
    }

    private static String interval(@org.jspecify.annotations.Nullable List<Double> ends) {
        return ends == null ? "–" : percent(ends.get(0)) + " – " + percent(ends.get(1));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share > 0 && share < 0.095 ? "%.1f %%" : "%.0f %%", share * 100);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}

package dev.upswell.server.commerce.page;

import dev.upswell.server.commerce.FactKind;
import dev.upswell.server.listing.Column;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The columns of facts in a file: those that people look at first, by their names in the data dictionary.
final class FactColumns {

    private static final String MONEY = "money in the currency of the row";
    private static final String SHARE = "share of 1";
    private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("spend", MONEY), Map.entry("cpv", MONEY),
            Map.entry("total", MONEY), Map.entry("price", MONEY), Map.entry("revenue", MONEY), Map.entry("ctr", SHARE),
            Map.entry("cvr", SHARE), Map.entry("share", SHARE), Map.entry("completion_rate", SHARE),
            Map.entry("rewatch_ratio", "views per viewer"), Map.entry("retention_3s", SHARE),
            Map.entry("retention_5s", SHARE),
            Map.entry("impressions", "impressions"), Map.entry("clicks", "clicks"),
            Map.entry("conversions", "conversions"), Map.entry("reach", "viewers"), Map.entry("units", "units sold"),
            Map.entry("period_days", "days"), Map.entry("duration_seconds", "seconds"),
            Map.entry("average_watch_seconds", "seconds"), Map.entry("watched_seconds", "seconds"),
            Map.entry("profile_views", "views of profiles"), Map.entry("link_clicks", "clicks"),
            Map.entry("new_followers", "followers"));

    private FactColumns() {
    }

    static List<Column<Map<String, @Nullable Object>>> of(FactKind kind) {
        return kind.shown().stream().map(FactColumns::column).toList();
    }

    private static Column<Map<String, @Nullable Object>> column(String name) {
        String unit = UNITS.get(name);
        if (unit != null) {
            return Column.number(name, unit, fact -> number(fact.get(name)));
        }
        return name.endsWith("_at")
                ? Column.time(name, fact -> instant(fact.get(name)))
                : Column.text(name, fact -> fact.get(name));
    }

    private static @Nullable Double number(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number.doubleValue();
            // Money is kept in decimal, and told so.
            default -> Double.valueOf(value.toString());
        };
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        return value == null ? null : Instant.parse(value.toString());
    }
}

package dev.upswell.server.commerce.page;

import dev.upswell.server.commerce.FactKind;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Facts of ads and shops as people read them.
final class FactWords {

    private static final Set<String> RATES = Set.of("ctr", "cvr", "share", "completion_rate", "rewatch_ratio",
            "retention_3s", "retention_5s");
    private static final Set<String> FIGURES = Set.of("spend", "impressions", "clicks", "ctr", "conversions", "cvr",
            "cpv", "reach",
            "total", "price", "units", "revenue", "period_days", "duration_seconds", "share", "completion_rate",
            "average_watch_seconds", "rewatch_ratio", "retention_3s", "retention_5s", "profile_views", "link_clicks",
            "new_followers");

    private final Words words;
    private final Figures figures;
    private final Times times;

    FactWords(Words words, Figures figures, Times times) {
        this.words = words;
        this.figures = figures;
        this.times = times;
    }

    /// A value of a row.
    ///
    /// @param figure whether it is a number, which stands at the right
    record Cell(String text, boolean figure) {
    }

    /// The heading of a column, by its name in the data dictionary.
    Cell heading(String column) {
        return new Cell(words.say("commerce.column." + column), FIGURES.contains(column));
    }

    Cell cell(String column, @Nullable Object value) {
        return new Cell(text(column, value), FIGURES.contains(column));
    }

    private String text(String column, @Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Number rate when RATES.contains(column) -> figures.percent(rate.doubleValue(), 2);
            case Long whole -> figures.exact(whole);
            case Double seconds when column.equals("average_watch_seconds") ->
                String.format(Locale.ROOT, "%.1f", seconds);
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
                figures.exact(number.longValue());
            case Double number -> String.format(Locale.ROOT, "%.4f", number);
            case String at when column.endsWith("_at") -> times.moment(Instant.parse(at));
            default -> value.toString();
        };
    }

    String name(FactKind kind) {
        return switch (kind) {
            case RESULTS -> words.say("commerce.results");
            case ADS -> words.say("commerce.ads");
            case ORDERS -> words.say("commerce.orders");
            case ORDER_LINES -> words.say("commerce.lines");
            case PRODUCT_SALES -> words.say("commerce.sales");
            case ASSETS -> words.say("commerce.assets");
            case AUDIENCE -> words.say("commerce.audience");
            case ACTIVITY -> words.say("commerce.activity");
            case VIEWING -> words.say("commerce.viewing");
        };
    }

    /// What its figures are.
    String text(FactKind kind) {
        return kind == FactKind.VIEWING ? words.say("commerce.viewing.text") : words.say("commerce.text");
    }

    /// What to type to have such facts, after the name of the launcher.
    String command(FactKind kind) {
        return switch (kind) {
            case RESULTS -> "watch add results:ADVERTISER --source tiktok-business";
            case ADS -> "watch add ads:WORDS --source tiktok-ads-library";
            case ORDERS, ORDER_LINES -> "watch add orders:SHOP --source tiktok-shop";
            case PRODUCT_SALES, ASSETS, AUDIENCE, ACTIVITY, VIEWING -> "import FILE";
        };
    }
}

package dev.upswell.server.improve.page;

import dev.upswell.forecast.explain.Quantity;
import dev.upswell.forecast.explain.Quantity.Unit;
import dev.upswell.forecast.explain.Statement;
import java.util.Optional;

/// How the values of a feature are drawn: in the unit in which sentences tell them.
///
/// @param factor by which a quantity is multiplied, 100 for percent
/// @param code of the unit's words in the bundle
/// @param wide whether values spread over powers of ten, so that the axis is logarithmic
record FeatureScale(double factor, String code, boolean wide) {

    private static final FeatureScale PLAIN = new FeatureScale(1, "plain", false);

    /// The scale of this feature; a plain one for a feature that has no sentence.
    static FeatureScale of(String feature) {
        Optional<Quantity> quantity = Statement.about(feature, 1.0)
                .flatMap(said -> Optional.ofNullable(said.quantity()));
        return quantity.map(one -> of(one.unit())).orElse(PLAIN);
    }

    private static FeatureScale of(Unit unit) {
        return switch (unit) {
            case CHANGE, RATIO, SHARE, LOG_SHARE -> new FeatureScale(100, "percent", false);
            case CHANGE_PER_DAY, LOG_CHANGE_PER_DAY -> new FeatureScale(100, "percentPerDay", false);
            case TIMES -> new FeatureScale(1, "times", true);
            case FACTOR -> new FeatureScale(1, "times", false);
            case SIZE -> new FeatureScale(1, "views", true);
            case HOURS -> new FeatureScale(1, "hours", false);
            case LOG_HOURS -> new FeatureScale(1, "hours", true);
            case DAYS -> new FeatureScale(1, "days", false);
            case COUNT -> new FeatureScale(1, "count", false);
            case NUMBER, WEEKDAY -> PLAIN;
        };
    }

    /// The value as it is drawn.
    double drawn(String feature, double value) {
        Statement said = Statement.about(feature, value).orElse(null);
        Quantity quantity = said == null ? null : said.quantity();
        if (said == null || quantity == null) {
            return value;
        }
        return factor * (said.key().endsWith(".down") ? -quantity.value() : quantity.value());
    }
}

package dev.upswell.forecast.explain;

import dev.upswell.forecast.explain.Quantity.Unit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How one family of features is put into words.
///
/// @param features matches the whole name; its first group is the span or count that tells the members apart
/// @param key of the sentence; a signed one has `.up`, `.down` and `.same` behind it
/// @param signed whether the direction of the value is a word of the sentence, so that the number stands without its sign
record Template(Pattern features, String key, Unit unit, boolean signed) {

    static final List<Template> ALL = List.of(
            signed("growth_(\\d+[hd])", "growth", Unit.CHANGE), signed("growth_day_(\\d+)", "growthDay", Unit.CHANGE),
            signed("acceleration_(24h|7d)", "acceleration", Unit.CHANGE), plain("pace_24h", "paceDay", Unit.FACTOR),
            plain("volatility_(\\d+d)", "volatility", Unit.CHANGE), plain("max_day_(\\d+d)", "bestDay", Unit.CHANGE),
            plain("growing_days_(\\d+d)", "growingDays", Unit.SHARE), plain("tick_size", "tick", Unit.CHANGE),
            plain("hours_since_step", "sinceStep", Unit.HOURS), plain("hours_since_change", "sinceChange", Unit.HOURS),
            plain("last_step_growth", "lastStep", Unit.CHANGE), plain("last_step_hours", "stepHours", Unit.HOURS),
            plain("waiting_ratio", "waiting", Unit.FACTOR), plain("steps_(\\d+d)", "steps", Unit.COUNT),
            plain("pace_(\\d+)_steps", "paceSteps", Unit.CHANGE_PER_DAY), plain("tick_used", "tickUsed", Unit.SHARE),
            plain("expected_steps_24h", "expectedSteps", Unit.NUMBER),
            plain("expected_growth_24h", "expectedGrowth", Unit.CHANGE),
            plain("needed_steps", "neededSteps", Unit.NUMBER), plain("needed_pace_ratio", "neededPace", Unit.TIMES),
            signed("bar_margin", "barMargin", Unit.CHANGE), plain("drawdown", "drawdown", Unit.CHANGE),
            plain("falls_7d", "falls", Unit.COUNT), plain("reading_age_hours", "readingAge", Unit.HOURS),
            plain("readings_24h", "readings", Unit.COUNT), plain("needed_growth", "neededGrowth", Unit.CHANGE),
            plain("needed_ratio_(\\d+)_steps", "neededRatioSteps", Unit.TIMES),
            plain("needed_ratio_(\\d+[hd])", "neededRatio", Unit.TIMES),
            plain("forgetful_growth_(\\d+[hd])", "meanGrowth", Unit.CHANGE_PER_DAY),
            plain("bar_days_(\\d+d)", "barDays", Unit.SHARE), plain("hawkes_growth_24h", "hawkes", Unit.CHANGE),
            plain("hawkes_infectiousness", "infectious", Unit.NUMBER), plain("log_level", "size", Unit.SIZE),
            plain("leading_digits", "digits", Unit.NUMBER), plain("watched_days", "watched", Unit.DAYS),
            plain("day_of_week", "weekday", Unit.WEEKDAY), plain("hour_of_day", "hour", Unit.NUMBER),
            plain("recent_bar", "recentBar", Unit.CHANGE), plain("surge_rate_(\\d+d)", "surgeRate", Unit.SHARE),
            plain("days_since_surge", "sinceSurge", Unit.DAYS), signed("last_excess", "lastExcess", Unit.CHANGE),
            signed("mean_excess_30d", "meanExcess", Unit.CHANGE), signed("last_error", "lastError", Unit.CHANGE),
            signed("error_bias_7d", "errorBias", Unit.CHANGE), plain("error_spread_7d", "errorSpread", Unit.CHANGE),
            plain("market_growing_24h", "marketGrowing", Unit.SHARE),
            plain("market_bar_24h", "marketBar", Unit.CHANGE),
            signed("over_market_bar", "overMarket", Unit.CHANGE));

    private static Template plain(String features, String key, Unit unit) {
        return new Template(Pattern.compile(features), key, unit, false);
    }

    private static Template signed(String features, String key, Unit unit) {
        return new Template(Pattern.compile(features), key, unit, true);
    }

    /// The statement about this feature; empty when this family does not hold it.
    Optional<Statement> about(String feature, double value) {
        Matcher name = features.matcher(feature);
        if (!name.matches()) {
            return Optional.empty();
        }
        Quantity quantity = unit.of(value);
        String span = name.groupCount() == 0 ? "" : name.group(1);
        if (!signed) {
            return Optional.of(new Statement(feature, key, quantity, span));
        }
        String direction = quantity.value() > 0 ? ".up" : quantity.value() < 0 ? ".down" : ".same";
        return Optional.of(new Statement(feature, key + direction,
                new Quantity(quantity.unit(), Math.abs(quantity.value())), span));
    }

    /// The keys that its statements may have.
    List<String> keys() {
        return signed ? List.of(key + ".up", key + ".down", key + ".same") : List.of(key);
    }
}

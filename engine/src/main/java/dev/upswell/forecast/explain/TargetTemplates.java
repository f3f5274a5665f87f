package dev.upswell.forecast.explain;

import static dev.upswell.forecast.explain.Template.plain;
import static dev.upswell.forecast.explain.Template.signed;

import dev.upswell.forecast.explain.Quantity.Unit;
import java.util.List;

/// What the counter to be foretold says by itself.
final class TargetTemplates {

    static final List<Template> ALL = List.of(
            signed("growth_(?<span>\\d+[hdm])", "growth", Unit.CHANGE),
            signed("growth_day_(?<span>\\d+)", "growthDay", Unit.CHANGE),
            signed("acceleration_(?<span>\\d+[hd])", "acceleration", Unit.CHANGE),
            plain("pace_24h", "paceDay", Unit.FACTOR),
            plain("volatility_(?<span>\\d+d)", "volatility", Unit.CHANGE),
            plain("max_day_(?<span>\\d+d)", "bestDay", Unit.CHANGE),
            plain("growing_days_(?<span>\\d+d)", "growingDays", Unit.SHARE),
            plain("tick_size", "tick", Unit.CHANGE),
            plain("hours_since_step", "sinceStep", Unit.HOURS),
            plain("hours_since_change", "sinceChange", Unit.HOURS),
            plain("last_step_growth", "lastStep", Unit.CHANGE),
            plain("last_step_hours", "stepHours", Unit.HOURS),
            plain("waiting_ratio", "waiting", Unit.FACTOR),
            plain("steps_(?<span>\\d+d)", "steps", Unit.COUNT),
            plain("pace_(?<span>\\d+)_steps", "paceSteps", Unit.CHANGE_PER_DAY),
            plain("tick_used", "tickUsed", Unit.SHARE),
            plain("expected_steps_24h", "expectedSteps", Unit.NUMBER),
            plain("expected_growth_24h", "expectedGrowth", Unit.CHANGE),
            plain("needed_steps", "neededSteps", Unit.NUMBER),
            plain("needed_pace_ratio", "neededPace", Unit.TIMES),
            signed("bar_margin", "barMargin", Unit.CHANGE),
            plain("drawdown", "drawdown", Unit.CHANGE),
            plain("falls_7d", "falls", Unit.COUNT),
            plain("reading_age_hours", "readingAge", Unit.HOURS),
            plain("readings_24h", "readings", Unit.COUNT),
            plain("needed_growth", "neededGrowth", Unit.CHANGE),
            plain("needed_ratio_(?<span>\\d+)_steps", "neededRatioSteps", Unit.TIMES),
            plain("needed_ratio_(?<span>\\d+[hd])", "neededRatio", Unit.TIMES),
            plain("forgetful_growth_(?<span>\\d+[hd])", "meanGrowth", Unit.CHANGE_PER_DAY),
            plain("bar_days_(?<span>\\d+d)", "barDays", Unit.SHARE),
            plain("hawkes_growth_24h", "hawkes", Unit.CHANGE),
            plain("hawkes_infectiousness", "infectious", Unit.NUMBER),
            plain("log_level", "size", Unit.SIZE),
            plain("leading_digits", "digits", Unit.NUMBER),
            plain("watched_days", "watched", Unit.DAYS),
            plain("day_of_week", "weekday", Unit.WEEKDAY),
            plain("hour_of_day", "hour", Unit.NUMBER),
            plain("recent_bar", "recentBar", Unit.CHANGE),
            plain("surge_rate_(?<span>\\d+d)", "surgeRate", Unit.SHARE),
            plain("days_since_surge", "sinceSurge", Unit.DAYS),
            signed("last_excess", "lastExcess", Unit.CHANGE),
            signed("mean_excess_30d", "meanExcess", Unit.CHANGE),
            signed("last_error", "lastError", Unit.CHANGE),
            signed("error_bias_7d", "errorBias", Unit.CHANGE),
            plain("error_spread_7d", "errorSpread", Unit.CHANGE),
            plain("market_growing_24h", "marketGrowing", Unit.SHARE),
            plain("market_bar_24h", "marketBar", Unit.CHANGE),
            signed("over_market_bar", "overMarket", Unit.CHANGE));

    private TargetTemplates() {
    }
}

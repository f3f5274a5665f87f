package dev.upswell.forecast.explain;

import static dev.upswell.forecast.explain.Template.plain;
import static dev.upswell.forecast.explain.Template.signed;

import dev.upswell.forecast.explain.Quantity.Unit;
import java.util.List;

/// What a few looks at a young video say.
final class LookTemplates {

    static final List<Template> ALL = List.of(signed("growth_before", "sinceLook", Unit.CHANGE),
            signed("growth_before_that", "betweenLooks", Unit.CHANGE),
            signed("growth_since_first", "sinceFirst", Unit.CHANGE),
            signed("acceleration_before", "lookTurn", Unit.CHANGE), plain("life_growth", "lifeGrowth", Unit.CHANGE),
            plain("gain_over_life", "overLife", Unit.TIMES), plain("hours_since_look", "lookHours", Unit.HOURS),
            plain("age_hours", "age", Unit.LOG_HOURS), plain("looks", "looks", Unit.COUNT),
            plain("made_hour", "madeHour", Unit.NUMBER), plain("made_weekday", "madeWeekday", Unit.WEEKDAY),
            plain("like_share", "likeShare", Unit.LOG_SHARE),
            signed("like_growth_over_growth", "likeGrowth", Unit.CHANGE));

    private LookTemplates() {
    }
}

package dev.upswell.forecast.explain;

import static dev.upswell.forecast.explain.Template.plain;
import static dev.upswell.forecast.explain.Template.signed;

import dev.upswell.forecast.explain.Quantity.Unit;
import java.util.List;

/// What is believed of outbreaks, and what their possible futures bring.
final class OutbreakTemplates {

    static final List<Template> ALL = List.of(plain("regime_calm", "calm", Unit.SHARE),
            plain("regime_rising", "rising", Unit.SHARE), plain("regime_hot", "hot", Unit.SHARE),
            plain("regime_cooling", "cooling", Unit.SHARE), plain("regime_stage", "stage", Unit.NUMBER),
            plain("outbreak_hours", "outbreakHours", Unit.HOURS), plain("outbreak_posts", "outbreakPosts", Unit.TIMES),
            plain("regime_mood", "mood", Unit.FACTOR), plain("regime_branching", "regimeBranching", Unit.NUMBER),
            plain("regime_load", "load", Unit.NUMBER), plain("regime_excitation", "regimeExcitation", Unit.TIMES),
            plain("regime_pace", "regimePace", Unit.TIMES), plain("regime_under_way", "regimeUnderWay", Unit.CHANGE),
            plain("regime_fresh", "fresh", Unit.FACTOR),
            plain("regime_usual_growth", "usualGrowth", Unit.CHANGE),
            signed("futures_growth", "futures", Unit.CHANGE),
            signed("futures_growth_p(?<span>\\d+)", "futuresBelow", Unit.CHANGE),
            plain("futures_pass_half_bar", "passHalf", Unit.SHARE), plain("futures_pass_bar", "pass", Unit.SHARE),
            plain("futures_pass_double_bar", "passDouble", Unit.SHARE),
            plain("futures_cut_bar", "cutBar", Unit.CHANGE), plain("futures_pass_cut_bar", "passCut", Unit.SHARE),
            signed("futures_over_cut_bar", "overCut", Unit.CHANGE),
            plain("unexplained_episodes", "unexplainedEpisodes", Unit.NUMBER),
            plain("unexplained_growth", "unexplainedGrowth", Unit.CHANGE),
            plain("unexplained_hours", "unexplainedHours", Unit.HOURS),
            plain("unexplained_now", "unexplainedNow", Unit.CHANGE),
            signed("futures_posts_quarter", "postsQuarter", Unit.CHANGE),
            signed("futures_posts_half", "postsHalf", Unit.CHANGE),
            signed("futures_posts_whole", "postsWhole", Unit.CHANGE));

    private OutbreakTemplates() {
    }
}

package dev.upswell.server.scorecard.rest;

import dev.upswell.scorecard.Input;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A made-up creator, to be sent to the other paths as it is, and what it comes to there.
@Schema(name = "ScorecardDemo")
@JsonNaming(SnakeCaseStrategy.class)
record DemoAnswer(boolean success,
        @Schema(description = "creator_id and inputs by their names, as POST /analyze takes them") Map<String, Object> demoData,
        ScorecardAnswer analysis, ComparisonAnswer.Scores comparison) {

    static final String CREATOR = "demo_creator";

    /// Half a shop's figures and a fair account: some indicators are high, some low, one is not known at all.
    static final Map<Input, Double> INPUTS = inputs();

    static DemoAnswer of(ScorecardAnswer analysis, ComparisonAnswer comparison) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("creator_id", CREATOR);
        INPUTS.forEach((input, value) -> told.put(input.field(), value));
        return new DemoAnswer(true, told, analysis, comparison.comparison());
    }

    private static Map<Input, Double> inputs() {
        Map<Input, Double> inputs = new EnumMap<>(Input.class);
        inputs.put(Input.CONVERSION_RATE, 0.031);
        inputs.put(Input.TOTAL_REVENUE, 6_240.0);
        inputs.put(Input.AVG_ORDER_VALUE, 38.5);
        inputs.put(Input.FUNNEL_COMPLETION_RATE, 0.26);
        inputs.put(Input.CART_ABANDONMENT_RATE, 0.71);
        inputs.put(Input.CHECKOUT_SUCCESS_RATE, 0.9);
        inputs.put(Input.LISTING_QUALITY, 0.62);
        inputs.put(Input.PRODUCT_VELOCITY, 0.4);
        inputs.put(Input.INTEGRATION_SEAMLESSNESS, 0.55);
        inputs.put(Input.LIKES_RATIO, 0.081);
        inputs.put(Input.COMMENTS_RATIO, 0.0042);
        inputs.put(Input.SHARES_RATIO, 0.0061);
        inputs.put(Input.RETENTION_RATE, 0.34);
        inputs.put(Input.AVG_WATCH_TIME, 9.5);
        inputs.put(Input.VIDEO_DURATION, 21.0);
        inputs.put(Input.ENGAGEMENT_GROWTH_RATE, 0.12);
        inputs.put(Input.FOLLOWER_GROWTH_RATE, 0.05);
        inputs.put(Input.VIEWS_GROWTH_RATE, 0.2);
        inputs.put(Input.VIDEO_QUALITY, 0.38);
        inputs.put(Input.CONTENT_FRESHNESS, 0.93);
        inputs.put(Input.POSTING_CONSISTENCY, 0.75);
        inputs.put(Input.TREND_ALIGNMENT, 0.5);
        inputs.put(Input.TIMING_SCORE, 0.6);
        inputs.put(Input.TOTAL_REACH, 184_000.0);
        inputs.put(Input.COST_PER_ACQUISITION, 21.4);
        inputs.put(Input.COST_PER_VIEW, 0.013);
        return inputs;
    }
}

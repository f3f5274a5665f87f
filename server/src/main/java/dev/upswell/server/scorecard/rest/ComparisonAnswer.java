package dev.upswell.server.scorecard.rest;

import dev.upswell.scorecard.Comparison;
import dev.upswell.server.web.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What two weightings make of the same creator, as the origin shapes it.
@Schema(name = "WeightingComparison")
record ComparisonAnswer(boolean success, Scores comparison) {

    /// By the written weights and by equal ones.
    @Schema(name = "WeightingScores")
    @JsonNaming(SnakeCaseStrategy.class)
    record Scores(double newWeightedScore, double equalWeightedScore, double scoreDifference,
            @Schema(description = "Of the equally weighted score; 0 where that is 0") double percentageChange,
            @Schema(description = "Difference in the first tier") double revenueFocusImprovement, String whatItSays) {
    }

    static ComparisonAnswer of(Comparison comparison, Words words) {
        return new ComparisonAnswer(true,
                new Scores(comparison.weighted(), comparison.beside(), comparison.difference(), comparison.percent(),
                        comparison.revenue() - comparison.revenueBeside(), words.say("scorecard.comparison")));
    }
}

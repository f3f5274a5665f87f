package dev.upswell.server.scorecard.rest;

import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How much each indicator counts.
@Schema(name = "ScorecardWeights")
record WeightsAnswer(boolean success, @Schema(description = "By indicator") Map<String, Weight> weights) {

    /// An indicator.
    @Schema(name = "ScorecardWeight")
    record Weight(double weight, @Schema(description = "1 is nearest to revenue") int tier, List<String> inputs) {
    }

    static WeightsAnswer of(Weighting weighting) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        for (Kpi kpi : Kpi.values()) {
            weights.put(kpi.field(), new Weight(weighting.of(kpi), kpi.tier().number(),
                    kpi.inputs().stream().map(Input::field).toList()));
        }
        return new WeightsAnswer(true, weights);
    }
}

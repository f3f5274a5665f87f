package dev.upswell.server.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How active configurations order lists that were shown, as programs and the command line see it.
@Schema(name = "RecommendationEvaluation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationDocument(@Schema(description = "Later lists that something good was done with") int lists,
        @Schema(description = "People whose lists those were") int people,
        @Schema(description = "Empty where there are too few lists to tell") List<Row> orders,
        @Schema(description = "What the figures mean, or why there are none") String says) {

    public EvaluationDocument {
        orders = List.copyOf(orders);
    }

    /// The figures of an order.
    @Schema(name = "RecommendationOrder")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(@Schema(description = "Configuration, or popularity") String order,
            @Schema(description = "NDCG at ten places, 0 to 1") double ndcg,
            @Schema(description = "95 % interval over people") double low,
            @Schema(description = "Its other end") double high,
            @Schema(description = "By how much that is more than of popularity; left out of popularity itself") @Nullable Double better,
            @Schema(description = "95 % interval over people") @Nullable Double betterLow,
            @Schema(description = "Its other end") @Nullable Double betterHigh) {
    }
}

package dev.upswell.server.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ranker that was learnt from reactions.
@Schema(name = "RecommendationRanker")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LearntRanker(@Schema(description = "Configurations name it") String id, Instant trainedAt,
        @Schema(description = "Lists that it learnt from") int requests,
        @Schema(description = "People whose lists those were") int people, Judged judged,
        @Schema(description = "Whether it was better than the formula on later lists, so that a trial may use it") boolean wins,
        @Schema(description = "When it won a trial; left out when it did not") @Nullable Instant promotedAt) {

    /// Figures on lists later than those it learnt from.
    ///
    /// @param ndcg of its order at ten places
    /// @param better by how much that is more than of the formula's order
    @Schema(name = "RecommendationRankerJudged")
    public record Judged(int lists, int people, double ndcg,
            @Schema(description = "By how much that is more than of the formula's order") double better,
            @Schema(description = "95 % interval over people") double low,
            @Schema(description = "Its other end") double high) {
    }
}

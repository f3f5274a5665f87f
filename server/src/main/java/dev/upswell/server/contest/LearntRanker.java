package dev.upswell.server.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ranker that was learnt from what people did.
@Schema(name = "RecommendationRanker")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LearntRanker(@Schema(description = "Configurations name it") String id, Instant trainedAt,
        @Schema(description = "LISTS: from reactions to lists that were shown; TAKEN_OUT: from videos taken out of what people did; BOTH") From learntFrom,
        @Schema(description = "Lists that it learnt from; what was taken out of one person's videos is one") int requests,
        @Schema(description = "People whose lists those were") int people, Judged judged,
        @Schema(description = "Whether it was better than the formula on later lists, so that a trial may use it") boolean wins,
        @Schema(description = "When it won a trial; left out when it did not") @Nullable Instant promotedAt) {

    /// From what a ranker was learnt.
    public enum From {
        /// Reactions to lists that were shown; judged on later lists.
        LISTS,
        /// Videos taken out of what people did; judged on what was taken out of other people's.
        TAKEN_OUT,
        /// Both, as of the first of the later lists on which it is judged.
        BOTH
    }

    /// Figures on lists that it did not learn from.
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

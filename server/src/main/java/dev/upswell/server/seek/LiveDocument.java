package dev.upswell.server.seek;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.live.LiveSearch.Answered;
import dev.upswell.server.live.LiveSearch.State;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a live source was asked for a list, as pages, programs and the command line show it. What is absent is left out.
@Schema(name = "RecommendationLive")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveDocument(
        @Schema(description = "Who was asked; left out where nobody could be") @Nullable String source,
        @Schema(description = "Queries that were put and answered for this list") long asked,
        @Schema(description = "Queries whose earlier answer served") long kept,
        @Schema(description = "Queries without an answer") long unanswered,
        @Schema(description = "Different videos that were told") int videos, List<One> queries) {

    public LiveDocument {
        queries = List.copyOf(queries);
    }

    /// A query.
    @Schema(name = "RecommendationLiveQuery")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record One(String query,
            @Schema(description = "asked, kept, denied, spent, spared (left for other lists), away (the database was), failed or late") String state,
            @Schema(description = "When it was answered, UTC") @Nullable Instant at,
            @Schema(description = "How many videos it told") int videos,
            @Schema(description = "Why it was not answered") @Nullable String detail) {
    }

    /// What was sought; null where nobody wished it.
    public static @Nullable LiveDocument of(Sought sought) {
        if (!sought.wasWished()) {
            return null;
        }
        long asked = count(sought, State.ASKED);
        long kept = count(sought, State.KEPT);
        return new LiveDocument(sought.source(), asked, kept, sought.answers().size() - asked - kept,
                sought.byVideo().size(),
                sought.answers().stream().map(one -> new One(one.query(), one.state().name().toLowerCase(Locale.ROOT),
                        one.at(), one.videos().size(), one.detail())).toList());
    }

    private static long count(Sought sought, State state) {
        return sought.answers().stream().map(Answered::state).filter(one -> one == state).count();
    }
}

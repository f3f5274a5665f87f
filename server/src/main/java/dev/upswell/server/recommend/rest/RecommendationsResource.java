package dev.upswell.server.recommend.rest;

import dev.upswell.recommend.Rewards;
import dev.upswell.server.recommend.ReactionForm;
import dev.upswell.server.recommend.RecommendationDocument;
import dev.upswell.server.recommend.Recommender;
import dev.upswell.server.seek.Wish;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Recommendations, and what was done with them.
@RestController
@RequestMapping("/api/v1/recommendations")
@Tag(name = "Recommendations", description = "Stored videos for whoever has a profile, with scores and why")
class RecommendationsResource {

    private static final int LONGEST = 100;
    private static final int MOST = 1_000_000;

    private final Recommender recommender;

    RecommendationsResource(Recommender recommender) {
        this.recommender = recommender;
    }

    /// A reaction that was noted.
    @Schema(name = "RecommendationReaction")
    record Noted(String recommendation, String video, String kind,
            @Schema(description = "Missing where nobody told how much was watched") @Nullable Double strength) {
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "recommend", summary = "Recommends videos to an account that has a profile; nothing is repeated within 14 days", parameters = {
            @Parameter(name = "username", in = ParameterIn.QUERY, required = true, description = "To whom, with or without @"),
            @Parameter(name = "count", in = ParameterIn.QUERY, description = "How many videos, 1 to 100; 20 if absent"),
            @Parameter(name = "live", in = ParameterIn.QUERY, description = "true also asks a live source, within its budget; as the setting recommend.live says if absent", schema = @Schema(type = "boolean"))})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "404", description = "There is no profile of it")
    @ApiResponse(responseCode = "409", description = "No video is stored")
    @ApiResponse(responseCode = "422", description = "The handle or the number cannot be")
    RecommendationDocument recommend(@Parameter(hidden = true) Query query) {
        String username = query.text("username", LONGEST).orElse("");
        int count = query.number("count", -MOST, MOST, Recommender.USUAL);
        Boolean live = query.oneOf("live", List.of("true", "false")).map(Boolean::valueOf).orElse(null);
        query.done();
        return recommender.give(username, count, Recommender.MAY_BE_OLD, Wish.of(live));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "recommendation", summary = "A list that was recommended, as it was")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none")
    RecommendationDocument one(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return recommender.get(id);
    }

    @PostMapping("/{id}/reactions")
    @Operation(operationId = "reactToRecommendation", summary = "Notes what was done with a video of a list; the next list knows it", parameters = {
            @Parameter(name = "video", in = ParameterIn.QUERY, required = true, description = "Of the list"),
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "shown, clicked, watched, liked, shared, saved or hidden; liked if absent"),
            @Parameter(name = "strength", in = ParameterIn.QUERY, description = "How much of it was watched, 0 to 1; unknown if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such list")
    @ApiResponse(responseCode = "422", description = "The video is not in it")
    Noted react(@PathVariable String id, @Parameter(hidden = true) Query query) {
        Rewards.Told told = ReactionForm.of(query);
        recommender.react(id, List.of(told));
        return new Noted(id, told.video(), told.kind().name().toLowerCase(Locale.ROOT), told.strength());
    }
}

package dev.upswell.server.fyp.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.Mark;
import dev.upswell.fyp.SlotFigures;
import dev.upswell.server.fyp.ScoreDocument;
import dev.upswell.server.fyp.ScoreFilter;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How videos do beside the brand's own, and what slots of posting brought.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Video scores", description = "How videos do at 15 minutes, an hour and a day beside the brand's own, what moved them, what to do next")
class ScoresResource {

    private static final List<String> FORMS = List.of("usual", "literal");
    private static final List<String> MARKS = Arrays.stream(Mark.values()).map(Mark::label).toList();
    private static final List<String> STATUSES = Arrays.stream(FypScore.Status.values())
            .map(one -> one.name().toLowerCase(Locale.ROOT)).toList();

    private final VideoScores scores;

    ScoresResource(VideoScores scores) {
        this.scores = scores;
    }

    /// A slot of the week.
    @Schema(name = "PostingSlot")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SlotAnswer(@Schema(description = "monday to sunday, UTC") String day,
            @Schema(description = "0 to 23, UTC") int hour,
            @Schema(description = "Videos of the last eight weeks") int videos,
            @Schema(description = "Their score, newer weeks counting more, 0 to 100") double median,
            @Schema(description = "The same, drawn to that of all slots where videos are few") double strength,
            @Schema(description = "Their views per minute over the first 15 minutes; left out when not read") @Nullable Double v15) {

        static SlotAnswer of(SlotFigures figures) {
            return new SlotAnswer(figures.slot().day().name().toLowerCase(Locale.ROOT), figures.slot().hour(),
                    figures.videos(), figures.median(), figures.strength(), figures.medianVelocity());
        }
    }

    /// The slots of the week.
    @Schema(name = "PostingSlots")
    record SlotsAnswer(
            @Schema(description = "Nothing later counts; the epoch when nothing was ever scored") Instant asOf,
            @Schema(description = "Slots without videos are left out") List<SlotAnswer> items) {
    }

    @GetMapping("/videos/scores")
    @Operation(operationId = "videoScores", summary = "The latest score of each video, of those posted last first", parameters = {
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "Posted from this time on; all if absent"),
            @Parameter(name = "mark", in = ParameterIn.QUERY, description = "15m, 1h or 24h; the latest of each if absent"),
            @Parameter(name = "status", in = ParameterIn.QUERY, description = "strong, average or weak; all if absent"),
            @Parameter(name = "form", in = ParameterIn.QUERY, description = "usual, or literal for 50 minus the places of losses"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<ScoreDocument> scores(@Parameter(hidden = true) Query query) {
        Instant from = query.instant("from").orElse(Instant.EPOCH);
        Mark mark = query.oneOf("mark", MARKS).flatMap(Mark::find).orElse(null);
        FypScore.Status status = query.oneOf("status", STATUSES)
                .map(word -> FypScore.Status.valueOf(word.toUpperCase(Locale.ROOT))).orElse(null);
        boolean literal = literal(query);
        Paging paging = query.paging(50);
        query.done();
        VideoScores.Part part = scores.list(new ScoreFilter(from, mark, status), paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(one -> ScoreDocument.of(one, literal)).toList(), part.total(),
                paging);
    }

    @GetMapping("/videos/{id}/score")
    @Operation(operationId = "videoScore", summary = "The scores of one video, what moved the latest, and what to do next", parameters = {
            @Parameter(name = "form", in = ParameterIn.QUERY, description = "usual, or literal for 50 minus the places of losses")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "The video has no score")
    DiagnosisAnswer score(@PathVariable String id, @Parameter(hidden = true) Query query) {
        boolean literal = literal(query);
        query.done();
        return scores.of(id).map(one -> DiagnosisAnswer.of(one, literal))
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.score.unknown", id)));
    }

    @GetMapping("/slots")
    @Operation(operationId = "postingSlots", summary = "What videos brought by the hour of the week in which they were posted", parameters = {
            @Parameter(name = "at", in = ParameterIn.QUERY, description = "As known then; as of the last score if absent")})
    SlotsAnswer slots(@Parameter(hidden = true) Query query) {
        Instant at = query.instant("at").orElse(null);
        query.done();
        VideoScores.Slots slots = scores.slots(at);
        return new SlotsAnswer(slots.asOf(), slots.items().stream().map(SlotAnswer::of).toList());
    }

    private static boolean literal(Query query) {
        return query.choice("form", FORMS, FORMS.getFirst()).equals("literal");
    }
}

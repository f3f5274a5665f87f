package dev.upswell.server.reach.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.forecast.reach.ReachBacktest;
import dev.upswell.server.reach.DraftQuery;
import dev.upswell.server.reach.KeptModel;
import dev.upswell.server.reach.ReachDocument;
import dev.upswell.server.reach.ReachDraft;
import dev.upswell.server.reach.ReachRefused;
import dev.upswell.server.reach.VideoReach;
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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How far videos will reach, before and after upload.
@RestController
@RequestMapping("/api/v1/reach")
@Tag(name = "Reach", description = "Views that a video will have, how likely it is to break out, and what happened")
class ReachResource {

    private final VideoReach reach;

    ReachResource(VideoReach reach) {
        this.reach = reach;
    }

    /// A trained model.
    @Schema(name = "ReachModel")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Model(String id, @Schema(description = "Age at which views are foretold, in hours") long targetHours,
            @Schema(description = "Whether the views of one late reading stand for those at that age") boolean settled,
            Instant trainedAt, int videos, String datasetHash, String featureSet, long seed, String codeVersion,
            @Schema(description = "Figures of the last backtest; left out before one was run") KeptModel.@Nullable Judgement judged) {

        static Model of(KeptModel model) {
            return new Model(model.id(), model.target().age().toHours(), model.target().settled(), model.trainedAt(),
                    model.videos(), model.datasetHash(), model.featureSet(), model.seed(), model.codeVersion(),
                    model.judged());
        }
    }

    @GetMapping("/draft")
    @Operation(operationId = "reachOfDraft", summary = "What a video would reach if it were posted like this", parameters = {
            @Parameter(name = "caption", in = ParameterIn.QUERY, description = "Hashtags in it count as if given"),
            @Parameter(name = "hashtags", in = ParameterIn.QUERY, description = "Names, separated by commas or spaces"),
            @Parameter(name = "sound", in = ParameterIn.QUERY, description = "Id of the sound"),
            @Parameter(name = "creator", in = ParameterIn.QUERY, description = "Handle; without one no history counts"),
            @Parameter(name = "seconds", in = ParameterIn.QUERY, description = "Length, 1 to 3600"),
            @Parameter(name = "postAt", in = ParameterIn.QUERY, description = "When it is to be posted; around the last reading if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "No model was trained yet")
    @ApiResponse(responseCode = "422", description = "Too little is known of videos around that time")
    ReachDocument draft(@Parameter(hidden = true) Query query) {
        ReachDraft draft = DraftQuery.read(query);
        query.done();
        return translated(() -> ReachDocument.ofDraft(reach.check(draft)));
    }

    @GetMapping("/forecasts")
    @Operation(operationId = "reachForecasts", summary = "The latest forecast of each video, the likeliest breakout first", parameters = {
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "Posted from this time on; all if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<ReachDocument> forecasts(@Parameter(hidden = true) Query query) {
        Instant from = query.instant("from").orElse(Instant.EPOCH);
        Paging paging = query.paging(50);
        query.done();
        VideoReach.Part part = reach.latest(from, paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(ReachDocument::of).toList(), part.total(), paging);
    }

    @GetMapping("/videos/{id}")
    @Operation(operationId = "reachOfVideo", summary = "The forecasts of one video at the stages of its life")
    Listing<ReachDocument> video(@PathVariable String id, @Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(reach.of(id).stream().map(ReachDocument::of).toList(), paging);
    }

    @GetMapping("/models")
    @Operation(operationId = "reachModels", summary = "The trained reach models, the newest knowledge first")
    Listing<Model> models(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(reach.models().stream().map(Model::of).toList(), paging);
    }

    @PostMapping("/train")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "trainReach", summary = "Trains on everything that was read", description = "Takes seconds to a minute.")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "Reach is being worked on")
    @ApiResponse(responseCode = "422", description = "Too few videos were watched long enough")
    Model train(@Parameter(hidden = true) Query query) {
        query.done();
        Instant last = reach.lastReading().orElse(Instant.EPOCH);
        return translated(() -> Model.of(reach.train(last)));
    }

    @PostMapping("/predict")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "predictReach", summary = "Foretells what was posted since, and compares earlier forecasts with what came", description = "Trains first when the last model is a week behind.")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "Reach is being worked on")
    VideoReach.Round predict(@Parameter(hidden = true) Query query) {
        query.done();
        Instant last = reach.lastReading().orElse(Instant.EPOCH);
        return translated(() -> reach.keepUp(last));
    }

    @PostMapping("/backtest")
    @Operation(operationId = "judgeReach", summary = "Judges by past videos and keeps the figures with the latest model", description = "Takes seconds to minutes.", parameters = {
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "Videos posted from here on; the later half if absent"),
            @Parameter(name = "to", in = ParameterIn.QUERY, description = "Videos posted until here")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "Reach is being worked on, or no model was trained yet")
    @ApiResponse(responseCode = "422", description = "No video of that time can be judged")
    Model judge(@Parameter(hidden = true) Query query) {
        Instant from = query.instant("from").orElse(null);
        Instant to = query.instant("to").orElse(null);
        query.done();
        return translated(() -> {
            ReachBacktest.Range usual = reach.judgeable();
            Instant begin = from == null ? usual.from() : from;
            Instant end = to == null ? usual.to() : to;
            if (!begin.isBefore(end)) {
                throw WebProblem.unusable(Sentence.of("problem.reach.range", begin.toString(), end.toString()));
            }
            return Model.of(reach.judge(new ReachBacktest.Range(begin, end, usual.retrainEvery())));
        });
    }

    private static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (ReachRefused refused) {
            throw switch (refused.reason()) {
                case BUSY -> WebProblem.conflict(Sentence.of("problem.reach.busy"));
                case NO_MODEL -> WebProblem.conflict(Sentence.of("problem.reach.noModel"));
                case TOO_LITTLE_DATA -> WebProblem.unusable(Sentence.ofRefusal(refused.what(), refused.advice()));
            };
        }
    }
}

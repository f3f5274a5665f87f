package dev.upswell.server.live.rest;

import dev.upswell.server.live.LiveProblem;
import dev.upswell.server.live.Replays.Replay.Wanted;
import dev.upswell.server.live.Replays;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Raw answers that are read again.
@RestController
@RequestMapping("/api/v1/live/replays")
@Tag(name = "Live")
class ReplaysResource {

    private final Replays replays;

    ReplaysResource(Replays replays) {
        this.replays = replays;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "replayAnswers", summary = "Lets a server read raw answers that were kept again; comes back at once", parameters = {
            @Parameter(name = "source", in = ParameterIn.QUERY, description = "Under which the readings are kept; all if absent"),
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "Answers that came from this instant on"),
            @Parameter(name = "until", in = ParameterIn.QUERY, description = "Answers that came before this instant"),
            @Parameter(name = "run", in = ParameterIn.QUERY, description = "Slot of a run of the job ingestion, in place of from and until"),
            @Parameter(name = "all", in = ParameterIn.QUERY, description = "true: also answers without items in quarantine; false if absent")})
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "404", description = "There is no such run")
    ReplayAnswer ask(@Parameter(hidden = true) Query query) {
        Wanted wanted = new Wanted(query.text("source", 64).orElse(""), query.instant("from").orElse(null),
                query.instant("until").orElse(null), query.flag("all"));
        Instant run = query.instant("run").orElse(null);
        query.done();
        return LiveProblem.translated(() -> ReplayAnswer.of(replays.ask(wanted, run)));
    }

    @GetMapping
    @Operation(operationId = "replays", summary = "What was asked to be read again, the newest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<ReplayAnswer> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return new Listing<>(replays.list(paging.limit(), paging.offset()).stream().map(ReplayAnswer::of).toList(),
                replays.count(), paging);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "replay", summary = "A replay, as far as it has gone")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No replay has this id")
    ReplayAnswer replay(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        UUID meant = LiveProblem.id(id);
        return LiveProblem.translated(() -> ReplayAnswer.of(replays.find(meant)));
    }
}

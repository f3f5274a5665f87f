package dev.upswell.server.live.rest;

import dev.upswell.server.live.Ceiling;
import dev.upswell.server.live.DeadLetters;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.LiveProblem;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList.Manner;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Live collecting: providers, the watch list with its plan, rounds, dead letters.
@RestController
@RequestMapping("/api/v1/live")
@Tag(name = "Live", description = "Providers with their budgets, what is watched, and what failed for good")
class LiveResource {

    /// In place of minutes: the plan chooses.
    private static final int AS_PLANNED = 0;

    private final Live live;

    LiveResource(Live live) {
        this.live = live;
    }

    @GetMapping("/sources")
    @Operation(operationId = "liveSources", summary = "The providers that can be asked, by name", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<LiveSourceAnswer> sources(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(live.sources().list().stream().map(LiveSourceAnswer::of).toList(), paging);
    }

    @GetMapping("/watches")
    @Operation(operationId = "watches", summary = "What is watched, by source and subject", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<WatchAnswer> watches(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(live.watches().list().stream().map(one -> WatchAnswer.of(one.watch(), one.last())).toList(),
                paging);
    }

    @PostMapping("/watches")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "watch", summary = "Puts a subject on the watch list; it is due at once", parameters = {
            @Parameter(name = "source", in = ParameterIn.QUERY, description = "Whom to ask; ensembledata if absent"),
            @Parameter(name = "subject", in = ParameterIn.QUERY, required = true, description = "hashtag:NAME, creator:HANDLE, sound:ID, keyword:WORDS or video:ID"),
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "topic, or of a creator competitor or own; topic if absent"),
            @Parameter(name = "priority", in = ParameterIn.QUERY, description = "low, normal or high; normal if absent"),
            @Parameter(name = "everyMinutes", in = ParameterIn.QUERY, description = "15 to 10080, to be visited exactly so often; as the plan chooses if absent"),
            @Parameter(name = "pages", in = ParameterIn.QUERY, description = "Of a visit, 1 to 500; 3 if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "The source watches it already")
    WatchAnswer add(@Parameter(hidden = true) Query query) {
        String source = query.text("source", 50).orElse("ensembledata");
        String text = query.text("subject", 200).orElse("");
        Manner manner = manner(query);
        query.done();
        Subject subject = LiveProblem.subject(text);
        return LiveProblem.translated(() -> WatchAnswer.of(live.watches().add(source, subject, manner), null));
    }

    @PostMapping("/watches/{id}/change")
    @Operation(operationId = "changeWatch", summary = "Watches the same in another manner; what is left out becomes usual", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "topic, or of a creator competitor or own; topic if absent"),
            @Parameter(name = "priority", in = ParameterIn.QUERY, description = "low, normal or high; normal if absent"),
            @Parameter(name = "everyMinutes", in = ParameterIn.QUERY, description = "15 to 10080, to be visited exactly so often; as the plan chooses if absent"),
            @Parameter(name = "pages", in = ParameterIn.QUERY, description = "Of a visit, 1 to 500; 3 if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No watch has this id")
    WatchAnswer change(@PathVariable String id, @Parameter(hidden = true) Query query) {
        Manner manner = manner(query);
        query.done();
        UUID meant = LiveProblem.id(id);
        return LiveProblem.translated(() -> WatchAnswer.of(live.watches().change(meant, manner), null));
    }

    private static Manner manner(Query query) {
        Watch.Kind kind = Watch.Kind.of(query.choice("kind", List.of("topic", "competitor", "own"), "topic"));
        Watch.Priority priority = Watch.Priority
                .of(query.choice("priority", List.of("low", "normal", "high"), "normal"));
        int minutes = query.number("everyMinutes", (int) Watch.SHORTEST.toMinutes(), (int) Watch.LONGEST.toMinutes(),
                AS_PLANNED);
        int pages = query.number("pages", 1, Watch.MOST_PAGES, 3);
        boolean pinned = minutes != AS_PLANNED;
        return new Manner(kind, priority, pinned, pinned ? Duration.ofMinutes(minutes) : Duration.ofHours(1), pages);
    }

    @GetMapping("/plans")
    @Operation(operationId = "watchPlans", summary = "How often each watch is visited and why, by source", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<PlanAnswer> plans(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(live.plans().list().stream().map(PlanAnswer::of).toList(), paging);
    }

    @PostMapping("/plans/renew")
    @Operation(operationId = "renewWatchPlans", summary = "Plans anew by what is known now", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    @ApiResponse(responseCode = "200")
    Listing<PlanAnswer> renew(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return LiveProblem.translated(
                () -> Listing.of(live.plans().renew().stream().map(PlanAnswer::of).toList(), paging));
    }

    @PostMapping("/rounds")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "collectNow", summary = "Begins a round that asks for what is due, and goes on by itself")
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "409", description = "Another round is running")
    RoundBegun collect(@Parameter(hidden = true) Query query) {
        query.done();
        return LiveProblem.translated(() -> {
            live.collector().begin();
            return new RoundBegun("begun");
        });
    }

    /// That a round goes on by itself.
    @Schema(name = "RoundBegun")
    record RoundBegun(@Schema(description = "begun; event INGEST_DONE tells its end") String state) {
    }

    @PostMapping("/sources/{name}/ceiling")
    @Operation(operationId = "limitSource", summary = "Sets what may be spent at a source at most, in place of what was set before; what is left out is no ceiling", parameters = {
            @Parameter(name = "unitsPerDay", in = ParameterIn.QUERY, description = "In what the source's budget counts"),
            @Parameter(name = "unitsPerMonth", in = ParameterIn.QUERY, description = "Of a month of UTC"),
            @Parameter(name = "moneyPerMonth", in = ParameterIn.QUERY, description = "Needs price and currency"),
            @Parameter(name = "price", in = ParameterIn.QUERY, description = "Of a unit"),
            @Parameter(name = "currency", in = ParameterIn.QUERY, description = "Such as EUR")})
    @ApiResponse(responseCode = "200")
    LiveSourceAnswer limit(@PathVariable String name, @Parameter(hidden = true) Query query) {
        String perDay = query.text("unitsPerDay", 18).orElse("");
        String perMonth = query.text("unitsPerMonth", 18).orElse("");
        String money = query.text("moneyPerMonth", 18).orElse("");
        String price = query.text("price", 18).orElse("");
        String currency = query.text("currency", 3).orElse("");
        query.done();
        return LiveProblem.translated(() -> {
            live.sources().limit(name, Ceiling.parse(perDay, perMonth, money, price, currency));
            return live.sources().list().stream().filter(one -> one.name().equals(name)).map(LiveSourceAnswer::of)
                    .findFirst().orElseThrow();
        });
    }

    @PostMapping("/watches/{id}/remove")
    @Operation(operationId = "unwatch", summary = "Takes a watch off the list; what was stored stays")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No watch has this id")
    WatchAnswer remove(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        UUID meant = LiveProblem.id(id);
        return LiveProblem.translated(() -> WatchAnswer.of(live.watches().remove(meant), null));
    }

    @GetMapping("/dead-letters")
    @Operation(operationId = "deadLetters", summary = "What failed for good, the newest first", parameters = {
            @Parameter(name = "source", in = ParameterIn.QUERY, description = "Only of this one"),
            @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Only with this one, such as retry-later, malformed, unfit, fault or unstorable"),
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "Given up from this instant on"),
            @Parameter(name = "until", in = ParameterIn.QUERY, description = "Given up before this instant"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<DeadLetterAnswer> deadLetters(@Parameter(hidden = true) Query query) {
        DeadLetters.Filter filter = LiveProblem.letters(query);
        Paging paging = query.paging(50);
        query.done();
        return new Listing<>(live.deadLetters().list(filter, paging.limit(), paging.offset()).stream()
                .map(DeadLetterAnswer::of).toList(), live.deadLetters().count(filter), paging);
    }

    @PostMapping("/dead-letters/replay")
    @Operation(operationId = "replayDeadLetters", summary = "Takes dead letters up again by filter, at most 500 a call; the next round does the work", parameters = {
            @Parameter(name = "source", in = ParameterIn.QUERY, description = "Only of this one"),
            @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Only with this one"),
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "Given up from this instant on"),
            @Parameter(name = "until", in = ParameterIn.QUERY, description = "Given up before this instant"),
            @Parameter(name = "all", in = ParameterIn.QUERY, description = "true: all letters, in place of a filter")})
    @ApiResponse(responseCode = "200")
    ClosedLettersAnswer replayAll(@Parameter(hidden = true) Query query) {
        DeadLetters.Filter filter = closing(query);
        return LiveProblem.translated(() -> ClosedLettersAnswer.of(live.deadLetters().replay(filter)));
    }

    @PostMapping("/dead-letters/drop")
    @Operation(operationId = "dropDeadLetters", summary = "Gives dead letters up by filter, at most 500 a call", parameters = {
            @Parameter(name = "source", in = ParameterIn.QUERY, description = "Only of this one"),
            @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Only with this one"),
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "Given up from this instant on"),
            @Parameter(name = "until", in = ParameterIn.QUERY, description = "Given up before this instant"),
            @Parameter(name = "all", in = ParameterIn.QUERY, description = "true: all letters, in place of a filter")})
    @ApiResponse(responseCode = "200")
    ClosedLettersAnswer dropAll(@Parameter(hidden = true) Query query) {
        DeadLetters.Filter filter = closing(query);
        return LiveProblem.translated(() -> ClosedLettersAnswer.of(live.deadLetters().drop(filter)));
    }

    private static DeadLetters.Filter closing(Query query) {
        DeadLetters.Filter filter = LiveProblem.letters(query);
        boolean all = query.flag("all");
        query.done();
        return LiveProblem.closing(filter, all);
    }

    @GetMapping("/dead-letters/{id}")
    @Operation(operationId = "deadLetter", summary = "A dead letter with all of what came last; lists show its beginning")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No dead letter has this id")
    DeadLetterAnswer deadLetter(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        UUID meant = LiveProblem.id(id);
        return LiveProblem.translated(() -> DeadLetterAnswer.of(live.deadLetters().find(meant)));
    }

    @PostMapping("/dead-letters/{id}/replay")
    @Operation(operationId = "replayDeadLetter", summary = "Takes a dead letter up again where it failed; the next round does the work")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No dead letter has this id")
    @ApiResponse(responseCode = "409", description = "Its subject is being visited anew")
    DeadLetterAnswer replay(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        UUID meant = LiveProblem.id(id);
        return LiveProblem.translated(() -> DeadLetterAnswer.of(live.deadLetters().replay(meant)));
    }

    @PostMapping("/dead-letters/{id}/drop")
    @Operation(operationId = "dropDeadLetter", summary = "Gives a dead letter up")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No dead letter has this id")
    DeadLetterAnswer drop(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        UUID meant = LiveProblem.id(id);
        return LiveProblem.translated(() -> DeadLetterAnswer.of(live.deadLetters().drop(meant)));
    }
}

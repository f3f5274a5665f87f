package dev.upswell.server.act.rest;

import dev.upswell.server.act.Action;
import dev.upswell.server.act.Action.Queue;
import dev.upswell.server.act.ActionDocument;
import dev.upswell.server.act.Actions;
import dev.upswell.server.act.Actions.Filter;
import dev.upswell.server.act.Settled;
import dev.upswell.server.integrate.TrackedIssue;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// All that is to be done, in one queue.
@RestController
@RequestMapping("/api/v1/actions")
@Tag(name = "Actions", description = "What is to be done about videos, creators and forecasts, in one queue: how soon, by whom until when, and where else it stands")
class ActionsResource {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_RESULT = 500;
    private static final int LONGEST_COMMENT = 2_000;
    private static final int MOST_POINTS = 5;
    private static final List<String> QUEUES = Arrays.stream(Queue.values()).map(Queue::label).toList();

    private final Actions actions;

    ActionsResource(Actions actions) {
        this.actions = actions;
    }

    @GetMapping
    @Operation(operationId = "actions", summary = "What is to be done: what is worth most for the least work first", parameters = {
            @Parameter(name = "queue", in = ParameterIn.QUERY, description = "videos, creators or forecasts; all if absent"),
            @Parameter(name = "state", in = ParameterIn.QUERY, description = "pending or closed; pending if absent"),
            @Parameter(name = "assignee", in = ParameterIn.QUERY, description = "Of this person alone; everybody's if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<ActionDocument> list(@Parameter(hidden = true) Query query) {
        Optional<String> queue = query.oneOf("queue", QUEUES);
        boolean closed = query.choice("state", List.of("pending", "closed"), "pending").equals("closed");
        String assignee = query.text("assignee", LONGEST_NAME).orElse(null);
        Paging paging = query.paging(50);
        query.done();
        Listing<Action> part = Listing.of(actions.list(new Filter(
                queue.map(word -> Queue.valueOf(word.toUpperCase(Locale.ROOT))).orElse(null), closed, assignee)),
                paging);
        Map<UUID, List<TrackedIssue>> elsewhere = actions.elsewhere(part.items());
        return new Listing<>(part.items().stream()
                .map(one -> ActionDocument.of(one, actions.now(), elsewhere.get(one.id()), null)).toList(),
                part.total(), paging);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "action", summary = "One thing that is to be done, with what was said and done about it")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    ActionDocument action(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return document(actions.get(id));
    }

    @PostMapping("/{id}/comments")
    @Operation(operationId = "commentAction", summary = "Says something about it", parameters = {
            @Parameter(name = "text", in = ParameterIn.QUERY, required = true, description = "What is said, up to 2,000 characters"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who, where nobody is signed in")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    ActionDocument comment(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String text = query.text("text", LONGEST_COMMENT).orElse("");
        String by = by(query);
        query.done();
        Action action = actions.get(id);
        actions.comment(action, text, by);
        return document(action);
    }

    @PostMapping("/{id}/take")
    @Operation(operationId = "takeAction", summary = "Takes it on: whoever asks does it", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who, where nobody is signed in"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    @ApiResponse(responseCode = "409", description = "It is closed, or the loop does it")
    ActionDocument take(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String by = by(query);
        query.done();
        return document(actions.take(actions.get(id), by));
    }

    @PostMapping("/{id}/settle")
    @Operation(operationId = "settleAction", summary = "Settles who does it until when, and what it is worth for how much work; what is absent is as its source says", parameters = {
            @Parameter(name = "assignee", in = ParameterIn.QUERY, description = "Who does it"),
            @Parameter(name = "due", in = ParameterIn.QUERY, description = "Until the end of which day in UTC, such as 2026-01-31"),
            @Parameter(name = "impact", in = ParameterIn.QUERY, description = "1 to 5"),
            @Parameter(name = "effort", in = ParameterIn.QUERY, description = "1 to 5"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who settles it, where nobody is signed in")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    @ApiResponse(responseCode = "409", description = "It is closed")
    ActionDocument settle(@PathVariable String id, @Parameter(hidden = true) Query query) {
        Settled wanted = new Settled(query.text("assignee", LONGEST_NAME).orElse(null), query.day("due").orElse(null),
                points(query, "impact"), points(query, "effort"));
        String by = by(query);
        query.done();
        return document(actions.settle(actions.get(id), wanted, by));
    }

    @PostMapping("/{id}/close")
    @Operation(operationId = "closeAction", summary = "Closes it, where it arose too", parameters = {
            @Parameter(name = "as", in = ParameterIn.QUERY, description = "done or dropped; done if absent"),
            @Parameter(name = "result", in = ParameterIn.QUERY, description = "What came of it, in a sentence"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who, where nobody is signed in")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    @ApiResponse(responseCode = "409", description = "It is closed, or nothing newer is known of what a playbook was to raise")
    ActionDocument close(@PathVariable String id, @Parameter(hidden = true) Query query) {
        boolean done = query.choice("as", List.of("done", "dropped"), "done").equals("done");
        String result = query.text("result", LONGEST_RESULT).orElse("");
        String by = by(query);
        query.done();
        return document(actions.close(actions.get(id), done, result, by));
    }

    @PostMapping("/{id}/send")
    @Operation(operationId = "sendAction", summary = "Orders it in a tracker, into which it is carried within a minute", parameters = {
            @Parameter(name = "connection", in = ParameterIn.QUERY, required = true, description = "Name of the connection"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who, where nobody is signed in")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none with this id, or no such connection")
    @ApiResponse(responseCode = "409", description = "It is closed, or there already")
    ActionDocument send(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String connection = query.text("connection", LONGEST_NAME).orElse("");
        String by = by(query);
        query.done();
        Action action = actions.get(id);
        actions.send(action, connection, by);
        return document(action);
    }

    private ActionDocument document(Action action) {
        return ActionDocument.of(action, actions.now(), actions.elsewhere(action), actions.history(action));
    }

    private static String by(Query query) {
        return query.text("by", LONGEST_NAME).orElse("local");
    }

    private static @Nullable Integer points(Query query, String name) {
        int points = query.number(name, 0, MOST_POINTS, 0);
        return points == 0 ? null : points;
    }
}

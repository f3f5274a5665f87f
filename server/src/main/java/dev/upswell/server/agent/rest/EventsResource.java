package dev.upswell.server.agent.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.access.Permissions;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.notify.Channels;
import dev.upswell.server.notify.Notices;
import dev.upswell.server.notify.Notices.NotificationRule;
import dev.upswell.server.notify.NotifyProblem;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Role;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What happened, and what of it people are told.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Events", description = "What the product did, and which of it people are told of")
class EventsResource {

    private final Agents agents;
    private final Notices notices;
    private final Channels channels;

    EventsResource(Agents agents, Notices notices, Channels channels) {
        this.agents = agents;
        this.notices = notices;
        this.channels = channels;
    }

    /// An event as programs read it.
    @Schema(name = "Event", description = "Something that happened")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventAnswer(UUID id, @Schema(description = "Such as METRIC_DONE") String type,
            @Schema(description = "The agent whose work it was") @Nullable String agent,
            @Schema(description = "Of the server, in which it happened") String slice, Instant at,
            @Schema(description = "Milliseconds; absent for what has no length") @Nullable Long tookMillis,
            @Schema(description = "How much was done, by name") Map<String, Long> counts,
            @Schema(description = "All facts, by name") Map<String, Object> facts) {

        static EventAnswer of(Event event) {
            Role role = event.role();
            Duration took = event.took();
            return new EventAnswer(event.id(), event.type(), role == null ? null : role.label(), event.slice(),
                    event.at(), took == null ? null : took.toMillis(), event.counts(), event.facts());
        }
    }

    private static boolean keepsAccess(@Nullable Permissions permissions) {
        return permissions != null && permissions.keepsAccess();
    }

    /// What is left to be read.
    @Schema(name = "Read")
    record ReadAnswer(Instant until, @Schema(description = "How many notices are yet to be read") long unread) {
    }

    @GetMapping("/events")
    @Operation(operationId = "events", summary = "What happened, the newest first; what tells of people and tokens only for those who keep them", parameters = {
            @Parameter(name = "agent", in = ParameterIn.QUERY, description = "Only of this one, such as ingestion"),
            @Parameter(name = "type", in = ParameterIn.QUERY, description = "Only of this type, such as DRIFT_ALERT"),
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "The first instant, ISO-8601"),
            @Parameter(name = "until", in = ParameterIn.QUERY, description = "The instant before which it happened"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<EventAnswer> events(@Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Permissions.ATTRIBUTE, required = false) @Nullable Permissions permissions) {
        Role role = query.oneOf("agent", Arrays.stream(Role.values()).map(Role::label).toList()).flatMap(Role::find)
                .orElse(null);
        List<String> types = query.oneOf("type", Arrays.stream(EventType.values()).map(Enum::name).toList())
                .map(List::of).orElse(List.of());
        EventFilter wanted = new EventFilter(role, types, query.instant("from").orElse(null),
                query.instant("until").orElse(null)).forReaderOfAccess(keepsAccess(permissions));
        Paging paging = query.paging(50);
        query.done();
        return new Listing<>(agents.events().list(wanted, paging.limit(), paging.offset()).stream()
                .map(EventAnswer::of).toList(), agents.events().count(wanted), paging);
    }

    @GetMapping("/notices")
    @Operation(operationId = "notices", summary = "What people are told of and have yet to read, the newest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<EventAnswer> notices(@Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Permissions.ATTRIBUTE, required = false) @Nullable Permissions permissions) {
        boolean access = keepsAccess(permissions);
        Paging paging = query.paging(50);
        query.done();
        return new Listing<>(notices.unread(paging.limit(), paging.offset(), access).stream().map(EventAnswer::of)
                .toList(), notices.countUnread(access), paging);
    }

    @PostMapping("/notices/read")
    @Operation(operationId = "readNotices", summary = "Notes that everything up to and with an instant was read", parameters = {
            @Parameter(name = "until", in = ParameterIn.QUERY, required = true, description = "When the newest notice that was read happened"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who read it; hand if absent")})
    ReadAnswer read(@Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Permissions.ATTRIBUTE, required = false) @Nullable Permissions permissions) {
        Instant until = query.instant("until").orElse(Instant.EPOCH);
        String by = query.text("by", 100).orElse("hand");
        query.done();
        notices.read(until, by);
        return new ReadAnswer(until, notices.countUnread(keepsAccess(permissions)));
    }

    @GetMapping("/notification-rules")
    @Operation(operationId = "notificationRules", summary = "Which types of events people are told of on the page, and to which channels they are sent", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<NotificationRule> rules(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(notices.rules(), paging);
    }

    @PostMapping("/notification-rules/{type}")
    @Operation(operationId = "tellOf", summary = "Lets people be told of a type of event on the page, or at a channel, or no longer", parameters = {
            @Parameter(name = "channel", in = ParameterIn.QUERY, description = "Name of the channel; the page if absent"),
            @Parameter(name = "told", in = ParameterIn.QUERY, description = "true or false; false if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who wants it; hand if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such type, or no such channel")
    NotificationRule tell(@PathVariable String type, @Parameter(hidden = true) Query query) {
        String channel = query.text("channel", 63).orElse(null);
        boolean told = query.flag("told");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        EventType known = EventType.find(type)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.event.unknown")));
        if (channel == null) {
            return notices.tell(known, told, by);
        }
        return NotifyProblem.translated(() -> {
            channels.send(known, channel, told, by);
            return notices.rule(known);
        });
    }
}

package dev.upswell.server.notify.rest;

import dev.upswell.server.notify.Channels;
import dev.upswell.server.notify.Deliveries;
import dev.upswell.server.notify.Delivery;
import dev.upswell.server.notify.NotifyProblem;
import dev.upswell.server.notify.NotifyRefused;
import dev.upswell.server.notify.QuietHours;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where people are told of events away from the page, and what was sent there.
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "Channels", description = "Mail addresses, webhooks and channels of Slack at which people are told of events, and what was sent there")
class ChannelsResource {

    private static final int LONGEST_TIME = 8;
    private static final int LONGEST_ZONE = 60;

    private final Channels channels;
    private final Deliveries deliveries;

    ChannelsResource(Channels channels, Deliveries deliveries) {
        this.channels = channels;
        this.deliveries = deliveries;
    }

    @GetMapping("/channels")
    @Operation(operationId = "channels", summary = "All channels, by name", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<ChannelAnswer> channels(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(channels.list().stream().map(ChannelAnswer::of).toList(), paging);
    }

    @PutMapping(path = "/channels/{name}", consumes = MediaType.TEXT_PLAIN_VALUE)
    @Operation(operationId = "addChannel", summary = "Adds a channel that leads to the address in the body, a mail address, an address of a webhook, or a channel of Slack and a token as slack:C0123456789 xoxb-…, which is kept encrypted", parameters = {
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who wants it; hand if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "The name or the address cannot be one, or leads inside a private network")
    @ApiResponse(responseCode = "409", description = "It is there already, or there is no mail server")
    ChannelAnswer add(@PathVariable String name, @RequestBody String address, @Parameter(hidden = true) Query query) {
        String by = query.text("by", 100).orElse("hand");
        query.done();
        return NotifyProblem.translated(() -> ChannelAnswer.of(channels.add(name, address, by)));
    }

    @PostMapping("/channels/{name}/remove")
    @Operation(operationId = "removeChannel", summary = "Removes a channel with its address and what is on its way there", parameters = {
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who wants it; hand if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such channel")
    ChannelAnswer.Removed remove(@PathVariable String name, @Parameter(hidden = true) Query query) {
        String by = query.text("by", 100).orElse("hand");
        query.done();
        return NotifyProblem.translated(() -> {
            channels.remove(name, by);
            return new ChannelAnswer.Removed(name);
        });
    }

    @PostMapping("/channels/{name}/quiet")
    @Operation(operationId = "channelQuiet", summary = "Leaves a channel alone at certain hours: what would go there meanwhile waits, and goes in one delivery afterwards; without hours it never is", parameters = {
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "When they begin, such as 22:00; absent: never"),
            @Parameter(name = "until", in = ParameterIn.QUERY, description = "When they end, such as 07:00"),
            @Parameter(name = "zone", in = ParameterIn.QUERY, description = "By the clock of which time zone, such as Europe/Berlin"),
            @Parameter(name = "urgent", in = ParameterIn.QUERY, description = "true: urgent alerts go out all the same"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who wants it; hand if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "The hours cannot be read")
    @ApiResponse(responseCode = "404", description = "There is no such channel")
    ChannelAnswer quiet(@PathVariable String name, @Parameter(hidden = true) Query query) {
        String from = query.text("from", LONGEST_TIME).orElse("");
        String until = query.text("until", LONGEST_TIME).orElse("");
        String zone = query.text("zone", LONGEST_ZONE).orElse("");
        boolean urgent = query.flag("urgent");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        return NotifyProblem.translated(() -> {
            channels.quiet(name, from.isEmpty() && until.isEmpty()
                    ? null
                    : NotifyRefused.readable(() -> QuietHours.of(from, until, zone, urgent)), by);
            return ChannelAnswer.of(channels.list().stream().filter(one -> one.name().equals(name)).findFirst()
                    .orElseThrow());
        });
    }

    @PostMapping("/channels/{name}/test")
    @Operation(operationId = "testChannel", summary = "Sends a test to a channel, once, and tells how it went")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such channel")
    Delivery test(@PathVariable String name, @Parameter(hidden = true) Query query) {
        query.done();
        return NotifyProblem.translated(() -> deliveries.test(name));
    }

    @GetMapping("/deliveries")
    @Operation(operationId = "deliveries", summary = "What was sent, waits to be sent, or failed, the newest first", parameters = {
            @Parameter(name = "channel", in = ParameterIn.QUERY, description = "Only to this one"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Delivery> deliveries(@Parameter(hidden = true) Query query) {
        String channel = query.text("channel", 63).orElse(null);
        Paging paging = query.paging(50);
        query.done();
        return new Listing<>(deliveries.list(channel, paging.limit(), paging.offset()), deliveries.count(channel),
                paging);
    }
}

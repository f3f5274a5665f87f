package dev.upswell.server.integrate.rest;

import dev.upswell.server.integrate.Account;
import dev.upswell.server.integrate.Connection;
import dev.upswell.server.integrate.Connection.Greeting;
import dev.upswell.server.integrate.Connections;
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
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The trackers to which a tenant is connected.
@RestController
@RequestMapping("/api/v1/connections")
@Tag(name = "Connections", description = "Jira and Trello: accounts by which tasks are carried there")
class ConnectionsResource {

    private final Connections connections;

    ConnectionsResource(Connections connections) {
        this.connections = connections;
    }

    /// An account as a program gives it.
    @Schema(name = "TrackerAccount", description = "Where tasks are carried, and with what; user and token are kept encrypted and never answered")
    record AccountBody(@Schema(description = "jira or trello") @Nullable String kind,
            @Schema(description = "Of Jira: the address of the site, such as https://your-team.atlassian.net") @Nullable String site,
            @Schema(description = "Key of the project in Jira, id of the list in Trello") @Nullable String place,
            @Schema(description = "Type of issues in Jira, Task if absent; in Trello the id of the list of what is done, none if absent") @Nullable String detail,
            @Schema(description = "Mail address of the account in Jira, key of the application in Trello") @Nullable String user,
            @Nullable String token) {

        Account account() {
            boolean jira = !"trello".equals(String.valueOf(kind).toLowerCase(Locale.ROOT));
            return new Account(jira ? Account.Kind.JIRA : Account.Kind.TRELLO, jira ? address() : Account.TRELLO,
                    text(place), Optional.ofNullable(detail).orElse(jira ? "Task" : ""), text(user), text(token));
        }

        private URI address() {
            try {
                return URI.create(text(site));
            } catch (IllegalArgumentException unreadable) {
                throw WebProblem.badRequest(List.of(Sentence.of("connections.site.bad")));
            }
        }

        private static String text(@Nullable String given) {
            return Objects.requireNonNullElse(given, "");
        }

        /// Without account and token.
        @Override
        public String toString() {
            return "AccountBody[" + kind + "]";
        }
    }

    /// A connection that is no more.
    @Schema(name = "RemovedConnection")
    record Removed(String name) {
    }

    @GetMapping
    @Operation(operationId = "connections", summary = "All connections to trackers, by name", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Connection> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(connections.list(), paging);
    }

    @PutMapping("/{name}")
    @Operation(operationId = "addConnection", summary = "Adds a connection; the other side is not asked")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "The name or the account cannot be one")
    @ApiResponse(responseCode = "409", description = "There is one of this name, or there are too many")
    Connection add(@PathVariable String name, @RequestBody AccountBody body, @Parameter(hidden = true) Query query) {
        String by = query.text("by", 100).orElse("hand");
        query.done();
        return connections.add(name, body.account(), by);
    }

    @PostMapping("/{name}/remove")
    @Operation(operationId = "removeConnection", summary = "Removes a connection with its account; tasks stay in the tracker and are asked for no more")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such connection")
    Removed remove(@PathVariable String name, @Parameter(hidden = true) Query query) {
        String by = query.text("by", 100).orElse("hand");
        query.done();
        connections.remove(name, by);
        return new Removed(name);
    }

    @PostMapping("/{name}/test")
    @Operation(operationId = "testConnection", summary = "Asks the other side whether it lets the account in, and says what it answered; nothing is changed")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such connection")
    Greeting test(@PathVariable String name, @Parameter(hidden = true) Query query) {
        query.done();
        return connections.greet(name);
    }
}

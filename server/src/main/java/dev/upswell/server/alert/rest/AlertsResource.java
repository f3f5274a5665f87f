package dev.upswell.server.alert.rest;

import dev.upswell.server.alert.Alert;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.alert.Severity;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a person should know of.
@RestController
@RequestMapping("/api/v1/alerts")
@Tag(name = "Alerts", description = "What a person should know of: raised by agents, and by rules that people made")
class AlertsResource {

    private static final List<String> SEVERITIES = Arrays.stream(Severity.values()).map(Severity::label).toList();

    private final Alerts alerts;

    AlertsResource(Alerts alerts) {
        this.alerts = alerts;
    }

    @GetMapping
    @Operation(operationId = "alerts", summary = "Alerts, the newest first", parameters = {
            @Parameter(name = "unread", in = ParameterIn.QUERY, description = "true: only those that nobody said to have seen"),
            @Parameter(name = "severity", in = ParameterIn.QUERY, description = "info, warning or urgent; all if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Alert> alerts(@Parameter(hidden = true) Query query) {
        boolean unread = query.flag("unread");
        Severity severity = query.oneOf("severity", SEVERITIES)
                .map(word -> Severity.valueOf(word.toUpperCase(Locale.ROOT))).orElse(null);
        Paging paging = query.paging(50);
        query.done();
        var wanted = new Alerts.Filter(unread, severity);
        return new Listing<>(alerts.list(wanted, paging.limit(), paging.offset()), alerts.count(wanted), paging);
    }

    @PostMapping("/{id}/ack")
    @Operation(operationId = "acknowledgeAlert", summary = "Says that a person has seen an alert; who said so first stays", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who, as they call themselves; the request audit has who was signed in; hand if absent"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No alert has this id")
    Alert acknowledge(@PathVariable String id, @Parameter(hidden = true) Query query) {
        String by = query.text("by", 100).orElse("");
        query.done();
        return alerts.acknowledge(whole(id), by);
    }

    /// A program names an alert by its whole id: the beginning of one, which people may type, could mean another tomorrow.
    private static String whole(String id) {
        try {
            return UUID.fromString(id).toString();
        } catch (IllegalArgumentException unreadable) {
            throw WebProblem.notFound(Sentence.of("problem.alert"));
        }
    }
}

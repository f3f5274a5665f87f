package dev.upswell.server.overview.rest;

import dev.upswell.server.access.Caller;
import dev.upswell.server.overview.Digests;
import dev.upswell.server.overview.OverviewDocument;
import dev.upswell.server.overview.Overviews;
import dev.upswell.server.overview.View;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What each role looks at first.
@RestController
@RequestMapping("/api/v1/overview")
@Tag(name = "Overview", description = "What each role looks at first: indicators, cost, next actions, what moves, how models and data stand")
class OverviewResource {

    private final Overviews overviews;

    OverviewResource(Overviews overviews) {
        this.overviews = overviews;
    }

    @GetMapping
    @Operation(operationId = "overview", summary = "What one looks at first; people who signed in have the view of their role, owners and this machine all", parameters = {
            @Parameter(name = "view", in = ParameterIn.QUERY, description = "owner, executive, analyst, planner, creator or admin, as far as one may; the own if absent, of tokens executive"),
            @Parameter(name = "days", in = ParameterIn.QUERY, description = "7, 30 or 90: the span of indicators and cost; 30 if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "It is not a view that whoever asks may have, or not such a span")
    OverviewDocument overview(@Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        List<String> views = View.of(Objects.requireNonNullElse(caller, new Caller.Local())).stream()
                .map(View::label).toList();
        View view = View.of(query.choice("view", views, views.getFirst()));
        int days = Integer.parseInt(query.choice("days", Overviews.DAYS.stream().map(String::valueOf).toList(),
                String.valueOf(Digests.USUAL_DAYS)));
        query.done();
        return OverviewDocument.of(overviews.of(view, days));
    }
}

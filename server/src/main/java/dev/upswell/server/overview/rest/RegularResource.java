package dev.upswell.server.overview.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.overview.Period;
import dev.upswell.server.overview.RegularReports;
import dev.upswell.server.overview.RegularReports.Issue;
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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reports of each day, week and month.
@RestController
@RequestMapping("/api/v1/regular-reports")
@Tag(name = "Reports")
class RegularResource {

    private static final int MOST = 500;

    private final RegularReports regular;

    RegularResource(RegularReports regular) {
        this.regular = regular;
    }

    /// A regular report.
    @Schema(name = "RegularIssue")
    record IssueAnswer(@Schema(description = "daily, weekly or monthly") String period,
            @Schema(description = "The last day that it is about, UTC") LocalDate lastDay,
            @Schema(description = "Id under /api/v1/reports") UUID report,
            @Schema(description = "How many channels were to be told when it was made") int told, Instant madeAt) {

        static IssueAnswer of(Issue issue) {
            return new IssueAnswer(issue.period().label(), issue.lastDay(), issue.report(), issue.told(),
                    issue.madeAt());
        }
    }

    /// What was made of a span.
    @Schema(name = "RegularMade")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MadeAnswer(String period, LocalDate lastDay,
            @Schema(description = "Left out where nothing was made") @Nullable IssueAnswer issue,
            @Schema(description = "Why nothing was made, or why nobody is told") @Nullable String note) {

        static MadeAnswer of(RegularReports.Made made) {
            Issue issue = made.issue();
            return new MadeAnswer(made.period().label(), made.lastDay(),
                    issue == null ? null : IssueAnswer.of(issue), made.note());
        }
    }

    @GetMapping
    @Operation(operationId = "regularReports", summary = "Reports of days, weeks and months, the newest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<IssueAnswer> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(regular.list(MOST).stream().map(IssueAnswer::of).toList(), paging);
    }

    @PostMapping("/{period}")
    @Operation(operationId = "makeRegularReport", summary = "Makes the report of the latest day, week or month that is over, unless there is one; says why nothing was made")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "It is not daily, weekly or monthly")
    MadeAnswer make(@PathVariable String period, @Parameter(hidden = true) Query query) {
        query.done();
        Period wanted = Arrays.stream(Period.values()).filter(one -> one.label().equals(period)).findFirst()
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("regular.unknown", period)));
        return MadeAnswer.of(regular.make(wanted));
    }
}

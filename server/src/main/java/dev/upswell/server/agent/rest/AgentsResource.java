package dev.upswell.server.agent.rest;

import dev.upswell.server.agent.AgentProblem;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.agent.Cadence;
import dev.upswell.server.agent.Cadence.Missed;
import dev.upswell.server.agent.CadenceChange;
import dev.upswell.server.agent.DaySummary;
import dev.upswell.server.agent.rest.JobAnswer.RunAnswer;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The jobs of the agents: when they run, what they did, changing both.
@RestController
@RequestMapping("/api/v1/agents")
@Tag(name = "Agents", description = "The standing work: jobs, their cadence, their runs, the summary of the day")
class AgentsResource {

    private final Agents agents;

    AgentsResource(Agents agents) {
        this.agents = agents;
    }

    /// What was asked for.
    record Asked(String job, Instant slot) {
    }

    @GetMapping("/jobs")
    @Operation(operationId = "jobs", summary = "All jobs as they stand, by agent", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<JobAnswer> jobs(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(agents.list().stream().map(JobAnswer::of).toList(), paging);
    }

    @GetMapping("/jobs/{job}")
    @Operation(operationId = "job", summary = "A job as it stands")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such job")
    JobAnswer job(@PathVariable String job, @Parameter(hidden = true) Query query) {
        query.done();
        return AgentProblem.translated(() -> JobAnswer.of(agents.get(job)));
    }

    @PostMapping("/jobs/{job}")
    @Operation(operationId = "setJob", summary = "Changes when a job runs; what is not given stays. Slots from before now are not due by a new rule", parameters = {
            @Parameter(name = "every", in = ParameterIn.QUERY, description = "A period (30s, 15m, 4h, 30d), days and a time in UTC (daily 02:00, mon 04:00), or never"),
            @Parameter(name = "newData", in = ParameterIn.QUERY, description = "true or false: whether it also runs whenever there are new data"),
            @Parameter(name = "missed", in = ParameterIn.QUERY, description = "catch-up or skip"),
            @Parameter(name = "backlog", in = ParameterIn.QUERY, description = "How many missed slots are made up for at most, 1 to 1000"),
            @Parameter(name = "enabled", in = ParameterIn.QUERY, description = "true or false"),
            @Parameter(name = "usual", in = ParameterIn.QUERY, description = "true for the usual cadence, whatever else is given"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who wants it; hand if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "What is given is no cadence")
    @ApiResponse(responseCode = "404", description = "There is no such job")
    JobAnswer set(@PathVariable String job, @Parameter(hidden = true) Query query) {
        String every = query.text("every", 60).orElse(null);
        Boolean newData = either(query, "newData");
        String missed = query.oneOf("missed", List.of(Missed.CATCH_UP.label(), Missed.SKIP.label())).orElse(null);
        int backlog = query.number("backlog", 1, Cadence.MOST, 0);
        Boolean enabled = either(query, "enabled");
        boolean usual = query.flag("usual");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        var change = new CadenceChange(every, newData,
                missed == null ? null : missed.equals(Missed.SKIP.label()) ? Missed.SKIP : Missed.CATCH_UP,
                backlog == 0 ? null : backlog, enabled, usual);
        return AgentProblem.translated(() -> JobAnswer.of(agents.change(job, change, by)));
    }

    private static @Nullable Boolean either(Query query, String name) {
        return query.oneOf(name, List.of("true", "false")).map(Boolean::valueOf).orElse(null);
    }

    @PostMapping("/jobs/{job}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "runJob", summary = "Lets a server do a job once; its run is found under the slot that is answered")
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "404", description = "There is no such job")
    @ApiResponse(responseCode = "409", description = "Its work comes with a later capability")
    Asked run(@PathVariable String job, @Parameter(hidden = true) Query query) {
        query.done();
        return AgentProblem.translated(() -> new Asked(job, agents.ask(job)));
    }

    @GetMapping("/runs")
    @Operation(operationId = "runs", summary = "What the jobs did, the newest first", parameters = {
            @Parameter(name = "job", in = ParameterIn.QUERY, description = "Only of this one"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<RunAnswer> runs(@Parameter(hidden = true) Query query) {
        String job = query.oneOf("job", agents.names()).orElse(null);
        Paging paging = query.paging(50);
        query.done();
        return new Listing<>(agents.runs(job, paging.limit(), paging.offset()).stream().map(RunAnswer::of).toList(),
                agents.countRuns(job), paging);
    }

    @GetMapping("/summaries")
    @Operation(operationId = "summaries", summary = "What happened on the last days, in plain lines, the newest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 7 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<DaySummary> summaries(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(7);
        query.done();
        return new Listing<>(agents.summaries(paging.limit(), paging.offset()), agents.countSummaries(), paging);
    }
}

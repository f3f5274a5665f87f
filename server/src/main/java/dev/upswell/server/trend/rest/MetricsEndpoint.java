package dev.upswell.server.trend.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.MetricComputing;
import dev.upswell.server.trend.MetricRun;
import dev.upswell.server.trend.MetricsComputed;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The computation of metric windows over REST.
@RestController
@RequestMapping("/api/v1/metrics")
@Tag(name = "Metrics", description = "What is due to be computed, and computing it")
class MetricsEndpoint {

    private final TenantId tenant;
    private final MetricComputing metrics;

    MetricsEndpoint(TenantId tenant, MetricComputing metrics) {
        this.tenant = tenant;
        this.metrics = metrics;
    }

    /// How far the computation is behind the readings.
    @Schema(name = "MetricWork", description = "How far the computation is behind the readings")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Work(@Schema(description = "Entities with windows that are due") long due,
            @Schema(description = "The computation that began last; left out when there was none") @Nullable Run lastRun) {
    }

    /// A computation.
    @Schema(name = "MetricRun")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Run(@Schema(description = "Entities computed") long entities,
            @Schema(description = "Rows that were new or came out differently") long rows,
            @Schema(description = "Earliest end of these rows") @Nullable Instant from,
            @Schema(description = "Latest end of these rows") @Nullable Instant to, Instant startedAt,
            @Schema(description = "Left out while it runs") @Nullable Instant finishedAt) {

        static Run of(MetricRun run) {
            return new Run(run.entities(), run.rows(), run.from(), run.to(), run.startedAt(), run.finishedAt());
        }
    }

    /// What a computation came to.
    @Schema(name = "MetricsComputed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Computed(@Schema(description = "Entities computed") long entities,
            @Schema(description = "Rows that were new or came out differently") long rows,
            @Schema(description = "Earliest end of these rows") @Nullable Instant from,
            @Schema(description = "Latest end of these rows") @Nullable Instant to,
            @Schema(description = "Sources whose numbers cannot be measured, with the reason") Map<String, String> skippedSources) {

        static Computed of(MetricsComputed done) {
            return new Computed(done.entities(), done.rows(), done.from(), done.to(), done.skippedSources());
        }
    }

    @GetMapping
    @Operation(operationId = "metricWork", summary = "How much is due, and what the last computation came to")
    Work work(@Parameter(hidden = true) Query query) {
        query.done();
        return new Work(metrics.waiting(tenant), metrics.lastRun(tenant).map(Run::of).orElse(null));
    }

    @PostMapping
    @Operation(operationId = "computeMetrics", summary = "Computes the windows that are due; with from or to those of that time again", parameters = {
            @Parameter(name = "from", in = ParameterIn.QUERY, description = "Windows that end at or after this are computed again, ISO-8601"),
            @Parameter(name = "to", in = ParameterIn.QUERY, description = "What ends after this stays due, ISO-8601")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "Metrics are being computed")
    Computed compute(@Parameter(hidden = true) Query query) {
        Instant from = query.instant("from").orElse(null);
        Instant to = query.instant("to").orElse(null);
        query.done();
        if (from != null && to != null && to.isBefore(from)) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.backwards", "to", "from")));
        }
        return metrics.tryRecompute(tenant, from, to, (done, total) -> {
        }).map(Computed::of).orElseThrow(() -> WebProblem.conflict(Sentence.of("problem.metrics.busy")));
    }
}

package dev.upswell.server.trend.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.content.EntityId;
import dev.upswell.server.trend.page.Chance;
import dev.upswell.server.trend.page.CompareFilter;
import dev.upswell.server.trend.page.Comparison;
import dev.upswell.server.trend.page.EntityView;
import dev.upswell.server.trend.page.Metric;
import dev.upswell.server.trend.page.MetricRow;
import dev.upswell.server.trend.page.TrendPages;
import dev.upswell.server.web.Outlook;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Entities beside each other over REST.
@RestController
@RequestMapping("/api/v1/compare")
@Tag(name = "Trends", description = "Which entities move, and the metric rows behind it")
class CompareEndpoint {

    private final TrendPages pages;

    CompareEndpoint(TrendPages pages) {
        this.pages = pages;
    }

    /// Entities of a kind beside each other.
    @Schema(name = "Comparison")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(String kind, int days,
            @Schema(description = "The first instant at which the views of all are known, where each index is 100; left out where one of them was never read in this time") @Nullable Instant start,
            List<Side> entities) {
    }

    /// One of them.
    @Schema(name = "ComparedEntity")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Side(String id, String name, Instant asOf,
            @Schema(description = "Metrics of the last day by name; those without a value are left out") Map<String, Double> metrics,
            @Schema(description = "Probabilities of a surge, the shortest horizon first") List<Foretold> chances,
            @Schema(description = "Views expected later; left out where none are") @Nullable Expected expected,
            List<At> series) {
    }

    /// A probability of a surge.
    @Schema(name = "ComparedChance")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Foretold(int hours, double probability,
            @Schema(description = "Low end of the 90 % interval; left out where none is known") @Nullable Double low,
            @Nullable Double high) {
    }

    /// Views expected, with their 90 % interval.
    @Schema(name = "ComparedOutlook")
    record Expected(Instant at, double low, double middle, double high) {
    }

    /// A reading.
    @Schema(name = "ComparedPoint")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record At(Instant at, @Schema(description = "Left out where nothing was read") @Nullable Double views,
            @Schema(description = "100 at the start; left out where there is none") @Nullable Double index) {
    }

    @GetMapping
    @Operation(operationId = "compareEntities", summary = "Two to six entities of one kind over the same time", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag (default), sound, video or creator"),
            @Parameter(name = "id", in = ParameterIn.QUERY, description = "Once for each entity, two to six times"),
            @Parameter(name = "days", in = ParameterIn.QUERY, description = "7 (default), 30 or 90"),
            @Parameter(name = "at", in = ParameterIn.QUERY, description = "Instant in ISO-8601; the latest when left out")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "One of them was not observed")
    @ApiResponse(responseCode = "422", description = "Fewer than two were named")
    Answer compare(@Parameter(hidden = true) Query query) {
        CompareFilter filter = CompareFilter.from(query);
        query.done();
        if (!filter.isEnough()) {
            throw WebProblem.unusable(Sentence.of("beside.few"));
        }
        Comparison compared = Comparison.of(filter.entities().stream().map(entity -> view(entity, filter)).toList());
        return new Answer(filter.kind().label(), filter.time().days(), compared.start(),
                compared.sides().stream().map(CompareEndpoint::side).toList());
    }

    private EntityView view(EntityId entity, CompareFilter filter) {
        return pages.entity(entity, filter.time()).orElseThrow(() -> WebProblem
                .notFound(Sentence.of("problem.entity." + entity.kind().label(), entity.value())));
    }

    private static Side side(Comparison.Side side) {
        EntityView view = side.view();
        Outlook outlook = view.series().outlook();
        return new Side(view.subject().id().value(), view.subject().name(), view.freshness().asOf(), metrics(view),
                chances(view.forecast()),
                outlook == null ? null : new Expected(outlook.at(), outlook.low(), outlook.middle(), outlook.high()),
                series(side));
    }

    private static Map<String, Double> metrics(EntityView view) {
        Map<String, Double> metrics = new TreeMap<>();
        if (!view.windows().isEmpty()) {
            MetricRow day = view.windows().getLast();
            for (Metric metric : Metric.values()) {
                Double value = day.value(metric);
                if (value != null) {
                    metrics.put(metric.key(), value);
                }
            }
        }
        return metrics;
    }

    private static List<Foretold> chances(EntityView.@Nullable Forecast forecast) {
        if (forecast == null) {
            return List.of();
        }
        return forecast.horizons().stream().map(one -> {
            Chance chance = one.chance();
            return new Foretold(one.hours(), chance.probability(), chance.low(), chance.high());
        }).toList();
    }

    private static List<At> series(Comparison.Side side) {
        List<At> series = new ArrayList<>();
        for (int at = 0; at < side.level().size(); at++) {
            series.add(new At(side.level().get(at).at(), side.level().get(at).value(),
                    side.index().isEmpty() ? null : side.index().get(at).value()));
        }
        return series;
    }
}

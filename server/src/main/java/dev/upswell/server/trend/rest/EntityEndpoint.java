package dev.upswell.server.trend.rest;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.MetricSelection;
import dev.upswell.server.trend.PredictionDocument;
import dev.upswell.server.trend.Reading;
import dev.upswell.server.web.Csv;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.timeline.Counter;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Single entities over REST.
@RestController
@RequestMapping("/api/v1/entities/{kind}/{id}")
@Tag(name = "Entities", description = "One hashtag, sound, video or creator: windows, forecast, readings")
class EntityEndpoint {

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final List<String> WINDOWS = Arrays.stream(Window.values()).map(Window::label).toList();

    private final TenantId tenant;
    private final EntityQuery entities;

    EntityEndpoint(TenantId tenant, EntityQuery entities) {
        this.tenant = tenant;
        this.entities = entities;
    }

    @GetMapping
    @Operation(operationId = "entity", summary = "The last windows, the forecast and the sources of one entity")
    @Parameter(name = "at", in = ParameterIn.QUERY, description = "Instant in ISO-8601; the latest when left out")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No such entity was observed")
    EntityDocument entity(@PathVariable String kind, @PathVariable String id, @Parameter(hidden = true) Query query) {
        Instant asked = query.instant("at").orElse(null);
        query.done();
        EntityId entity = id(kind, id);
        String name = name(entity);
        Instant last = entities.lastReading(tenant, entity.kind(), asked).orElse(null);
        if (last == null) {
            return new EntityDocument(kind, entity.value(), name, null, List.of(), null, List.of());
        }
        Instant at = Window.DAY.endUntil(last);
        return new EntityDocument(kind, entity.value(), name, at,
                entities.latestRows(tenant, entity, at).stream().map(EntityDocument.Row::of).toList(),
                entities.expected(tenant, entity, at, asked)
                        .map(one -> PredictionDocument.of(entity.value(), name, one)).orElse(null),
                entities.coverage(tenant, entity, last).stream().map(EntityDocument.Source::of).toList());
    }

    @GetMapping("/metrics")
    @Operation(operationId = "metricRows", summary = "Metric rows of one entity, newest first")
    @Parameter(name = "window", in = ParameterIn.QUERY, description = "15m, 1h or 24h (default)")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Earliest window end, ISO-8601")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Latest window end, ISO-8601")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; if absent 50, and up to 100,000 in CSV")
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "json (default) or csv")
    @ApiResponse(responseCode = "200", content = {
            @Content(mediaType = "application/json", schema = @Schema(implementation = MetricRows.class)),
            @Content(mediaType = "text/csv", schema = @Schema(type = "string"))})
    @ApiResponse(responseCode = "404", description = "No such entity was observed")
    ResponseEntity<?> metrics(@PathVariable String kind, @PathVariable String id,
            @Parameter(hidden = true) Query query) {
        Window window = Window.of(query.choice("window", WINDOWS, "24h"));
        Instant from = query.instant("from").orElse(Instant.EPOCH);
        Instant to = query.instant("to").orElse(FOREVER);
        RowPart part = RowPart.from(query);
        query.done();
        EntityId entity = id(kind, id);
        name(entity);
        var rows = entities.rows(tenant, MetricSelection.of(entity, window, from, to), part.limit(), part.offset());
        return part.csv()
                ? csv(entity, rows.items())
                : ResponseEntity.ok(new Listing<>(rows.items().stream().map(EntityDocument.Row::of).toList(),
                        rows.total(), part.paging()));
    }

    @GetMapping("/observations")
    @Operation(operationId = "observations", summary = "Stored readings of one entity, newest first")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "Earliest reading, ISO-8601")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "Latest reading, ISO-8601")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; if absent 50, and up to 100,000 in CSV")
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "json (default) or csv")
    @ApiResponse(responseCode = "200", content = {
            @Content(mediaType = "application/json", schema = @Schema(implementation = Observations.class)),
            @Content(mediaType = "text/csv", schema = @Schema(type = "string"))})
    @ApiResponse(responseCode = "404", description = "No such entity was observed")
    ResponseEntity<?> observations(@PathVariable String kind, @PathVariable String id,
            @Parameter(hidden = true) Query query) {
        Instant from = query.instant("from").orElse(Instant.EPOCH);
        Instant to = query.instant("to").orElse(FOREVER);
        RowPart part = RowPart.from(query);
        query.done();
        EntityId entity = id(kind, id);
        name(entity);
        var readings = entities.readings(tenant, entity, from, to, part.limit(), part.offset());
        return part.csv()
                ? readingsCsv(entity, readings.items())
                : ResponseEntity.ok(new Listing<>(
                        readings.items().stream().map(EntityDocument.Observation::of).toList(), readings.total(),
                        part.paging()));
    }

    /// The shape of a part of the metric rows, for the OpenAPI document.
    @Schema(name = "MetricRows")
    private record MetricRows(List<EntityDocument.Row> items, long total, int limit, int offset) {
    }

    /// The shape of a part of the readings, for the OpenAPI document.
    @Schema(name = "Observations")
    private record Observations(List<EntityDocument.Observation> items, long total, int limit, int offset) {
    }

    private static ResponseEntity<String> csv(EntityId entity, List<MetricRow> rows) {
        List<String> header = new ArrayList<>(List.of("kind", "id", "window", "from", "to", "coverage", "source"));
        for (Metric metric : Metric.values()) {
            header.add(EntityDocument.key(metric));
        }
        Csv csv = new Csv(header);
        for (MetricRow row : rows) {
            List<@Nullable Object> cells = new ArrayList<>(List.of(entity.kind().label(), entity.value(),
                    row.window().label(), row.end().minus(row.window().length()), row.end(), row.backing().coverage(),
                    row.backing().source()));
            for (Metric metric : Metric.values()) {
                cells.add(row.values().has(metric) ? Double.valueOf(row.value(metric).getAsDouble()) : null);
            }
            csv.row(cells);
        }
        return csv.download("metrics-" + entity.kind().label() + ".csv");
    }

    private static ResponseEntity<String> readingsCsv(EntityId entity, List<Reading> readings) {
        List<String> header = new ArrayList<>(List.of("kind", "id", "source", "observed_at"));
        for (Counter counter : Counter.values()) {
            header.add(counter.label());
        }
        Csv csv = new Csv(header);
        for (Reading reading : readings) {
            List<@Nullable Object> cells = new ArrayList<>(
                    List.of(entity.kind().label(), entity.value(), reading.source(), reading.at()));
            for (Counter counter : Counter.values()) {
                cells.add(reading.counts().get(counter));
            }
            csv.row(cells);
        }
        return csv.download("observations-" + entity.kind().label() + ".csv");
    }

    private String name(EntityId entity) {
        return entities.name(tenant, entity).orElseThrow(
                () -> WebProblem.notFound(Sentence.of("problem.entity." + entity.kind().label(), entity.value())));
    }

    private static EntityId id(String kind, String id) {
        try {
            return new EntityId(EntityKind.of(kind), id);
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.kind"));
        }
    }
}

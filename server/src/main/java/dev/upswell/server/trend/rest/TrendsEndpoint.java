package dev.upswell.server.trend.rest;

import dev.upswell.content.EntityKind;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.TrendDocument;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.server.web.Csv;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The ranked table over REST.
@RestController
@RequestMapping("/api/v1/trends")
@Tag(name = "Trends", description = "Which entities move, and the metric rows behind it")
class TrendsEndpoint {

    private static final List<String> HEADER = List.of("rank", "id", "name", "viewsGained", "viewGrowth", "momentum",
            "momentumRank", "noveltyIndex", "velocity", "emerging", "flags", "coverage", "probability", "low", "high");

    private final TenantId tenant;
    private final TrendQuery trends;

    TrendsEndpoint(TenantId tenant, TrendQuery trends) {
        this.tenant = tenant;
        this.trends = trends;
    }

    @GetMapping
    @Operation(operationId = "trends", summary = "Entities of one kind in order of their promise, as of an instant")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag (default), sound, video or creator")
    @Parameter(name = "at", in = ParameterIn.QUERY, description = "Instant in ISO-8601; the latest when left out")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "Part of the name, in any case")
    @Parameter(name = "emerging", in = ParameterIn.QUERY, description = "true for emerging entities only")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; if absent 50, and all in CSV")
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "json (default) or csv")
    @ApiResponse(responseCode = "200", description = "The table", content = {
            @Content(mediaType = "application/json", schema = @Schema(implementation = TrendDocument.class)),
            @Content(mediaType = "text/csv", schema = @Schema(type = "string"))})
    ResponseEntity<?> trends(@Parameter(hidden = true) Query query) {
        EntityKind kind = query.kind("kind", EntityKind.HASHTAG);
        Instant at = query.instant("at").orElse(null);
        String text = query.text("q", 80).orElse(null);
        boolean emerging = query.flag("emerging");
        RowPart part = RowPart.from(query);
        query.done();
        TrendTable table = trends.trends(tenant, kind, at);
        TrendDocument document = TrendDocument.of(table, table.lines(text, emerging), part.limit(), part.offset());
        return part.csv() ? csv(document) : ResponseEntity.ok(document);
    }

    private static ResponseEntity<String> csv(TrendDocument document) {
        Csv csv = new Csv(HEADER);
        for (TrendDocument.Row row : document.rows()) {
            List<Double> interval = row.interval();
            csv.row(Arrays.<@Nullable Object>asList(row.rank(), row.id(), row.name(), row.viewsGained(),
                    row.viewGrowth(),
                    row.momentum(), row.momentumRank(), row.noveltyIndex(), row.velocity(), row.emerging(),
                    String.join(" ", row.flags()), row.coverage(), row.probability(),
                    interval == null ? null : interval.getFirst(), interval == null ? null : interval.getLast()));
        }
        return csv.download("trends-" + document.kind() + ".csv");
    }
}

package dev.upswell.server.collect.rest;

import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.intake.SetAsideRepository;
import dev.upswell.server.collect.intake.SetAsideRow;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.web.Csv;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Rows that could not be used.
@RestController
@RequestMapping("/api/v1/quarantine")
@Tag(name = "Quarantine", description = "Rows of imported files that were not taken in, and why")
class QuarantineResource {

    private static final List<String> REASONS = Arrays.stream(RejectReason.values()).map(RejectReason::label).toList();
    private static final int MOST_EXPORTED = 10_000;

    private final TenantId tenant;
    private final SetAsideRepository rows;
    private final Quarantine.Retrying retrying;

    QuarantineResource(TenantId tenant, SetAsideRepository rows, Quarantine.Retrying retrying) {
        this.tenant = tenant;
        this.rows = rows;
        this.retrying = retrying;
    }

    @PostMapping("/retry")
    @Operation(operationId = "retryQuarantine", summary = "Reads quarantined rows of files again: what passes is stored once, the rest stays with its new reason", parameters = {
            @Parameter(name = "file", in = ParameterIn.QUERY, description = "Part of the file's name, in any case"),
            @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Label of one reason"),
            @Parameter(name = "source", in = ParameterIn.QUERY, description = "Format of the file, or source of its mapping"),
            @Parameter(name = "mapping", in = ParameterIn.QUERY, description = "Name of the kept mapping that read them last; they are read by its newest version")})
    @ApiResponse(responseCode = "200", description = "What became of the rows; those that are not kept whole stay")
    Quarantine.Retried retry(@Parameter(hidden = true) Query query) {
        String file = query.text("file", 200).orElse("");
        String reason = query.oneOf("reason", REASONS).orElse("");
        String source = query.text("source", 64).orElse("");
        String kept = query.text("mapping", 64).orElse("");
        query.done();
        return retrying.retry(tenant, new Quarantine.Wanted(file, reason, source, null, kept, null));
    }

    @GetMapping
    @Operation(operationId = "quarantine", summary = "Quarantined rows, those of the latest import first")
    @Parameter(name = "file", in = ParameterIn.QUERY, description = "Part of the file's name, in any case")
    @Parameter(name = "reason", in = ParameterIn.QUERY, description = "Label of one reason, such as bad-number; of an unknown one the answer names all that are known")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent; CSV holds up to 10,000 rows")
    @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "json (default) or csv")
    @ApiResponse(responseCode = "200", description = "Rows that could not be used", content = {
            @Content(mediaType = "application/json", schema = @Schema(implementation = Part.class)),
            @Content(mediaType = "text/csv", schema = @Schema(type = "string"))})
    ResponseEntity<?> list(@Parameter(hidden = true) Query query) {
        var filter = new SetAsideRepository.Filter(query.text("file", 200).orElse(null),
                query.oneOf("reason", REASONS).orElse(null));
        Paging paging = query.paging(50);
        String format = query.choice("format", List.of("json", "csv"), "json");
        query.done();
        if (format.equals("csv")) {
            return csv(rows.list(filter, MOST_EXPORTED, paging.offset()));
        }
        List<QuarantineAnswer> items = rows.list(filter, paging.limit(), paging.offset()).stream()
                .map(QuarantineAnswer::of)
                .toList();
        return ResponseEntity.ok(new Listing<>(items, rows.count(filter), paging));
    }

    private static ResponseEntity<String> csv(List<SetAsideRow> rows) {
        Csv csv = new Csv(List.of("file", "row", "line", "reason", "detail", "excerpt", "found_at"));
        for (SetAsideRow row : rows) {
            csv.row(List.of(row.file(), row.position().row(), row.position().line(), row.reason(), row.detail(),
                    row.excerpt(), row.at()));
        }
        return csv.download("quarantine.csv");
    }

    /// The shape of the JSON answer, for the OpenAPI document.
    @Schema(name = "QuarantinedRows")
    private record Part(List<QuarantineAnswer> items, long total, int limit, int offset) {
    }
}

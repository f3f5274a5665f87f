package dev.upswell.server.report.rest;

import dev.upswell.server.access.Caller;
import dev.upswell.server.report.ReportFormat;
import dev.upswell.server.report.ReportKind;
import dev.upswell.server.report.ReportShelf;
import dev.upswell.server.report.Reports;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Reports: made, listed, and handed out as files.
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports", description = "Documents for clients and creators, kept and handed out as PDF, HTML, Markdown and JSON")
class ReportsResource {

    private static final int LONGEST = 200;

    private final Reports reports;

    ReportsResource(Reports reports) {
        this.reports = reports;
    }

    private ReportShelf shelf(@Nullable Caller caller) {
        return reports.shelf(Objects.requireNonNullElse(caller, new Caller.Local()));
    }

    @GetMapping
    @Operation(operationId = "reports", summary = "Reports that were made, the newest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<ReportAnswer> list(@Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        Paging paging = query.paging(50);
        query.done();
        Reports.Part part = shelf(caller).list(paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(ReportAnswer::of).toList(), part.total(), paging);
    }

    @GetMapping("/kinds")
    @Operation(operationId = "reportKinds", summary = "Kinds of report that can be made now, with what must be said to make them", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<ReportAnswer.Kind> kinds(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(reports.kinds().stream().map(ReportAnswer.Kind::of).toList(), paging);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "makeReport", summary = "Makes the documents of a kind and keeps them; beside kind and by it takes the parameters of the kind", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "As GET /api/v1/reports/kinds names it"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asks; REST if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "404", description = "There is no such kind")
    @ApiResponse(responseCode = "409", description = "A document would have more pages than it may have")
    @ApiResponse(responseCode = "422", description = "A parameter is missing or wrong; the problem says every one")
    ReportAnswer.Made make(@Parameter(hidden = true) Query query) {
        String kind = query.text("kind", LONGEST).orElse("");
        String by = query.text("by", 100).orElse("REST");
        Map<String, String> said = new LinkedHashMap<>();
        reports.kinds().stream().filter(one -> one.name().equals(kind)).flatMap(one -> one.parameters().stream())
                .map(ReportKind.Parameter::name)
                .forEach(name -> query.text(name, LONGEST).ifPresent(value -> said.put(name, value)));
        if (reports.kinds().stream().anyMatch(one -> one.name().equals(kind))) {
            query.done();
        }
        return new ReportAnswer.Made(reports.make(kind, said, by).stream().map(ReportAnswer::of).toList());
    }

    /// Without a dot, so that files of the next route are told apart from it.
    @GetMapping("/{id:[^.]+}")
    @Operation(operationId = "report", summary = "What is kept of a report beside its words")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No report has this id")
    ReportAnswer one(@PathVariable String id, @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        return ReportAnswer.of(shelf(caller).get(id));
    }

    @GetMapping("/{id}.{format}")
    @Operation(operationId = "reportFile", summary = "A report as a file, in the branding of now: pdf, html, md or json")
    @ApiResponse(responseCode = "200", content = {
            @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")),
            @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "string", description = "Schema upswell-document/1, see docs/reports.md"))})
    @ApiResponse(responseCode = "404", description = "No report has this id")
    @ApiResponse(responseCode = "409", description = "In the branding of now it has more pages than it may have")
    @ApiResponse(responseCode = "422", description = "There is no such format")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String format,
            @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        Reports.File file = shelf(caller).file(id, ReportFormat.of(format));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.format().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file.name()).build().toString())
                .body(file.bytes());
    }

    @DeleteMapping("/{id}")
    @Operation(operationId = "removeReport", summary = "Removes a report for good")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No report has this id")
    ReportAnswer remove(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return ReportAnswer.of(reports.remove(id));
    }
}

package dev.upswell.server.report.rest;

import dev.upswell.server.access.Caller;
import dev.upswell.server.report.Handovers;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// To whom a report was handed.
@RestController
@RequestMapping("/api/v1/reports/{id}/readers")
@Tag(name = "Reports")
class ReadersResource {

    private final Handovers handovers;

    ReadersResource(Handovers handovers) {
        this.handovers = handovers;
    }

    /// Somebody to whom a report was handed.
    @Schema(name = "ReportReader", description = "Somebody to whom a report was handed")
    record Answer(String name, @Schema(description = "creator, affiliate or client") String role,
            @Schema(description = "Who handed it over") String by, Instant at) {

        static Answer of(Handovers.Reader reader) {
            return new Answer(reader.person().name(), reader.person().role().label(), reader.by(), reader.at());
        }
    }

    /// Everybody to whom a report was handed.
    @Schema(name = "ReportReaders")
    record All(List<Answer> readers) {

        static All of(List<Handovers.Reader> readers) {
            return new All(readers.stream().map(Answer::of).toList());
        }
    }

    @GetMapping
    @Operation(operationId = "reportReaders", summary = "To whom a report was handed, by name", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No report has this id")
    Listing<Answer> readers(@PathVariable String id, @Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(handovers.readers(id).stream().map(Answer::of).toList(), paging);
    }

    @PutMapping("/{person}")
    @Operation(operationId = "handReport", summary = "Hands a report to a creator, an affiliate or a client, who see no others")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No report has this id, or there is nobody of this name who sees only what was handed to them")
    All give(@PathVariable String id, @PathVariable String person, @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        return All.of(handovers.give(id, person,
                Objects.requireNonNullElse(caller, new Caller.Local()).signature()));
    }

    @DeleteMapping("/{person}")
    @Operation(operationId = "takeReportBack", summary = "Takes a report back from somebody to whom it was handed")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No report has this id, or it was not handed to anybody of this name")
    All take(@PathVariable String id, @PathVariable String person, @Parameter(hidden = true) Query query) {
        query.done();
        return All.of(handovers.take(id, person));
    }
}

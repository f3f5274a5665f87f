package dev.upswell.server.tuning.rest;

import dev.upswell.server.store.TenantId;
import dev.upswell.server.tuning.StoredTuning;
import dev.upswell.server.tuning.Tunings;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Searches for trainer settings, read. They are run by the command line: they take minutes of a processor.
@RestController
@RequestMapping("/api/v1/tunings")
@Tag(name = "Tunings", description = "Searches for better trainer settings")
class TuningResource {

    private final TenantId tenant;
    private final Tunings tunings;

    TuningResource(TenantId tenant, Tunings tunings) {
        this.tenant = tenant;
        this.tunings = tunings;
    }

    @GetMapping
    @Operation(operationId = "tunings", summary = "Searches for trainer settings, the newest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<TuningAnswer> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(tunings.list(tenant).stream().map(one -> TuningAnswer.of(one, false)).toList(), paging);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "tuning", summary = "One search with all its candidates")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No search has this id")
    TuningAnswer one(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return tunings.list(tenant).stream().filter(one -> one.id().toString().equals(id)).findFirst()
                .map((StoredTuning one) -> TuningAnswer.of(one, true))
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.tuning.unknown")));
    }
}

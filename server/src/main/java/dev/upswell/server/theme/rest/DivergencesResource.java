package dev.upswell.server.theme.rest;

import dev.upswell.server.theme.DivergenceDocument;
import dev.upswell.server.theme.Divergences;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Pairs of hashtags and themes that mean nearly the same and move differently.
@RestController
@RequestMapping("/api/v1/divergences")
@Tag(name = "Themes")
class DivergencesResource {

    private final Divergences divergences;

    DivergencesResource(Divergences divergences) {
        this.divergences = divergences;
    }

    @GetMapping
    @Operation(operationId = "divergences", summary = "Pairs of hashtags and themes that mean nearly the same while their momentum differs by more than 0.4; the farthest apart first", parameters = {
            @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "What was found up to then, in UTC; the last search if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<DivergenceDocument> list(@Parameter(hidden = true) Query query) {
        Instant asOf = query.instant("asOf").orElse(null);
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(divergences.last(asOf).map(run -> DivergenceDocument.of(run.found())).orElse(List.of()),
                paging);
    }
}

package dev.upswell.server.collect.rest;

import dev.upswell.server.collect.intake.SourceRepository;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who gives readings.
@RestController
@RequestMapping("/api/v1/sources")
@Tag(name = "Sources", description = "Where readings come from, how fresh and how dense they are")
class SourcesResource {

    private final SourceRepository sources;
    private final InstantSource clock;

    SourcesResource(SourceRepository sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "sources", summary = "Sources by name, one row for each kind they read", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<SourceAnswer> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        Instant now = clock.instant();
        List<SourceAnswer> all = sources.list().stream().map(source -> SourceAnswer.of(source, now)).toList();
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).toList(), all.size(), paging);
    }
}

package dev.upswell.server.audit.rest;

import dev.upswell.server.audit.RequestAudit;
import dev.upswell.server.audit.RequestFilter;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The request audit: who asked for what, and whether the rows are as they were written.
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Request audit", description = "Who asked for what, when, from where and how it ended; not the compliance log, which is about data")
class RequestAuditResource {

    private final RequestAudit audit;

    RequestAuditResource(RequestAudit audit) {
        this.audit = audit;
    }

    @GetMapping
    @Operation(operationId = "requestAudit", summary = "Audited requests, the newest first; they come within a second", parameters = {
            @Parameter(name = "actor", in = ParameterIn.QUERY, description = "Exact name of a person or token"),
            @Parameter(name = "q", in = ParameterIn.QUERY, description = "Part of the route or of what it left open"),
            @Parameter(name = "refused", in = ParameterIn.QUERY, description = "true for those that were not let in"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<RequestRow> list(@Parameter(hidden = true) Query query) {
        var filter = new RequestFilter(query.text("actor", 100).orElse(""), query.flag("refused"),
                query.text("q", 100).orElse(""));
        Paging paging = query.paging(100);
        query.done();
        return new Listing<>(audit.list(filter, paging.limit(), paging.offset()).stream().map(RequestRow::of).toList(),
                audit.count(filter), paging);
    }

    @PostMapping("/verify")
    @Operation(operationId = "verifyRequestAudit", summary = "Walks along the chain and names the first row that is not as it was written")
    @ApiResponse(responseCode = "200")
    ChainAnswer verify(@Parameter(hidden = true) Query query) {
        query.done();
        return ChainAnswer.of(audit.verify(), audit.chain());
    }
}

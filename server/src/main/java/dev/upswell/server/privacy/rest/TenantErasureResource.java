package dev.upswell.server.privacy.rest;

import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Admission.Admitted;
import dev.upswell.server.privacy.TenantErasure.TenantRecord;
import dev.upswell.server.privacy.TenantErasures;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Erasures of whole tenants with their proof: for whoever runs the installation, and for nobody else there.
@RestController
@RequestMapping("/api/v1/tenants/erasures")
@Tag(name = "Tenants", description = "Erasures of whole tenants, with proof: for whoever runs the installation, signed in to the server's own tenant; tokens are of one tenant and cannot")
class TenantErasureResource {

    private static final int LONGEST = 200;

    private final TenantErasures erasures;
    private final Admission admission;

    TenantErasureResource(TenantErasures erasures, Admission admission) {
        this.erasures = erasures;
        this.admission = admission;
    }

    /// How the chain of records stands.
    ///
    /// @param sound whether each record says what it said when it ended, and none is missing
    @Schema(name = "TenantErasureChain")
    record ChainAnswer(long records, boolean sound) {
    }

    @GetMapping
    @Operation(operationId = "tenantErasures", summary = "Erasures of tenants, the newest first; never whose, once they ended", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0; 0 if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "Whoever asks does not run the installation")
    Listing<TenantRecord> erasures(@Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        Paging paging = query.paging(50);
        query.done();
        require(caller);
        TenantErasures.Chain chain = erasures.chain();
        return new Listing<>(erasures.list(paging.limit(), paging.offset()).stream().map(one -> one.told(chain))
                .toList(), erasures.count(), paging);
    }

    @GetMapping("/chain")
    @Operation(operationId = "tenantErasureChain", summary = "Whether the records of erased tenants are as they were written, and none is missing")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "Whoever asks does not run the installation")
    ChainAnswer chain(@Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        query.done();
        require(caller);
        TenantErasures.Chain chain = erasures.chain();
        return new ChainAnswer(chain.records(), chain.sound());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "tenantErasure", summary = "The record of one erasure of a tenant")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none, or whoever asks does not run the installation")
    TenantRecord erasure(@PathVariable String id, @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        query.done();
        require(caller);
        return erasures.get(id).told(erasures.chain());
    }

    @PostMapping
    @Operation(operationId = "eraseTenant", summary = "Erases a tenant with all it has, for good; asked again it goes on where it ended", parameters = {
            @Parameter(name = "name", in = ParameterIn.QUERY, required = true, description = "Of the tenant; not the one that the server is run from"),
            @Parameter(name = "confirm", in = ParameterIn.QUERY, required = true, description = "The name once more"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asked for it where nobody signs in; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such tenant, or whoever asks does not run the installation")
    @ApiResponse(responseCode = "409", description = "Work of the tenant is ending, or something is left: it goes on by itself; or the server is run from this tenant")
    @ApiResponse(responseCode = "422", description = "The name was not confirmed")
    TenantRecord erase(@Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        String name = query.text("name", LONGEST).orElse("");
        String confirmation = query.text("confirm", LONGEST).orElse("");
        String by = query.text("by", LONGEST).orElse("REST");
        query.done();
        require(caller);
        try {
            return erasures.eraseOther(name, confirmation, by).told(erasures.chain());
        } finally {
            admission.forget();
        }
    }

    private static void require(Admitted caller) {
        if (!caller.runsInstallation()) {
            throw WebProblem.notFound(Sentence.of("tenants.notHere"));
        }
    }
}

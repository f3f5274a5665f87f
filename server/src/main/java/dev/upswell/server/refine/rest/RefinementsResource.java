package dev.upswell.server.refine.rest;

import dev.upswell.server.refine.RefinementDocument;
import dev.upswell.server.refine.Refinements;
import dev.upswell.server.refine.TrialDocument;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Proposed versions of prompts, and how tried ones stand.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Wording", description = "Language models: prompts, what they wrote, what it cost")
class RefinementsResource {

    private final Refinements refinements;

    RefinementsResource(Refinements refinements) {
        this.refinements = refinements;
    }

    /// What a run proposed.
    @Schema(name = "ProposedPrompts", description = "Versions that a run proposed; none where too little was said")
    record Proposed(List<RefinementDocument> proposed) {

        Proposed {
            proposed = List.copyOf(proposed);
        }
    }

    @GetMapping("/prompt-refinements")
    @Operation(operationId = "promptRefinements", summary = "Versions that were proposed by what people and the check said of texts, the newest first")
    Listing<RefinementDocument> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return new Listing<>(refinements.list(paging.limit(), paging.offset()).stream().map(RefinementDocument::of)
                .toList(), refinements.count(), paging);
    }

    @PostMapping("/prompt-refinements")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "refinePrompts", summary = "Proposes versions now where enough was said; a language model is asked where one is configured. Nobody is asked by a proposal before a person tries or promotes it")
    @ApiResponse(responseCode = "201")
    Proposed refine(@Parameter(hidden = true) Query query) {
        query.done();
        return new Proposed(refinements.run().stream().map(RefinementDocument::of).toList());
    }

    @GetMapping("/prompt-trials")
    @Operation(operationId = "promptTrials", summary = "How the versions stand that are tried now, each beside the one that serves")
    Listing<TrialDocument> trials(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(refinements.trials().stream().map(TrialDocument::of).toList(), paging);
    }
}

package dev.upswell.server.across.rest;

import dev.upswell.server.across.Industries;
import dev.upswell.server.across.IndustryDocument;
import dev.upswell.server.across.IndustryDraft;
import dev.upswell.server.across.IndustryForm;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Industries, and which client belongs to which.
@RestController
@RequestMapping("/api/v1/patterns")
@Tag(name = "Patterns")
class IndustriesResource {

    private final Industries industries;

    IndustriesResource(Industries industries) {
        this.industries = industries;
    }

    @GetMapping("/industries")
    @Operation(operationId = "industries", summary = "Industries with what is usual in them, where they belong, and their clients", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<IndustryDocument> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        List<IndustryDocument> all = industries.list();
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).toList(), all.size(), paging);
    }

    @PutMapping(path = "/industries/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "setIndustry", summary = "Adds an industry, or says anew all of one; a built-in one is changed for this tenant alone", parameters = @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who says it; REST if absent"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "Something cannot be used; the problem names everything")
    IndustryDocument put(@PathVariable String key, @RequestBody IndustryDraft draft,
            @Parameter(hidden = true) Query query) {
        String by = IndustryForm.by(query, "REST");
        query.done();
        return industries.put(key, draft, by);
    }

    /// What became of an industry.
    @Schema(name = "RemovedIndustry")
    record Removed(String key,
            @Schema(description = "Whether it is built in, and now as it was; otherwise it is gone") boolean builtIn) {
    }

    @DeleteMapping("/industries/{key}")
    @Operation(operationId = "removeIndustry", summary = "Removes an industry that was added, or what was changed of a built-in one")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none of this key")
    @ApiResponse(responseCode = "409", description = "Clients belong to it, or it is built in and was not changed")
    Removed remove(@PathVariable String key, @Parameter(hidden = true) Query query) {
        query.done();
        return new Removed(key, industries.remove(key));
    }

    @PutMapping("/clients/{client}/industry")
    @Operation(operationId = "placeClient", summary = "Says which industry a client belongs to", parameters = {
            @Parameter(name = "industry", in = ParameterIn.QUERY, description = "Key of the industry; none if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who says it; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No hashtag was searched for this client, or there is no such industry")
    Industries.OfClient place(@PathVariable String client, @Parameter(hidden = true) Query query) {
        String industry = query.text("industry", 100).orElse(null);
        String by = IndustryForm.by(query, "REST");
        query.done();
        return industries.place(client, industry, by);
    }
}

package dev.upswell.server.privacy.rest;

import dev.upswell.server.privacy.DataMap;
import dev.upswell.server.privacy.ErasureDocument;
import dev.upswell.server.privacy.Holding;
import dev.upswell.server.privacy.Privacy;
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
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Personal data: where they lie, exports, and erasures of creators with their proof.
@RestController
@RequestMapping("/api/v1/privacy")
@Tag(name = "Privacy", description = "Where personal data lie, and how they are handed out and erased, with proof")
class PrivacyResource {

    private final Privacy privacy;

    PrivacyResource(Privacy privacy) {
        this.privacy = privacy;
    }

    /// Where personal data lie.
    ///
    /// @param erasure what an erasure of a creator does to it; empty where it does nothing
    @Schema(name = "PersonalHolding")
    record HoldingAnswer(String place, String name, List<String> whose, String content, String kept, String erasure) {

        static HoldingAnswer of(Holding one) {
            return new HoldingAnswer(one.place().label(), one.name(),
                    one.whose().stream().map(Holding.Whose::label).sorted().toList(), one.content().label(),
                    one.keeping().label(), one.erasure());
        }
    }

    @GetMapping("/map")
    @Operation(operationId = "privacyMap", summary = "Every table, dataset, memory and folder with whose personal data it holds, and for how long", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 500 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0; 0 if absent")})
    Listing<HoldingAnswer> map(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(500);
        query.done();
        return Listing.of(DataMap.all().stream().map(HoldingAnswer::of).toList(), paging);
    }

    @GetMapping("/erasures")
    @Operation(operationId = "erasures", summary = "Erasures of creators, the newest first; never whose", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0; 0 if absent")})
    Listing<ErasureDocument> erasures(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return new Listing<>(privacy.erasures().list(paging.limit(), paging.offset()).stream()
                .map(ErasureDocument::of).toList(), privacy.erasures().count(), paging);
    }

    @GetMapping("/erasures/{id}")
    @Operation(operationId = "erasure", summary = "An erasure: what went, what the search found, and whether the record is as it was written")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none")
    ErasureDocument erasure(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return ErasureDocument.of(privacy.erasures().get(id));
    }

    @PostMapping("/erasures")
    @Operation(operationId = "eraseCreator", summary = "Erases a creator with all their videos; asked again it goes on where it ended", parameters = {
            @Parameter(name = "handle", in = ParameterIn.QUERY, required = true, description = "Whose, with or without @"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asked for it; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "Other work writes the lake, or something is left: it goes on by itself")
    @ApiResponse(responseCode = "422", description = "This is no handle")
    ErasureDocument erase(@Parameter(hidden = true) Query query) {
        String handle = query.text("handle", 100).orElse("");
        String by = query.text("by", 100).orElse("REST");
        query.done();
        return ErasureDocument.of(privacy.erasures().erase(handle, by));
    }

    @PostMapping("/exports")
    @Operation(operationId = "exportPersonalData", summary = "Everything held about a creator, or of the tenant, as a ZIP archive of JSON lines", parameters = {
            @Parameter(name = "handle", in = ParameterIn.QUERY, description = "Of whom; of the whole tenant if absent")})
    @ApiResponse(responseCode = "200", description = "data-map.json and one file of JSON lines for each place that holds something", content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "422", description = "This is no handle")
    void export(@Parameter(hidden = true) Query query, @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        String handle = query.text("handle", 100).orElse("");
        query.done();
        response.setContentType("application/zip");
        response.setHeader("Cache-Control", "no-store");
        if (handle.isBlank()) {
            privacy.export().tenant(response.getOutputStream());
        } else {
            privacy.export().creator(handle, response.getOutputStream());
        }
    }
}

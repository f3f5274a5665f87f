package dev.upswell.server.report.rest;

import dev.upswell.server.report.BrandingDraft;
import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.Logo;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the documents of this tenant look.
@RestController
@RequestMapping("/api/v1/branding")
@Tag(name = "Reports")
class BrandingResource {

    private final Brandings brandings;

    BrandingResource(Brandings brandings) {
        this.brandings = brandings;
    }

    @GetMapping
    @Operation(operationId = "branding", summary = "How documents look")
    BrandingAnswer get(@Parameter(hidden = true) Query query) {
        query.done();
        return BrandingAnswer.of(brandings.get());
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "setBranding", summary = "Changes how documents look; what is left out stays as it is")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "Something cannot be used, for example a colour on which white is hard to read; the problem names everything")
    BrandingAnswer put(@RequestBody BrandingDraft draft, @Parameter(hidden = true) Query query) {
        query.done();
        return BrandingAnswer.of(brandings.put(draft.over(brandings.get())));
    }

    @PutMapping(path = "/logo", consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
    @Operation(operationId = "setLogo", summary = "Keeps the PNG or JPEG in the body, at most 500 kB, as the logo", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = {
            @Content(mediaType = MediaType.IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = MediaType.IMAGE_JPEG_VALUE, schema = @Schema(type = "string", format = "binary"))}))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "It is no picture, too large, or damaged")
    BrandingAnswer putLogo(@RequestBody byte[] picture, @Parameter(hidden = true) Query query) {
        query.done();
        return BrandingAnswer.of(brandings.putLogo(Logo.read(picture)));
    }

    @DeleteMapping("/logo")
    @Operation(operationId = "removeLogo", summary = "Removes the logo")
    @ApiResponse(responseCode = "200")
    BrandingAnswer removeLogo(@Parameter(hidden = true) Query query) {
        query.done();
        return BrandingAnswer.of(brandings.putLogo(null));
    }
}

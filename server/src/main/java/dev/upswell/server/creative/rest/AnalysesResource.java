package dev.upswell.server.creative.rest;

import dev.upswell.server.creative.Analyses;
import dev.upswell.server.creative.Analyses.AnalysisImport;
import dev.upswell.server.creative.AnalysisReport;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// What analysers and people wrote about videos.
@RestController
@RequestMapping("/api/v1/patterns/analyses")
@Tag(name = "Patterns")
class AnalysesResource {

    private final Analyses analyses;

    AnalysesResource(Analyses analyses) {
        this.analyses = analyses;
    }

    @GetMapping
    @Operation(operationId = "analysisImports", summary = "Files of analyses that came in, the last first: what was stored, which features are constants, and what was refused why", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 25 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<AnalysisImport> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(25);
        query.done();
        Analyses.Part part = analyses.imports(paging.limit(), paging.offset());
        return new Listing<>(part.items(), part.total(), paging);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "importAnalyses", summary = "Takes in what analysers or people wrote about videos: JSON, a list of it, or JSON lines, plain or gzipped; of either generation, bare, with prefixes or in envelopes; or a table of what people coded: CSV with a column video_id and columns named after features. The name of a file of JSON may tell the video and the analyser. The same again changes nothing")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "422", description = "The file cannot be read")
    AnalysisReport take(@RequestPart("file") MultipartFile file, @Parameter(hidden = true) Query query)
            throws IOException {
        query.done();
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return analyses.take(name == null || name.isBlank() ? "file" : name, file.getSize(), content);
        }
    }
}

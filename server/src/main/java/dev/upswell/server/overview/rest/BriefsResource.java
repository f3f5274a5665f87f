package dev.upswell.server.overview.rest;

import dev.upswell.server.access.Caller;
import dev.upswell.server.overview.Briefs;
import dev.upswell.server.report.KeptReport;
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
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Searches for patterns of which creators may take a brief by themselves.
@RestController
@RequestMapping("/api/v1/briefs")
@Tag(name = "Overview")
class BriefsResource {

    private static final List<String> LANGUAGES = List.of("en", "id");

    private final Briefs briefs;

    BriefsResource(Briefs briefs) {
        this.briefs = briefs;
    }

    /// A report that was taken.
    @Schema(name = "TakenBrief")
    record Taken(UUID report, String title) {

        static Taken of(KeptReport report) {
            return new Taken(report.id(), report.title());
        }
    }

    private static Caller by(@Nullable Caller caller) {
        return Objects.requireNonNullElse(caller, new Caller.Local());
    }

    @GetMapping
    @Operation(operationId = "briefs", summary = "Searches for patterns of which creators may take a brief, the one published last first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Briefs.Published> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(briefs.published(), paging);
    }

    @PutMapping("/{run}")
    @Operation(operationId = "publishBrief", summary = "Lets creators take briefs of a search that is done; again is the same as once")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such search")
    @ApiResponse(responseCode = "409", description = "The search is not done")
    Listing<Briefs.Published> publish(@PathVariable String run, @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        return Listing.of(briefs.publish(run, by(caller).signature()), new Paging(500, 0));
    }

    @DeleteMapping("/{run}")
    @Operation(operationId = "withdrawBrief", summary = "Lets creators take no more briefs of a search; those that were taken stay with who took them")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such search")
    Listing<Briefs.Published> withdraw(@PathVariable String run, @Parameter(hidden = true) Query query) {
        query.done();
        return Listing.of(briefs.withdraw(run), new Paging(500, 0));
    }

    @PostMapping("/{run}/report")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "takeBrief", summary = "The production brief of a published search: a report, made once in each language for whoever asks and handed to them", parameters = @Parameter(name = "language", in = ParameterIn.QUERY, description = "en or id; en if absent"))
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "404", description = "No such search is published")
    Taken take(@PathVariable String run, @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        String language = query.choice("language", LANGUAGES, "en");
        query.done();
        return Taken.of(briefs.take(run, Locale.of(language), by(caller)));
    }
}

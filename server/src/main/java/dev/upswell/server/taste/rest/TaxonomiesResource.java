package dev.upswell.server.taste.rest;

import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.taxonomy.CategoryMaking;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Taxonomies: the categories that content is told apart by.
@RestController
@RequestMapping("/api/v1/taxonomies")
@Tag(name = "Profiles")
class TaxonomiesResource {

    private final Taxonomies taxonomies;

    TaxonomiesResource(Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
    }

    @GetMapping
    @Operation(operationId = "taxonomies", summary = "Taxonomies in versions, the newest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0; 0 if absent")})
    Listing<TaxonomyAnswer> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        Taxonomies.Part part = taxonomies.list(paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(TaxonomyAnswer::of).toList(), part.total(), paging);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "makeTaxonomy", summary = "Makes a version from the captions of stored videos, with tags that stay where the meaning does", parameters = {
            @Parameter(name = "categories", in = ParameterIn.QUERY, description = "How many at most, 1 to 500; 100 if absent"),
            @Parameter(name = "language", in = ParameterIn.QUERY, description = "en or id: of descriptions; en if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "422", description = "There are no captions, or no category comes out of them")
    TaxonomyAnswer make(@Parameter(hidden = true) Query query) {
        int categories = query.number("categories", 1, CategoryMaking.Settings.MOST, TaxonomyMaking.USUAL);
        Locale language = Locale.of(query.choice("language", List.of("en", "id"), "en"));
        query.done();
        return TaxonomyAnswer.of(taxonomies.make(categories, language));
    }

    @GetMapping("/{number}")
    @Operation(operationId = "taxonomy", summary = "A version with its categories")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such version")
    TaxonomyAnswer one(@PathVariable int number, @Parameter(hidden = true) Query query) {
        query.done();
        return TaxonomyAnswer.of(taxonomies.get(number));
    }

    @GetMapping("/{number}/compare/{other}")
    @Operation(operationId = "compareTaxonomies", summary = "Which tags stayed, went and came between two versions")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such version")
    TaxonomyAnswer.DifferenceAnswer compare(@PathVariable int number, @PathVariable int other,
            @Parameter(hidden = true) Query query) {
        query.done();
        return TaxonomyAnswer.DifferenceAnswer.of(taxonomies.compare(number, other));
    }
}

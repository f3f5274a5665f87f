package dev.upswell.server.taste.rest;

import dev.upswell.server.taste.ProfileForm;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Taxonomies;
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
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Profiles of taste of people who may be profiled.
@RestController
@RequestMapping("/api/v1/profiles")
@Tag(name = "Profiles")
class ProfilesResource {

    private final Profiles profiles;
    private final Taxonomies taxonomies;

    ProfilesResource(Profiles profiles, Taxonomies taxonomies) {
        this.profiles = profiles;
        this.taxonomies = taxonomies;
    }

    /// Queries for a profile.
    @Schema(name = "ProfileQueries")
    record QueriesAnswer(List<ProfileAnswer.QueryAnswer> queries) {
    }

    /// What an erasure took away.
    @Schema(name = "ProfileErased")
    record ErasedAnswer(@Schema(description = "Rows that went, in tables and lake") long rows) {
    }

    @GetMapping
    @Operation(operationId = "profiles", summary = "Who may be profiled, on which ground, with the last profile of each; by handle", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0; 0 if absent")})
    Listing<ProfileAnswer> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        Profiles.Part part = profiles.list(paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(ProfileAnswer::of).toList(), part.total(), paging);
    }

    @PostMapping("/{person}")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "makeProfile", summary = "Makes the profile of an account as it is known now", parameters = {
            @Parameter(name = "ground", in = ParameterIn.QUERY, description = "own, consent or public-figure: why it may be made; needed the first time"),
            @Parameter(name = "taxonomy", in = ParameterIn.QUERY, description = "Number of the taxonomy that it speaks in; the newest if absent"),
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who tells the ground; REST if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "404", description = "There is no taxonomy")
    @ApiResponse(responseCode = "422", description = "Nobody told a ground, or a public figure is none")
    ProfileAnswer make(@PathVariable String person, @Parameter(hidden = true) Query query) {
        ProfileForm form = ProfileForm.of(query, "REST");
        return ProfileAnswer.of(profiles.make(person, form.ground(), form.by(), form.taxonomy(taxonomies)));
    }

    @GetMapping("/{person}")
    @Operation(operationId = "profile", summary = "The last profile of an account")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is none")
    ProfileAnswer one(@PathVariable String person, @Parameter(hidden = true) Query query) {
        query.done();
        return ProfileAnswer.of(profiles.get(person));
    }

    @GetMapping("/{person}/queries")
    @Operation(operationId = "profileQueries", summary = "What to search for, for the last profile of an account")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no profile")
    QueriesAnswer queries(@PathVariable String person, @Parameter(hidden = true) Query query) {
        query.done();
        return new QueriesAnswer(profiles.queries(person).stream().map(ProfileAnswer.QueryAnswer::of).toList());
    }

    @DeleteMapping("/{person}")
    @Operation(operationId = "eraseProfile", summary = "Erases profiles, reactions and own activity of an account; what remains says when, not whose", parameters = {
            @Parameter(name = "by", in = ParameterIn.QUERY, description = "Who asked for it; REST if absent")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "Nothing is known of it")
    @ApiResponse(responseCode = "409", description = "An import is at work")
    ErasedAnswer erase(@PathVariable String person, @Parameter(hidden = true) Query query) {
        String by = query.text("by", 100).orElse("REST");
        query.done();
        return new ErasedAnswer(profiles.erase(person, by));
    }
}

package dev.upswell.server.access.rest;

import dev.upswell.server.access.AccessProblem;
import dev.upswell.server.access.AccessToken;
import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Scope;
import dev.upswell.server.access.Tokens;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tokens of programs: made, listed and revoked; the text of one is told once.
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Access", description = "Tokens of programs: made, listed and revoked; the text of one is told once")
class TokensResource {

    private static final int USUAL_DAYS = 90;

    private final Tokens tokens;
    private final Admission admission;
    private final InstantSource clock;

    TokensResource(Tokens tokens, Admission admission, InstantSource clock) {
        this.tokens = tokens;
        this.admission = admission;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "tokens", summary = "All tokens, the newest first, revoked and expired ones too", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<TokenAnswer> tokens(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        Instant now = clock.instant();
        return Listing.of(tokens.list().stream().map(token -> TokenAnswer.of(token, now, null)).toList(), paging);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "makeToken", summary = "Makes a token; its text is in this answer alone")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "A token of this name is not revoked")
    ResponseEntity<TokenAnswer> make(@RequestBody NewToken wanted, @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        Caller by = caller == null ? new Caller.Local() : caller;
        AccessToken.Made made = AccessProblem.translated(() -> tokens.make(
                Objects.requireNonNullElse(wanted.name(), ""),
                Scope.of(Objects.requireNonNullElse(wanted.scopes(), List.of())),
                Duration.ofDays(Objects.requireNonNullElse(wanted.days(), USUAL_DAYS)), by.signature()));
        admission.forget();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(TokenAnswer.of(made.token(), clock.instant(), made.text()));
    }

    @PostMapping("/{id}/revoke")
    @Operation(operationId = "revokeToken", summary = "Revokes a token by its id or name: at once here, within five seconds in other processes")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such token that is not revoked")
    TokenAnswer revoke(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        AccessToken revoked = AccessProblem.translated(() -> tokens.revoke(id));
        admission.forget();
        return TokenAnswer.of(revoked, clock.instant(), null);
    }
}

package dev.upswell.server.access.rest;

import dev.upswell.server.access.AccessProblem;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Invitations;
import dev.upswell.server.access.Role;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
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

/// Invitations by link: listed, made, and taken back.
@RestController
@RequestMapping("/api/v1/invitations")
@Tag(name = "People", description = "People who sign in: added with a role, given another, kept out and let in again")
class InvitationsResource {

    private final Invitations invitations;
    private final InstantSource clock;

    InvitationsResource(Invitations invitations, InstantSource clock) {
        this.invitations = invitations;
        this.clock = clock;
    }

    @GetMapping
    @Operation(operationId = "invitations", summary = "Invitations, the newest first: open, used, expired and revoked; the newest 500", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<InvitationAnswer> invitations(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(invitations.list().stream().map(one -> InvitationAnswer.of(one, clock.instant(), null))
                .toList(), paging);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "invite", summary = "Invites somebody by a link, whose path is in this answer alone; they set their own password there, once")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "The name is taken, or there is no owner yet")
    ResponseEntity<InvitationAnswer> invite(@RequestBody NewInvitation wanted, @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        Invitations.Made made = AccessProblem.translated(() -> invitations.make(
                Objects.requireNonNullElse(caller, new Caller.Nobody("no-sign-in")),
                Objects.requireNonNullElse(wanted.name(), ""), Role.of(Objects.requireNonNullElse(wanted.role(), "")),
                Duration.ofDays(Objects.requireNonNullElse(wanted.days(), (int) Invitations.USUAL.toDays()))));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(InvitationAnswer.of(made.invitation(), clock.instant(), made.path()));
    }

    @PostMapping("/{name}/revoke")
    @Operation(operationId = "revokeInvitation", summary = "Takes the open invitation of this name back")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no open invitation of this name")
    InvitationAnswer revoke(@PathVariable String name, @Parameter(hidden = true) Query query) {
        query.done();
        return InvitationAnswer.of(AccessProblem.translated(() -> invitations.revoke(name)), clock.instant(), null);
    }
}

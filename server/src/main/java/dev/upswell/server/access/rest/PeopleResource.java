package dev.upswell.server.access.rest;

import dev.upswell.server.access.AccessProblem;
import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Roster.Member;
import dev.upswell.server.access.Role;
import dev.upswell.server.access.Roster;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// People who sign in: listed, added with a role, given another, kept out and let in again.
@RestController
@RequestMapping("/api/v1/people")
@Tag(name = "People", description = "People who sign in: added with a role, given another, kept out and let in again")
class PeopleResource {

    private static final String NOBODY = "There is nobody of this name";
    private static final String NO_OWNER = "No owner who may come in would be left";

    private final Roster roster;
    private final Admission admission;

    PeopleResource(Roster roster, Admission admission) {
        this.roster = roster;
        this.admission = admission;
    }

    private static Caller by(@Nullable Caller caller) {
        return Objects.requireNonNullElse(caller, new Caller.Nobody("no-sign-in"));
    }

    private PersonAnswer done(Supplier<Member> work) {
        Member member = AccessProblem.translated(work);
        admission.forget();
        return PersonAnswer.of(member);
    }

    @GetMapping
    @Operation(operationId = "people", summary = "Everybody who signs in, by name", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<PersonAnswer> people(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(roster.list().stream().map(PersonAnswer::of).toList(), paging);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "addPerson", summary = "Adds somebody with a role and a password; the first has to be an owner, and only owners make owners")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "The name is taken, or there is no owner yet")
    PersonAnswer add(@RequestBody NewPerson wanted, @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        return done(() -> roster.add(by(caller), Objects.requireNonNullElse(wanted.name(), ""),
                Role.of(Objects.requireNonNullElse(wanted.role(), "")),
                Objects.requireNonNullElse(wanted.password(), "")));
    }

    @PostMapping("/{name}/role")
    @Operation(operationId = "giveRole", summary = "Gives somebody another role: at once here, within five seconds in other processes", parameters = @Parameter(name = "role", in = ParameterIn.QUERY, description = "owner, executive, analyst, planner, creator, affiliate, client or admin"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = NOBODY)
    @ApiResponse(responseCode = "409", description = NO_OWNER)
    PersonAnswer role(@PathVariable String name, @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        String role = query.text("role", 100).orElse("");
        query.done();
        return done(() -> roster.giveRole(by(caller), name, Role.of(role)));
    }

    @PostMapping("/{name}/disable")
    @Operation(operationId = "disablePerson", summary = "Keeps somebody out until they are let in again; their sign-ins end")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = NOBODY)
    @ApiResponse(responseCode = "409", description = NO_OWNER)
    PersonAnswer disable(@PathVariable String name, @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        return done(() -> roster.disable(by(caller), name));
    }

    @PostMapping("/{name}/enable")
    @Operation(operationId = "enablePerson", summary = "Lets somebody in again who was kept out")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = NOBODY)
    PersonAnswer enable(@PathVariable String name, @Parameter(hidden = true) Query query,
            @Parameter(hidden = true) @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        return done(() -> roster.enable(by(caller), name));
    }
}

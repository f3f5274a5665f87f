package dev.upswell.server.session.rest;

import dev.upswell.server.session.CreatorCenter;
import dev.upswell.server.session.Identity;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionProblem;
import dev.upswell.server.session.SessionRefused;
import dev.upswell.server.session.Sessions;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Sessions; windows are opened by the command line alone, where the person sits.
@RestController
@RequestMapping("/api/v1/sessions")
@Tag(name = "Sessions", description = "Signed-in accounts of one's own, whose Creator Center is captured; their cookies are never told")
class SessionsResource {

    private final Sessions sessions;

    SessionsResource(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(operationId = "sessions", summary = "All sessions, by name", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<SessionAnswer> sessions(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(sessions.list().stream().map(SessionAnswer::of).toList(), paging);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addSession", summary = "Adds a session without cookies; proxies that ask for a password are added by the command line", parameters = {
            @Parameter(name = "name", in = ParameterIn.QUERY, required = true, description = "Lower-case letters, digits, dots, hyphens, underscores"),
            @Parameter(name = "page", in = ParameterIn.QUERY, description = "Page that is opened; the Creator Center's list of videos if absent"),
            @Parameter(name = "userAgent", in = ParameterIn.QUERY, description = "What the browser says of itself; what it is if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "There is a session of this name")
    SessionAnswer add(@Parameter(hidden = true) Query query) {
        String name = query.text("name", 100).orElse("");
        String page = query.text("page", 500).orElse(CreatorCenter.PAGE);
        @Nullable
        String agent = query.text("userAgent", 500).orElse(null);
        query.done();
        return answer(() -> sessions.add(new Identity(name, address(page), agent, null), null));
    }

    private static URI address(String page) {
        try {
            return URI.create(page);
        } catch (IllegalArgumentException unreadable) {
            throw SessionRefused.unusable("what was given cannot be the page of a session",
                    "Write an https address.");
        }
    }

    @PutMapping(path = "/{name}/cookies", consumes = MediaType.TEXT_PLAIN_VALUE)
    @Operation(operationId = "setCookies", summary = "Keeps the cookies of the file in the body, encrypted, in place of the session's")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no session of this name")
    SessionAnswer cookies(@PathVariable String name, @RequestBody String text, @Parameter(hidden = true) Query query) {
        query.done();
        return answer(() -> sessions.importCookies(name, text));
    }

    @PostMapping("/{name}/capture")
    @Operation(operationId = "capture", summary = "Visits the session's page in a browser and stores what it is answered; takes up to a minute")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no session of this name")
    @ApiResponse(responseCode = "409", description = "It cannot be used now, or its page may not be opened")
    CaptureAnswer capture(@PathVariable String name, @Parameter(hidden = true) Query query) {
        query.done();
        return SessionProblem.translated(() -> CaptureAnswer.of(sessions.capture(name)));
    }

    @PostMapping("/{name}/pause")
    @Operation(operationId = "pauseSession", summary = "Lets a session rest until it is resumed")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "It rests already")
    SessionAnswer pause(@PathVariable String name, @Parameter(hidden = true) Query query) {
        query.done();
        return answer(() -> sessions.pause(name));
    }

    @PostMapping("/{name}/resume")
    @Operation(operationId = "resumeSession", summary = "Lets a paused session go on")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "409", description = "It is not paused")
    SessionAnswer resume(@PathVariable String name, @Parameter(hidden = true) Query query) {
        query.done();
        return answer(() -> sessions.resume(name));
    }

    @PostMapping("/{name}/remove")
    @Operation(operationId = "removeSession", summary = "Forgets a session with its cookies")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no session of this name")
    SessionAnswer remove(@PathVariable String name, @Parameter(hidden = true) Query query) {
        query.done();
        return answer(() -> sessions.remove(name));
    }

    private static SessionAnswer answer(Supplier<Session> work) {
        return SessionProblem.translated(() -> SessionAnswer.of(work.get()));
    }
}

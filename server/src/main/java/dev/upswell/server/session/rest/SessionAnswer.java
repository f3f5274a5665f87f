package dev.upswell.server.session.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session as programs read it: nothing of its cookies but their number.
@Schema(name = "Session", description = "A signed-in account of one's own whose Creator Center is captured")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionAnswer(String name, String page,
        @Schema(description = "Absent for the browser's own") @Nullable String userAgent,
        @Schema(description = "Server of the proxy, without its password; absent for none") @Nullable String proxy,
        @Schema(description = "healthy, cooling-down, challenged, expired, refused or paused") String state,
        Instant since,
        @Schema(description = "When it goes on by itself; absent where it does not") @Nullable Instant until,
        @Schema(description = "What the site asked for or said; absent where there is nothing") @Nullable String reason,
        int cookies,
        @Schema(description = "Absent where the cookies do not say") @Nullable Instant signedInUntil, Instant addedAt,
        @Schema(description = "Absent before the first visit") @Nullable Instant lastVisitAt) {

    static SessionAnswer of(Session session) {
        Instant until = session.state() instanceof SessionState.CoolingDown cooling ? cooling.until() : null;
        return new SessionAnswer(session.identity().name(), session.identity().page().toString(),
                session.identity().userAgent(), session.identity().proxy(), session.state().label(),
                session.state().since(), until, reason(session.state()), session.cookies(), session.cookiesUntil(),
                session.addedAt(), session.lastVisitAt());
    }

    private static @Nullable String reason(SessionState state) {
        return switch (state) {
            case SessionState.CoolingDown cooling -> cooling.why();
            case SessionState.Challenged challenged -> challenged.sign();
            case SessionState.Expired expired -> expired.why();
            case SessionState.Refused refused -> refused.why();
            case SessionState.Healthy _,SessionState.Paused _ -> null;
        };
    }
}

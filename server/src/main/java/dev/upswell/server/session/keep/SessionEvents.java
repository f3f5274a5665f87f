package dev.upswell.server.session.keep;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.session.Ending;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionState;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the event log says of sessions: their names and what sites asked for, never a cookie.
final class SessionEvents {

    private final EventLogRepository log = new EventLogRepository("session");

    void write(JdbcClient db, EventType type, String session) {
        log.write(db, type, Map.of("session", session));
    }

    /// How a visit ended, and whether a person is called.
    void visited(JdbcClient db, Session after, Ending ending, int answers) {
        String name = after.identity().name();
        switch (ending) {
            case Ending.Shown() -> log.write(db, EventType.CAPTURE_DONE, Map.of("session", name, "answers", answers));
            case Ending.Challenge(String sign) -> log.write(db, EventType.SESSION_CHALLENGED,
                    Map.of("session", name, "sign", sign, "asked", "a person is asked to solve it"));
            case Ending.SignIn _,Ending.NotLetIn _,Ending.Busy _ -> log.write(db, EventType.SESSION_STOPPED,
                    Map.of("session", name, "state", after.state().label(), "sign", reason(after.state())));
            case Ending.Failed(String why) -> log.write(db, EventType.CAPTURE_FAILED,
                    Map.of("session", name, "reason", why));
        }
    }

    /// Why it stands as it does; empty where that needs no reason.
    static String reason(SessionState state) {
        return switch (state) {
            case SessionState.CoolingDown cooling -> cooling.why();
            case SessionState.Challenged challenged -> challenged.sign();
            case SessionState.Expired expired -> expired.why();
            case SessionState.Refused refused -> refused.why();
            case SessionState.Healthy _,SessionState.Paused _ -> "";
        };
    }
}

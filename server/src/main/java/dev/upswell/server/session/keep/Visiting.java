package dev.upswell.server.session.keep;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditRepository;
import dev.upswell.server.live.RoundReport.Taken;
import dev.upswell.server.session.CaptureBrowser.Errand;
import dev.upswell.server.session.CaptureBrowser.Visited;
import dev.upswell.server.session.Cookie;
import dev.upswell.server.session.CreatorCenter;
import dev.upswell.server.session.Ending;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionRefused;
import dev.upswell.server.session.SessionState;
import dev.upswell.server.session.SessionState.CoolingDown;
import dev.upswell.server.session.SessionState.Healthy;
import dev.upswell.server.session.Sessions.Capture;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A visit that nobody sees: asked for consent, made by a healthy session alone, and over at the first sign that the site wants
/// something else than to show its page.
final class Visiting {

    private static final Logger LOG = LoggerFactory.getLogger(Visiting.class);
    private static final Taken NOTHING = new Taken(0, 0, 0, 0, 0, Map.of(), 0);

    private final SessionParts parts;
    private final SessionRepository repository;
    private final SessionSecrets secrets;
    private final SessionEvents events;

    Visiting(SessionParts parts, SessionRepository repository, SessionSecrets secrets, SessionEvents events) {
        this.parts = parts;
        this.repository = repository;
        this.secrets = secrets;
        this.events = events;
    }

    /// Goes once, and stores what came.
    Capture capture(String name) {
        try (TenantLocks.Held _ = alone(name)) {
            Session ready = call(db -> {
                Session now = asOf(found(db, name), parts.clock().instant());
                repository.keep(db, now);
                return now;
            });
            if (!(ready.state() instanceof Healthy)) {
                throw SessionRefused.conflict("the session " + name + " is " + ready.state().label()
                        + because(ready.state()), advice(ready.state(), name));
            }
            parts.consent().objection(ready.identity().page()).ifPresent(objection -> {
                throw objection;
            });
            Errand errand = call(db -> errand(db, ready));
            Visited visited = parts.browser().get().visit(errand, CreatorCenter.BOUNDS);
            Session after = call(db -> keep(db, name, visited));
            return new Capture(after, visited.bodies().size(), visited.left(), said(visited.ending()),
                    visited.bodies().isEmpty() ? NOTHING : store());
        }
    }

    /// The right to use the session: two browsers with one account at once would look like two people.
    TenantLocks.Held alone(String name) {
        return parts.database().locks().tryAcquire(parts.tenant(), "session/" + name)
                .orElseThrow(() -> SessionRefused.conflict("the session " + name + " is in use",
                        "Wait until its visit ends or its window is closed."));
    }

    Session found(JdbcClient db, String name) {
        return repository.find(db, name).orElseThrow(() -> SessionRefused.unknown("there is no session " + name,
                "Run \"upswell sessions\" to see which there are."));
    }

    Errand errand(JdbcClient db, Session session) {
        String name = session.identity().name();
        return new Errand(session.identity(), secrets.findProxy(db, name, session.identity().proxy()),
                secrets.findCookies(db, name));
    }

    /// How it stands at this instant: a cool-down may be over, and so may its cookies.
    static Session asOf(Session session, Instant now) {
        SessionState state = session.state() instanceof CoolingDown cooling ? cooling.at(now) : session.state();
        Instant until = session.cookiesUntil();
        if (state instanceof Healthy healthy && until != null && !until.isAfter(now)) {
            state = healthy.expired(until, "its cookies signed in until " + until);
        }
        return session.in(state);
    }

    private Session keep(JdbcClient db, String name, Visited visited) {
        Optional<Session> still = repository.find(db, name);
        if (still.isEmpty()) {
            throw SessionRefused.conflict("the session " + name + " was removed while it was visiting",
                    "Nothing of the visit is kept.");
        }
        Session session = still.get();
        Instant now = parts.clock().instant();
        List<Cookie> cookies = visited.cookies();
        if (!cookies.isEmpty()) {
            secrets.keepCookies(db, name, cookies);
        }
        int page = 0;
        for (String body : visited.bodies()) {
            page++;
            parts.inbox().put(db, new RawAnswer(CreatorCenter.SOURCE + " own:" + name + " page " + page,
                    FileFormat.CREATOR_CENTER_ITEMS, CreatorCenter.SOURCE, now, body), "own:" + name, page);
        }
        // A person may have paused it meanwhile, which stands.
        SessionState next = session.state() instanceof Healthy healthy
                ? after(healthy, visited.ending(), now)
                : session.state();
        Session after = new Session(session.identity(), next, cookies.isEmpty() ? session.cookies() : cookies.size(),
                cookies.isEmpty() ? session.cookiesUntil() : SessionSecrets.signedInUntil(cookies), session.addedAt(),
                now);
        repository.keep(db, after);
        tellRefused(db, visited);
        events.visited(db, after, visited.ending(), visited.bodies().size());
        return after;
    }

    /// Puts what led inside a private network into the audit trail.
    void tellRefused(JdbcClient db, Visited visited) {
        for (String refused : visited.refused()) {
            AuditRepository.write(db, new AuditEntry(parts.clock().instant(), LawfulConsent.ACTOR,
                    AuditEntry.Action.CAPTURE, CreatorCenter.SOURCE, AuditEntry.Decision.DENIED,
                    LawfulConsent.PRIVATE_ADDRESS, refused, Map.of()));
        }
    }

    private SessionState after(Healthy healthy, Ending ending, Instant now) {
        return switch (ending) {
            case Ending.Shown _,Ending.Failed _ -> healthy;
            case Ending.Challenge(String sign) -> healthy.challenged(now, sign);
            case Ending.SignIn(String sign) -> healthy.expired(now, sign);
            case Ending.NotLetIn(String sign) -> healthy.refused(now, sign);
            case Ending.Busy(Duration wished, String sign) -> healthy.coolingDown(now,
                    now.plus(wished == null || wished.compareTo(parts.coolDown()) < 0 ? parts.coolDown() : wished),
                    sign);
        };
    }

    private static @Nullable String said(Ending ending) {
        return switch (ending) {
            case Ending.Shown() -> null;
            case Ending.Challenge(String sign) -> sign;
            case Ending.SignIn(String sign) -> sign;
            case Ending.NotLetIn(String sign) -> sign;
            case Ending.Busy(_, String sign) -> sign;
            case Ending.Failed(String why) -> why;
        };
    }

    private Taken store() {
        try {
            return parts.inbox().store();
        } catch (StoreException e) {
            if (!e.isRetryable()) {
                throw e;
            }
            LOG.info("what was captured waits for the next round, because another stores now");
            return NOTHING;
        }
    }

    private static String because(SessionState state) {
        String reason = SessionEvents.reason(state);
        return reason.isEmpty() ? "" : ": " + reason;
    }

    /// What a person can do about a state.
    static String advice(SessionState state, String name) {
        return switch (state) {
            case Healthy _ -> "It can be used as it is.";
            case CoolingDown cooling -> "It goes on by itself after " + cooling.until() + ".";
            case SessionState.Challenged _ -> "Solve it yourself in a window: upswell sessions open " + name;
            case SessionState.Expired _ -> "Sign in, in a window: upswell sessions open " + name
                    + "; or bring cookies: upswell sessions cookies " + name;
            case SessionState.Refused _ -> "Find out why before you sign in again: upswell sessions open " + name;
            case SessionState.Paused _ -> "Let it go on: upswell sessions resume " + name;
        };
    }

    private <T> T call(Function<JdbcClient, T> work) {
        return parts.database().transactions().call(parts.tenant(), work);
    }
}

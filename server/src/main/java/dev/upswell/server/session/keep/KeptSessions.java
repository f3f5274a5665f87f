package dev.upswell.server.session.keep;

import dev.upswell.server.event.EventType;
import dev.upswell.server.session.CaptureBrowser.Errand;
import dev.upswell.server.session.CaptureBrowser.Visited;
import dev.upswell.server.session.Cookie;
import dev.upswell.server.session.Ending;
import dev.upswell.server.session.Identity;
import dev.upswell.server.session.Proxy;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionRefused;
import dev.upswell.server.session.SessionState;
import dev.upswell.server.session.Sessions;
import dev.upswell.server.store.TenantLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sessions in PostgreSQL, their cookies in the vault.
public final class KeptSessions implements Sessions {

    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(30);

    private final SessionParts parts;
    private final SessionRepository repository = new SessionRepository();
    private final SessionSecrets secrets;
    private final SessionEvents events = new SessionEvents();
    private final Visiting visiting;

    public KeptSessions(SessionParts parts) {
        this.parts = parts;
        this.secrets = new SessionSecrets(parts.vault());
        this.visiting = new Visiting(parts, repository, secrets, events);
    }

    @Override
    public List<Session> list() {
        Instant now = parts.clock().instant();
        return call(repository::list).stream().map(session -> Visiting.asOf(session, now)).toList();
    }

    @Override
    public Session add(Identity identity, @Nullable Proxy proxy) {
        Instant now = parts.clock().instant();
        Session added = new Session(identity, new SessionState.Expired(now, "nobody signed in yet"), 0, null, now,
                null);
        return call(db -> {
            if (!repository.add(db, added)) {
                throw SessionRefused.conflict("there is a session " + identity.name() + " already",
                        "An account keeps its user agent and proxy; to change them, remove it and add it anew.");
            }
            if (proxy != null) {
                secrets.keepProxy(db, identity.name(), proxy);
            }
            events.write(db, EventType.SESSION_ADDED, identity.name());
            return added;
        });
    }

    @Override
    public Session importCookies(String name, String text) {
        return changed(name, (db, session) -> {
            List<Cookie> cookies = CookieText.of(text, session.identity().page().getHost());
            Instant now = parts.clock().instant();
            Instant until = SessionSecrets.signedInUntil(cookies);
            if (until != null && !until.isAfter(now)) {
                throw SessionRefused.unusable("these cookies signed in until " + until,
                        "Sign in again in your browser, and export them then.");
            }
            secrets.keepCookies(db, name, cookies);
            events.write(db, EventType.SESSION_RENEWED, name);
            return new Session(session.identity(), renewed(session.state(), now), cookies.size(), until,
                    session.addedAt(), session.lastVisitAt());
        });
    }

    /// What a person's doing makes of a state.
    private static SessionState renewed(SessionState state, Instant now) {
        return switch (state) {
            case SessionState.Expired expired -> expired.renewed(now);
            case SessionState.Refused refused -> refused.renewed(now);
            case SessionState.Challenged challenged -> challenged.solved(now);
            case SessionState.Healthy _,SessionState.CoolingDown _,SessionState.Paused _ -> state;
        };
    }

    @Override
    public Session pause(String name) {
        return changed(name, (db, session) -> {
            Instant now = parts.clock().instant();
            events.write(db, EventType.SESSION_PAUSED, name);
            return session.in(switch (session.state()) {
                case SessionState.Healthy healthy -> healthy.paused(now);
                case SessionState.CoolingDown cooling -> cooling.paused(now);
                case SessionState.Challenged _,SessionState.Expired _,SessionState.Refused _,SessionState.Paused _ ->
                    throw resting(session);
            });
        });
    }

    private static SessionRefused resting(Session session) {
        return SessionRefused.conflict(
                "the session " + session.identity().name() + " is " + session.state().label()
                        + ", so it rests already",
                "It stays so until you open it, bring new cookies, or resume it.");
    }

    @Override
    public Session resume(String name) {
        return changed(name, (db, session) -> {
            if (!(session.state() instanceof SessionState.Paused paused)) {
                throw SessionRefused.conflict("the session " + name + " is " + session.state().label()
                        + " and not paused", Visiting.advice(session.state(), name));
            }
            events.write(db, EventType.SESSION_RESUMED, name);
            return session.in(paused.resumed(parts.clock().instant()));
        });
    }

    @Override
    public Session remove(String name) {
        return call(db -> {
            Session session = found(db, name);
            secrets.remove(db, name);
            repository.remove(db, name);
            events.write(db, EventType.SESSION_REMOVED, name);
            return session;
        });
    }

    @Override
    public Capture capture(String name) {
        return visiting.capture(name);
    }

    @Override
    public Session open(String name) {
        try (TenantLocks.Held _ = visiting.alone(name)) {
            Errand errand = call(db -> visiting.errand(db, found(db, name)));
            Visited back = parts.browser().get().handOver(errand, errand.identity().page(), LONGEST_WINDOW);
            return changed(name, (db, session) -> {
                visiting.tellRefused(db, back);
                if (back.cookies().isEmpty()) {
                    return session;
                }
                secrets.keepCookies(db, name, back.cookies());
                Instant now = parts.clock().instant();
                boolean shown = back.ending() instanceof Ending.Shown;
                SessionState next = shown ? renewed(session.state(), now) : session.state();
                if (!next.equals(session.state())) {
                    events.write(db, EventType.SESSION_RENEWED, name);
                }
                return new Session(session.identity(), next, back.cookies().size(),
                        SessionSecrets.signedInUntil(back.cookies()), session.addedAt(), now);
            });
        }
    }

    /// What becomes of a session in a transaction.
    private interface Change {
        Session of(JdbcClient db, Session session);
    }

    private Session changed(String name, Change change) {
        return call(db -> {
            Session after = change.of(db, Visiting.asOf(found(db, name), parts.clock().instant()));
            repository.keep(db, after);
            return after;
        });
    }

    private Session found(JdbcClient db, String name) {
        return visiting.found(db, name);
    }

    private <T> T call(Function<JdbcClient, T> work) {
        return parts.database().transactions().call(parts.tenant(), work);
    }
}

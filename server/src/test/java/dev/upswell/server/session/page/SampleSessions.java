package dev.upswell.server.session.page;

import dev.upswell.server.live.RoundReport.Taken;
import dev.upswell.server.session.CreatorCenter;
import dev.upswell.server.session.Identity;
import dev.upswell.server.session.Proxy;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionState;
import dev.upswell.server.session.SessionState.Healthy;
import dev.upswell.server.session.Sessions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Made-up sessions for looking at the page.
public record SampleSessions(Instant now) implements Sessions {

    @Override
    public List<Session> list() {
        Healthy healthy = new Healthy(now.minus(Duration.ofDays(3)));
        return List.of(
                session("kitchen", healthy.challenged(now, "a challenge is shown at /tiktokstudio/content"), null),
                session("main-account", healthy, "http://proxy.example:3128"),
                session("second",
                        healthy.coolingDown(now, now.plus(Duration.ofMinutes(50)), "HTTP 429 at /tiktokstudio/content"),
                        null),
                session("third", healthy.paused(now), null));
    }

    private Session session(String name, SessionState state, @Nullable String proxy) {
        return new Session(new Identity(name, URI.create(CreatorCenter.PAGE), null, proxy), state, 14,
                now.plus(Duration.ofDays(40)), now.minus(Duration.ofDays(9)), now.minus(Duration.ofHours(1)));
    }

    @Override
    public Session add(Identity identity, @Nullable Proxy proxy) {
        return list().getFirst();
    }

    @Override
    public Session importCookies(String name, String text) {
        return list().getFirst();
    }

    @Override
    public Session pause(String name) {
        return list().getFirst();
    }

    @Override
    public Session resume(String name) {
        return list().getFirst();
    }

    @Override
    public Session remove(String name) {
        return list().getFirst();
    }

    @Override
    public Capture capture(String name) {
        return new Capture(list().getFirst(), 0, 0, null, new Taken(0, 0, 0, 0, 0, Map.of(), 0));
    }

    @Override
    public Session open(String name) {
        return list().getFirst();
    }
}

package dev.upswell.server.session.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.comply.Robots;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.session.Cookie;
import dev.upswell.server.session.Ending;
import dev.upswell.server.session.Identity;
import dev.upswell.server.session.Proxy;
import dev.upswell.server.session.ScriptedBrowser;
import dev.upswell.server.session.Session;
import dev.upswell.server.session.SessionBench;
import dev.upswell.server.session.SessionRefused;
import dev.upswell.server.session.Sessions;
import dev.upswell.server.session.Sessions.Capture;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSessionsTest {

    private static final URI PAGE = URI.create("https://studio.example/tiktokstudio/content");
    private static final String VIDEO = "7600000000000000601";

    @TempDir
    static Path folder;

    private final ScriptedBrowser browser = new ScriptedBrowser();
    private final SessionBench bench = new SessionBench(folder, browser);
    private final Sessions sessions = bench.sessions;

    private static List<Cookie> renewed(String value) {
        return List.of(new Cookie("sessionid", value, "studio.example", "/",
                SessionBench.NOON.plus(Duration.ofDays(20)), true, true, null));
    }

    private String state() {
        return sessions.list().getFirst().state().label();
    }

    @Test
    void aVisitStoresWhatCameAndRenewsTheCookies() {
        bench.healthy("me", PAGE, "s3cret-one");
        browser.then(new Ending.Shown(), renewed("s3cret-two"), SessionBench.answer(VIDEO, 4_100, false));

        Capture done = sessions.capture("me");

        assertThat(done.answers()).isEqualTo(1);
        assertThat(done.said()).isNull();
        assertThat(done.taken().stored()).isEqualTo(1);
        assertThat(done.session().cookiesUntil()).isEqualTo(SessionBench.NOON.plus(Duration.ofDays(20)));
        assertThat(browser.errands.getFirst().cookies()).extracting(Cookie::value).containsExactly("s3cret-one");
        browser.then(new Ending.Shown(), renewed("s3cret-two"));
        sessions.capture("me");
        assertThat(browser.errands.getLast().cookies()).extracting(Cookie::value).containsExactly("s3cret-two");
        assertThat(bench.list("select type from event_log where slice = 'session' order by occurred_at", String.class))
                .containsExactly("SESSION_ADDED", "SESSION_RENEWED", "CAPTURE_DONE", "CAPTURE_DONE");
    }

    @Test
    void aPageInsideAPrivateNetworkIsNotOpenedAndTheDenialIsKept() {
        AddressGuard guard = new AddressGuard("",
                host -> new InetAddress[]{InetAddress.getByAddress(host, new byte[]{10, 1, 2, 3})});
        Robots nobody = page -> {
            throw new AssertionError("the site was asked for its rules");
        };
        bench.consent = new LawfulConsent(bench.tenant, bench.database, nobody, guard, () -> bench.now);
        bench.healthy("me", PAGE, "s3cret");

        assertThatThrownBy(() -> sessions.capture("me")).isInstanceOf(SessionRefused.class)
                .hasMessage("the page is not opened: studio.example is 10.1.2.3, a private network,"
                        + " where no request is sent\nIf it is meant to be reached, name it in the setting network.private-hosts.");

        assertThat(browser.errands).isEmpty();
        assertThat(bench.list("select subject || ' ' || decision || ' ' || rule || ' ' || detail from audit_trail",
                String.class)).containsExactly(
                        "creator-center DENIED private-address studio.example is 10.1.2.3, a private network, where no request is sent");
    }

    @Test
    void aChallengePausesTheSessionAndCallsAPersonWhoLeadsItBack() {
        bench.healthy("me", PAGE, "s3cret");
        browser.then(new Ending.Challenge("a challenge is shown at /studio"), renewed("s3cret"));

        assertThat(sessions.capture("me").said()).isEqualTo("a challenge is shown at /studio");
        assertThat(state()).isEqualTo("challenged");
        assertThatThrownBy(() -> sessions.capture("me")).isInstanceOf(SessionRefused.class)
                .hasMessageContaining("is challenged: a challenge is shown at /studio")
                .hasMessageContaining("upswell sessions open me");
        assertThat(browser.errands).hasSize(1);
        assertThat(bench.list("select payload->>'asked' from event_log where type = 'SESSION_CHALLENGED'",
                String.class)).containsExactly("a person is asked to solve it");

        browser.then(new Ending.Challenge("still there"), renewed("s3cret"));
        assertThat(sessions.open("me").state().label()).isEqualTo("challenged");
        browser.then(new Ending.Shown(), renewed("s3cret-three"));
        assertThat(sessions.open("me").state().label()).isEqualTo("healthy");
        browser.then(new Ending.Shown(), renewed("s3cret-three"));
        sessions.capture("me");
        assertThat(browser.errands.getLast().cookies()).extracting(Cookie::value).containsExactly("s3cret-three");
    }

    @Test
    void refusalsStopAndOnlyAPersonBringsTheSessionBack() {
        bench.healthy("me", PAGE, "s3cret");
        browser.then(new Ending.NotLetIn("HTTP 403 at /studio"), List.of());

        sessions.capture("me");

        bench.now = bench.now.plus(Duration.ofDays(3));
        assertThat(state()).isEqualTo("refused");
        assertThatThrownBy(() -> sessions.capture("me")).hasMessageContaining("HTTP 403 at /studio");
        bench.sessions.importCookies("me", "studio.example\tFALSE\t/\tTRUE\t0\tsessionid\tnew\n");
        assertThat(state()).isEqualTo("healthy");
    }

    @Test
    void aWishForTimeIsHonouredAndEndsByItself() {
        bench.healthy("me", PAGE, "s3cret");
        browser.then(new Ending.Busy(Duration.ofHours(2), "HTTP 429 at /studio"), List.of());
        sessions.capture("me");

        bench.now = bench.now.plus(Duration.ofMinutes(119));
        assertThat(state()).isEqualTo("cooling-down");
        assertThatThrownBy(() -> sessions.capture("me")).hasMessageContaining("goes on by itself after");
        bench.now = bench.now.plus(Duration.ofMinutes(1));
        assertThat(state()).isEqualTo("healthy");
        browser.then(new Ending.Busy(null, "HTTP 503 at /studio"), List.of());
        assertThat(sessions.capture("me").session().state()).extracting("until")
                .isEqualTo(bench.now.plus(Duration.ofHours(1)));
    }

    @Test
    void whenItsCookiesEndTheSessionIsNotUsed() {
        bench.healthy("me", PAGE, "s3cret");
        bench.now = bench.now.plus(Duration.ofDays(10));

        assertThat(state()).isEqualTo("expired");
        assertThatThrownBy(() -> sessions.capture("me")).hasMessageContaining("its cookies signed in until");
        assertThat(browser.errands).isEmpty();
        assertThatThrownBy(() -> sessions.importCookies("me",
                "studio.example\tFALSE\t/\tTRUE\t1700000000\tsessionid\told\n"))
                .hasMessageContaining("these cookies signed in until");
    }

    @Test
    void withoutConsentNothingIsOpened() {
        bench.healthy("me", PAGE, "s3cret");
        bench.consent = page -> Optional.of(SessionRefused.conflict("robots say no to " + page.getPath(), "Leave it."));

        assertThatThrownBy(() -> sessions.capture("me")).hasMessageContaining("robots say no");
        assertThat(browser.errands).isEmpty();
        assertThat(state()).isEqualTo("healthy");
    }

    @Test
    void whoASessionIsNeverChanges() {
        Identity first = new Identity("me", PAGE, "Agent/1", "http://proxy.example:3128");
        sessions.add(first, Proxy.of("http://user:s3cret-pw@proxy.example:3128"));

        assertThatThrownBy(() -> sessions.add(new Identity("me", PAGE, "Agent/2", null), null))
                .hasMessageContaining("there is a session me already").hasMessageContaining("remove it");
        sessions.importCookies("me", "studio.example\tFALSE\t/\tTRUE\t0\tsessionid\tc\n");
        browser.then(new Ending.Shown(), List.of());
        sessions.capture("me");
        assertThat(browser.errands.getFirst().identity()).isEqualTo(first);
        assertThat(browser.errands.getFirst().proxy()).isEqualTo(
                new Proxy("http://proxy.example:3128", "user", "s3cret-pw"));
        sessions.remove("me");
        assertThat(bench.list("select name from vault_entry", String.class)).isEmpty();
        assertThatThrownBy(() -> sessions.capture("me")).hasMessageContaining("there is no session me");
    }

    @Test
    void whatAPersonDecidesDuringAVisitStands() {
        bench.healthy("me", PAGE, "s3cret");
        browser.meanwhile(() -> {
            sessions.pause("me");
            assertThatThrownBy(() -> sessions.capture("me")).hasMessageContaining("is in use");
        }).then(new Ending.Challenge("x"), List.of(), SessionBench.answer(VIDEO, 1, false));

        Capture done = sessions.capture("me");

        assertThat(done.session().state().label()).isEqualTo("paused");
        assertThat(done.taken().stored()).isEqualTo(1);
        assertThatThrownBy(() -> sessions.pause("me")).hasMessageContaining("rests already");
        assertThat(sessions.resume("me").state().label()).isEqualTo("healthy");
        assertThatThrownBy(() -> sessions.resume("me")).hasMessageContaining("not paused");
    }

    @Test
    void aFailedVisitSaysNothingOfTheSession() {
        Session before = bench.healthy("me", PAGE, "s3cret");
        browser.then(new Ending.Failed("the browser failed: net::ERR_CONNECTION_REFUSED"), List.of());

        Capture done = sessions.capture("me");

        assertThat(done.said()).contains("ERR_CONNECTION_REFUSED");
        assertThat(done.session().state()).isEqualTo(before.state());
        assertThat(done.session().cookies()).isEqualTo(1);
    }
}

package dev.upswell.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.session.SessionState.CoolingDown;
import dev.upswell.server.session.SessionState.Healthy;
import dev.upswell.server.session.SessionState.Paused;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionStateTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Healthy HEALTHY = new Healthy(NOON);

    @Test
    void aCoolDownEndsByItselfAndNothingElseDoes() {
        CoolingDown cooling = HEALTHY.coolingDown(NOON, LATER, "HTTP 429");

        assertThat(cooling.at(LATER.minusMillis(1))).isEqualTo(cooling);
        assertThat(cooling.at(LATER)).isEqualTo(new Healthy(LATER));
        assertThatThrownBy(() -> HEALTHY.coolingDown(NOON, NOON, "x")).hasMessageContaining("must be after");
    }

    @Test
    void aPauseKeepsWhatIsLeftOfACoolDown() {
        Paused paused = HEALTHY.coolingDown(NOON, LATER, "HTTP 429").paused(NOON.plusSeconds(1));

        assertThat(paused.resumed(NOON.plusSeconds(2))).isInstanceOf(CoolingDown.class)
                .extracting("until").isEqualTo(LATER);
        assertThat(paused.resumed(LATER)).isEqualTo(new Healthy(LATER));
        assertThat(HEALTHY.paused(NOON).resumed(LATER)).isEqualTo(new Healthy(LATER));
    }

    @Test
    void personsLeadBack() {
        assertThat(HEALTHY.challenged(NOON, "a captcha").solved(LATER)).isEqualTo(new Healthy(LATER));
        assertThat(HEALTHY.expired(NOON, "signed out").renewed(LATER)).isEqualTo(new Healthy(LATER));
        assertThat(HEALTHY.refused(NOON, "HTTP 403").renewed(LATER)).isEqualTo(new Healthy(LATER));
    }

    @Test
    void everyStateHasItsWord() {
        assertThat(HEALTHY.label() + " " + HEALTHY.coolingDown(NOON, LATER, "x").code()).isEqualTo(
                "healthy COOLING_DOWN");
    }

    @Test
    void whoASessionIsMustBeWritable() {
        assertThatThrownBy(() -> new Identity("Caps", URI.create(CreatorCenter.PAGE), null, null))
                .hasMessageContaining("cannot be the name of a session");
        for (String page : new String[]{"http://elsewhere.example/x", "https://me:pw@host.example/", "ftp://x/"}) {
            assertThatThrownBy(() -> new Identity("me", URI.create(page), null, null))
                    .hasMessageContaining("cannot be the page").hasMessageNotContaining("pw");
        }
        assertThatThrownBy(() -> new Identity("me", URI.create(CreatorCenter.PAGE), "two\nlines", null))
                .hasMessageContaining("cannot be a user agent");
        assertThat(new Identity("me", URI.create("http://127.0.0.1:81/a/b"), null, null).origin())
                .isEqualTo("http://127.0.0.1:81");
    }

    @Test
    void aProxyIsReadWithItsPasswordAndShownWithout() {
        Proxy proxy = Proxy.of("http://me:s3cret@proxy.example:3128");

        assertThat(proxy.server()).isEqualTo("http://proxy.example:3128");
        assertThat(proxy.password()).isEqualTo("s3cret");
        assertThat(proxy.toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> Proxy.of("me:s3cret@proxy")).hasMessageContaining("cannot be a proxy")
                .hasMessageNotContaining("s3cret");
        assertThat(Proxy.of("socks5://127.0.0.1:1080").user()).isNull();
    }
}

package dev.upswell.server.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.session.Ending;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignsTest {

    private static Ending of(int status, Map<String, String> headers) {
        return Signs.of(status, "https://t.example/api/list?token=s3cret", headers).orElse(new Ending.Shown());
    }

    private static Ending seen(String address, String title) {
        return Signs.of(new Signs.Seen(address, title, false)).orElse(new Ending.Shown());
    }

    @Test
    void statusesTellRefusalsFromWishesForTime() {
        assertThat(of(200, Map.of())).isEqualTo(new Ending.Shown());
        assertThat(of(403, Map.of())).isEqualTo(new Ending.NotLetIn("HTTP 403 at /api/list"));
        assertThat(of(401, Map.of())).isEqualTo(new Ending.SignIn("HTTP 401 at /api/list"));
        assertThat(of(429, Map.of("retry-after", "120")))
                .isEqualTo(new Ending.Busy(Duration.ofMinutes(2), "HTTP 429 at /api/list"));
        assertThat(of(503, Map.of("retry-after", "Wed, 21 Oct 2026 07:28:00 GMT")))
                .isEqualTo(new Ending.Busy(null, "HTTP 503 at /api/list"));
        assertThat(of(200, Map.of("bdturing-verify", "{}"))).isInstanceOf(Ending.Challenge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://t.example/captcha?x=1", "https://t.example/verify/",
            "https://t.example/a/challenge",
            "https://t.example/challenge.html", "https://t.example/checkpoint/1"})
    void addressesOfChallengesCallAPerson(String address) {
        assertThat(seen(address, "")).isInstanceOf(Ending.Challenge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Verify to continue", "Just a moment...", "Security check", "Are you a human?"})
    void titlesOfChallengesCallAPerson(String title) {
        assertThat(seen("https://t.example/studio", title)).isInstanceOf(Ending.Challenge.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://t.example/login?redirect=x", "https://t.example/passport/web",
            "https://t.example/x/signin"})
    void addressesOfSignInPagesEndTheSession(String address) {
        assertThat(seen(address, "Log in")).isInstanceOf(Ending.SignIn.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://t.example/tiktokstudio/content", "https://t.example/verified-creators",
            "https://t.example/challenges-of-spring", "https://t.example/loginless"})
    void usualAddressesAreShown(String address) {
        assertThat(seen(address, "Studio")).isEqualTo(new Ending.Shown());
    }

    @Test
    void whatStandsBehindTheQuestionMarkIsNeverTold() {
        assertThat(of(403, Map.of()).toString() + seen("https://t.example/login?token=s3cret", ""))
                .doesNotContain("s3cret");
        assertThat(Signs.path("not an address {")).isEqualTo("an unreadable address");
    }
}

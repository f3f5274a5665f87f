package dev.upswell.server.session.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.session.Cookie;
import dev.upswell.server.session.SessionRefused;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CookieTextTest {

    private static final String NETSCAPE = """
        # Netscape HTTP Cookie File
        .tiktok.example\tTRUE\t/\tTRUE\t1790000000\tmsToken\tabc=
        #HttpOnly_.tiktok.example\tTRUE\t/\tTRUE\t1780000000\tsessionid\ts3cret-one
        .other.example\tTRUE\t/\tFALSE\t0\tforeign\ts3cret-two
        www.tiktok.example\tFALSE\t/studio\tFALSE\t0\tplain\t
        """;

    @Test
    void netscapesColumnsAreReadAndForeignCookiesAreLeft() {
        List<Cookie> cookies = CookieText.of(NETSCAPE, "www.tiktok.example");

        assertThat(cookies).extracting(Cookie::name).containsExactly("msToken", "sessionid", "plain");
        assertThat(cookies.get(1)).isEqualTo(new Cookie("sessionid", "s3cret-one", ".tiktok.example", "/",
                Instant.ofEpochSecond(1_780_000_000), true, true, null));
        assertThat(cookies.get(2).expires()).isNull();
        assertThat(SessionSecrets.signedInUntil(cookies)).isEqualTo(Instant.ofEpochSecond(1_780_000_000));
        assertThat(cookies.toString()).doesNotContain("s3cret");
    }

    @Test
    void jsonOfExtensionsAndDriversIsRead() {
        String extension = """
            [{"name": "sid_tt", "value": "v", "domain": ".tiktok.example", "path": "/", "expirationDate": 1790000000.5,
              "secure": true, "httpOnly": true, "sameSite": "no_restriction"}, {"value": "nameless"}]""";
        String driver = """
            {"cookies": [{"name": "sid_tt", "value": "v", "domain": ".tiktok.example", "path": "/", "expires": -1,
              "sameSite": "Lax"}], "origins": []}""";

        assertThat(CookieText.of(extension, "tiktok.example")).containsExactly(new Cookie("sid_tt", "v",
                ".tiktok.example", "/", Instant.ofEpochSecond(1_790_000_000), true, true, "None"));
        assertThat(CookieText.of(driver, "tiktok.example").getFirst().sameSite()).isEqualTo("Lax");
        assertThat(SessionSecrets.signedInUntil(CookieText.of(driver, "tiktok.example"))).isNull();
    }

    @Property(tries = 100)
    void whatIsWrittenIsReadBack(@ForAll String value, @ForAll boolean secure) {
        List<Cookie> cookies = List.of(new Cookie("a", value, "h.example", "/", null, secure, !secure, "Strict"),
                new Cookie("b", value, ".h.example", "/x", Instant.ofEpochSecond(1_790_000_000), !secure, secure,
                        null));

        assertThat(CookieText.read(CookieText.written(cookies))).isEqualTo(cookies);
    }

    @Test
    void whatCannotBeReadIsToldByItsLineAndNeverByItsValue() {
        for (String text : List.of("s3cret", "a\tb\ts3cret", "[{\"name\": \"s3cret\"", "",
                ".t.example\tTRUE\t/\tTRUE\ts3cret\tn\tv", ".x.example\tTRUE\t/\tTRUE\t0\tn\ts3cret")) {
            assertThatThrownBy(() -> CookieText.of(text, "www.t.example")).isInstanceOf(SessionRefused.class)
                    .hasMessageContaining("cookie file").hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void cookiesOfAWholeTopDomainAreNotThoseOfItsSites() {
        assertThat(CookieText.isFor(new Cookie("a", "b", ".example", "/", null, false, false, null), "t.example"))
                .isFalse();
        assertThat(CookieText.isFor(new Cookie("a", "b", "evil-t.example", "/", null, false, false, null),
                "t.example")).isFalse();
    }
}

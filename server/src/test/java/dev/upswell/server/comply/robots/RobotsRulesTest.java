package dev.upswell.server.comply.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of RFC 9309, with its own examples where it has some.
class RobotsRulesTest {

    private static boolean allows(String robots, String path) {
        return RobotsRules.parse(robots, "Upswell").ask(URI.create("https://site.example" + path)).allowed();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/publications/page1.html | true", "/example/page1.html | true", "/example/page1.gif | false",
            "/example/ | true", "/example/x.gif?y | true", "/robots.txt | true"})
    void theLongestRuleDecides(String path, boolean allowed) {
        assertThat(allows("""
            User-Agent: *
            Disallow: *.gif$
            Disallow: /example/x.gif/
            Allow: /publications/
            Disallow: /robots.txt
            Allow: /example/
            Disallow: /example/*.gif$
            """, path)).isEqualTo(allowed);
    }

    @Test
    void ofTwoEquallyLongRulesTheAllowingDecides() {
        assertThat(allows("User-agent: *\nDisallow: /page\nAllow: /page\n", "/page")).isTrue();
    }

    @Test
    void theOwnGroupGoesBeforeThatForEverybodyAndGroupsOfOneNameAreTakenTogether() {
        String robots = """
            User-agent: *
            Disallow: /
            User-agent: other
            User-agent: UPSWELL/1.0
            Disallow: /a
            Sitemap: https://site.example/map.xml
            User-agent: bot
            Disallow: /c
            User-Agent: upswell
            Disallow: /b
            """;

        assertThat(allows(robots, "/a")).isFalse();
        assertThat(allows(robots, "/b")).isFalse();
        assertThat(allows(robots, "/c")).isTrue();
        assertThat(RobotsRules.parse(robots, "stranger").ask(URI.create("https://site.example/c")).allowed()).isFalse();
    }

    @Test
    void aNameThatOnlyBeginsAlikeIsAnother() {
        assertThat(allows("User-agent: upswellbot\nDisallow: /\n", "/a")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/fish | /fish.html | true", "/fish | /Fish | false",
            "/fish* | /fishheads/x | true",
            "/*.php | /folder/any.php?x=1 | true", "/*.php$ | /any.php?x=1 | false", "/*.php$ | /any.php | true",
            "/a*b*c$ | /axxbyyc | true", "/a*b*c$ | /axxbyycd | false", "* | /any | true", "/$ | / | true",
            "/$ | /a | false", "/a%3cd.html | /a%3Cd.html | true", "/%7Ejoe/ | /~joe/index.html | true",
            "/foo/bar/ツ | /foo/bar/%E3%83%84 | true", "/foo?a=1 | /foo?a=1&b=2 | true", "/foo?a=1 | /foo | false"})
    void patternsMatchAsTheRfcSays(String pattern, String path, boolean matches) {
        assertThat(allows("User-agent: *\nDisallow: " + pattern + "\n", path)).isEqualTo(!matches);
    }

    @Test
    void commentsEmptyRulesOddLinesAndOldLineEndsDoNoHarm() {
        String robots = "\uFEFF# hello\r\nDisallow: /before-any-group\rUser-agent: * # all\r\nnonsense\r\nDisallow:\r\n"
                + "dISALLOW : /x # because\r\n";

        assertThat(allows(robots, "/before-any-group")).isTrue();
        assertThat(allows(robots, "/x")).isFalse();
        assertThat(allows(robots, "/y")).isTrue();
    }

    @Test
    void crawlDelayIsTold() {
        RobotsRules rules = RobotsRules.parse("User-agent: *\nCrawl-delay: 2.5\nDisallow: /x\n", "Upswell");

        assertThat(rules.crawlDelay()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(RobotsRules.parse("User-agent: *\nCrawl-delay: soon\n", "Upswell").crawlDelay()).isNull();
    }

    @Test
    void theRuleThatDecidedIsTold() {
        assertThat(RobotsRules.parse("User-agent: *\nDisallow: /x\n", "Upswell")
                .ask(URI.create("https://site.example/x/y")).rule()).isEqualTo("Disallow: /x");
    }

    @Property
    void anyTextIsRead(@ForAll String robots) {
        assertThat(RobotsRules.parse(robots, "Upswell").ask(URI.create("https://site.example/")).rule()).isNotBlank();
    }

    @Property
    void disallowingEverythingDeniesEveryPath(@ForAll("paths") String path) {
        assertThat(allows("User-agent: *\nDisallow: /\n", "/" + path)).isFalse();
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.strings().withChars("abc/-._~?&=").ofMaxLength(30);
    }
}

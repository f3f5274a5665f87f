package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ShellTest {

    private static final Pattern INLINE = Pattern
            .compile("<style|\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)|hx-on|javascript:",
                    Pattern.CASE_INSENSITIVE);

    @Value("${local.server.port}")
    private int port;

    private SiteClient site;

    @BeforeEach
    void open() {
        site = new SiteClient(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/welcome", "/trends", "/trends?kind=sound&days=30", "/trends?kind=creator",
            "/trends?q=none",
            "/entities/hashtag/glasshair", "/entities/hashtag/icedmatcha?days=90", "/models",
            "/models/boosted-trees-2026-01-12", "/data", "/data/quality", "/data?reason=deleted&offset=25", "/api",
            "/sources",
            "/sources/commerce",
            "/sources/keys", "/sources/sessions", "/sources/watches",
            "/sources/keys", "/compliance", "/sources/sessions",
            "/agents", "/agents/jobs/drift", "/agents/events",
            "/metrics/hashtag/glasshair", "/metrics/hashtag/glasshair?window=15m"})
    void everyPageIsCompleteAndHasNothingInline(String path) {
        HttpResponse<String> page = site.page(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("??").containsOnlyOnce("<h1").contains("<title>")
                .contains("href=\"#content\"").contains("id=\"content\"").contains("</html>");
        assertThat(INLINE.matcher(page.body()).find()).isFalse();
        assertThat(page.body().length()).isLessThan(300_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trends", "/nowhere", "/fails", "/assets/app.css", "/api/v1/nowhere"})
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        var headers = site.page(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy")).hasValue(SecurityHeaders.POLICY);
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void theNavigationListsOnlyWhatExists() {
        String page = site.page("/models").body();

        for (String path : List.of("/trends", "/models", "/features", "/data", "/sources", "/api")) {
            assertThat(page).contains("<li><a href=\"" + path + "\"");
            assertThat(site.page(path).statusCode()).isEqualTo(200);
        }
        // The made-up site of this test has no videos, scorecards, patterns, themes, people, trials, reports and no sign-in; RealPagesTest opens the real one.
        assertThat(page).contains("<li><a href=\"/videos\"", "<li><a href=\"/planner\"", "<li><a href=\"/creators\"",
                "<li><a href=\"/access\"",
                "<li><a href=\"/patterns\"", "<li><a href=\"/themes\"", "<li><a href=\"/recommendations",
                "<li><a href=\"/trials\"", "<li><a href=\"/ask\"", "<li><a href=\"/reports\"");
        assertThat(page.substring(0, page.indexOf("</nav>"))).containsOnlyOnce("aria-current=\"page\"");
        assertThat(Pattern.compile("<li><a href=\"/").matcher(page).results().count()).isEqualTo(20);
    }

    @Test
    void assetsAreNamedByContentAndMayBeKept() {
        String page = site.page("/models").body();
        List<String> assets = Pattern.compile("\"(/assets/[^\"]+)\"").matcher(page).results().map(hit -> hit.group(1))
                .toList();

        assertThat(assets).hasSize(8).allMatch(path -> path.matches("/assets/.+\\?v=[0-9a-f]{12}"));
        for (String path : assets) {
            HttpResponse<String> asset = site.page(path);
            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control")).hasValueSatisfying(
                    value -> assertThat(value).contains("immutable"));
        }
    }

    @Test
    void chartsAreLoadedOnlyWhereThereAreCharts() {
        assertThat(site.page("/trends").body()).doesNotContain("echarts");
        assertThat(site.page("/models").body()).contains("<script defer src=\"/assets/lib/echarts.min.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8080", "127.0.0.2:8080", "[::1]:8080", "LOCALHOST:1"})
    void theServersOwnNamesAreServed(String host) {
        assertThat(site.statusFor(host)).contains("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example:8080", "127.0.0.1.evil.example",
            "127.0.0.2.evil.example",
            "[::2]"})
    void foreignNamesAreRefused(String host) {
        assertThat(site.statusFor(host)).contains("403");
    }

    @Test
    void changesFromForeignPagesAreRefused() {
        assertThat(site.post("/data/sample", "https://evil.example", "").statusCode()).isEqualTo(403);
        assertThat(site.post("/data/sample", "null", "").statusCode()).isEqualTo(403);
        assertThat(site.post("/data/sample", "http://localhost:1", "").body())
                .contains("Changes are only taken from pages of this server.");
        assertThat(site.post("/data/sample", site.origin(), "").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en-US,en;q=0.9", "ar-EG", "en-US,id;q=0.5", "fr,en;q=0.2"})
    void pagesClaimTheLanguageTheyAreWrittenIn(String language) {
        assertThat(site.pageIn(language, "/data").body()).contains("<html lang=\"en\"").contains("title=\"1,129,643\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "id-ID,id;q=0.9", "in-ID", "fr,id;q=0.5,en;q=0.2"})
    void readersOfIndonesianGetItsWordsAndItsNumbers(String language) {
        assertThat(site.pageIn(language, "/data").body()).contains("<html lang=\"id\"").contains("title=\"1.129.643\"")
                .contains(">Kreator</").contains("1,1\u00a0jt");
    }

    @Test
    void aChosenLanguageGoesBeforeThatOfTheBrowserAndLeadsBackToThePage() {
        HttpResponse<String> chosen = site.choose("id", "/trends?days=30");

        assertThat(chosen.headers().firstValue("Location")).hasValue(site.origin() + "/trends?days=30");
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("language=id-ID;").contains("HttpOnly").contains("SameSite=Lax");
        assertThat(site.pageWith("Cookie", cookie, "/data").body()).contains("<html lang=\"id\"");
        assertThat(site.pageWith("Cookie", "language=xx", "/data").body()).contains("<html lang=\"en\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/trends", "//evil.example", "not an address"})
    void aChoiceOfLanguageNeverLeadsToAnotherSite(String referer) {
        assertThat(site.chooseFrom("id", referer).headers().firstValue("Location")).hasValue(site.origin() + "/");
    }

    @Test
    void unknownAndBadFiltersAreNamed() {
        HttpResponse<String> page = site.page("/trends?foo=1&days=8");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("“days” must be one of 7, 30, 90; it was “8”.")
                .contains("There is no filter “foo” here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/away", "/api/v1/away"})
    void aStoreThatIsAwayIsToBeAskedAgain(String path) {
        HttpResponse<String> answer = site.page(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("The store does not answer. Try again in some seconds")
                .doesNotContain("/var/lib");
    }

    @Test
    void aStoreThatStaysBrokenIsAFailure() {
        HttpResponse<String> answer = site.json("/api/v1/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.body()).doesNotContain("/var/lib");
    }

    @Test
    void programsGetProblemDocuments() {
        HttpResponse<String> answer = site.json("/trends?top=0");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":400")
                .contains("“top” must be a whole number from 1 to 500; it was “0”.")
                .contains("\"instance\":\"/trends\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fails", "/api/v1/fails"})
    void failuresShowNoInsides(String path) {
        HttpResponse<String> answer = site.page(path);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("under failure").doesNotContain("secret").doesNotContain("/var/lib")
                .doesNotContain("Exception").doesNotContain("dev.upswell");
    }

    @Test
    void theCodeOfAFailureDoesNotTellHowManyThereWere() {
        List<String> codes = IntStream.range(0, 5).mapToObj(
                i -> site.page("/fails").body().replaceAll("(?s).*under failure ([^.]*)\\. .*", "$1")).toList();

        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[0-9a-f]{8}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/entities/hashtag/unheard", "/entities/planet/mars", "/models/none",
            "/metrics/sound/1"})
    void whatDoesNotExistIsNotFound(String path) {
        HttpResponse<String> page = site.page(path);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing here").doesNotContain("??");
    }

    @Test
    void wrongMethodsAreToldSo() {
        assertThat(site.post("/trends", site.origin(), "").statusCode()).isEqualTo(405);
    }

    @Test
    void markupInNamesAndFiltersStaysText() {
        String page = site.page("/trends?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E").body();

        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }
}

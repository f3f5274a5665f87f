package dev.upswell.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// Every page over made-up content, in one window that stays open: both themes, on a desk and on a phone.
@Tag("browser")
@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EveryPageTest {

    private static Chromium chromium;
    private static Page page;

    @Value("${local.server.port}")
    private int port;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
        page = chromium.open(1440, "light");
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    static Stream<Arguments> pages() {
        return Stream.of(Arguments.of("trends", "/trends", "#glasshair"),
                Arguments.of("trends-unscored", "/trends?kind=sound", "No model serves yet"),
                Arguments.of("trends-empty", "/trends?kind=creator", "None of this kind is in your data"),
                Arguments.of("trends-nothing-matches", "/trends?q=zzz", "Nothing matches these filters"),
                Arguments.of("entity", "/entities/hashtag/glasshair", "41 known creators"),
                Arguments.of("evaluation", "/models/evaluation", "surges; "),
                Arguments.of("evaluation-empty", "/models/evaluation?kind=sound", "Nothing was judged for this choice"),
                Arguments.of("lifecycle", "/models/lifecycle", "0.450 to 0.580"),
                Arguments.of("lifecycle-nobody", "/models/lifecycle?kind=sound&horizon=6", "no model serves"),
                Arguments.of("tasks", "/models/tasks", "One task is to be done"),
                Arguments.of("drift", "/models/drift", "no longer resembles what the model learned from"),
                Arguments.of("drift-empty", "/models/drift?kind=sound", "Nothing has been compared yet"),
                Arguments.of("retrospectives", "/models/retrospectives", "so far"),
                Arguments.of("features", "/features", "themes do not exist yet"),
                Arguments.of("features-group", "/features?group=C&set=feature_set_v2", "Creator diversity"),
                Arguments.of("feature-vector", "/features/hashtag/glasshair", "What the models know of #glasshair"),
                Arguments.of("importance", "/models/importance", "Views per post"),
                Arguments.of("importance-none", "/models/importance?kind=sound", "Nothing is known of what"),
                Arguments.of("dependence", "/models/dependence", "describes the model, not the world"),
                Arguments.of("entity-gap", "/entities/hashtag/bakingforbeginnersandfriends?days=30",
                        "Nothing new has come"),
                Arguments.of("rows", "/metrics/hashtag/glasshair?window=1h&limit=10", "1–10 of 168"),
                Arguments.of("models", "/models", "0.528–0.580"),
                Arguments.of("model", "/models/boosted-trees-2026-01-12", "sha256:1f0c9d2ab7e4"),
                Arguments.of("sources", "/sources", "3 subjects are watched at one source"),
                Arguments.of("watches", "/sources/watches", "One subject is no longer visited"),
                Arguments.of("agents", "/agents", "One job failed when it ran last"),
                Arguments.of("agents-job", "/agents/jobs/drift", "the lake cannot be read"),
                Arguments.of("agents-events", "/agents/events", "What people are told of"),
                Arguments.of("commerce", "/sources/commerce", "Results of ads: nothing is known"),
                Arguments.of("commerce-assets", "/sources/commerce?of=assets", "Own assets: nothing is known"),
                Arguments.of("sessions", "/sources/sessions", "A person is asked to solve what the site asks"),
                Arguments.of("keys", "/sources/keys", "It was sealed with another master key"),
                Arguments.of("compliance", "/compliance", "2 denials and one cleaning"),
                Arguments.of("data", "/data", "hashtag_views_3h.csv.gz"),
                Arguments.of("quality", "/data/quality", "One batch waits for your decision"),
                Arguments.of("failures", "/data/quality/5e3f1c0a-0000-4000-8000-000000000001", "1,100,000"),
                Arguments.of("welcome", "/welcome", "Load the sample"),
                Arguments.of("api", "/api", "OpenAPI document"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void eachPageShowsItsValuesInBothThemesAndWidths(String name, String path, String value) {
        page.navigate("http://localhost:" + port + path);
        page.waitForLoadState(LoadState.LOAD);
        assertThat(page.locator("main")).containsText(value);

        for (int width : new int[]{1440, 390}) {
            for (String theme : new String[]{"light", "dark"}) {
                Chromium.look(page, width, theme);
                assertThat(Soundness.faults(page)).isEmpty();
                chromium.assertSilent();
                Chromium.picture(page, name + "-" + theme + "-" + width);
                if (theme.equals("light")) {
                    chromium.assertAccessible(page);
                } else {
                    chromium.assertColoursAccessible(page);
                }
            }
        }
        Chromium.look(page, 1440, "light");
    }
}

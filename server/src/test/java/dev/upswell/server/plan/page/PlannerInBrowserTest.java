package dev.upswell.server.plan.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.upswell.server.app.Terminal;
import dev.upswell.server.web.Chromium;
import dev.upswell.server.web.Soundness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A planner at work in the browser, on the real server with four weeks of videos: how many clicks it takes, and how the page looks.
@Tag("browser")
class PlannerInBrowserTest {

    private static final String PASSWORD = "four words and a half";
    private static final int[] MINUTES = {5, 12, 30, 60, 300, 1_430};
    private static final Instant FIRST = Terminal.NOW.minus(Duration.ofDays(28));

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    /// A video every two hours by three creators, each read in its first day; evenings do better.
    private void videosAreScored() throws IOException {
        StringBuilder videos = new StringBuilder();
        StringBuilder readings = new StringBuilder(
                "kind,id,name,source,observed_at,views,likes,comments,shares,saves,posts,followers\n");
        for (int i = 0; FIRST.plus(Duration.ofHours(2L * i)).isBefore(Terminal.NOW.minus(Duration.ofDays(1))); i++) {
            Instant posted = FIRST.plus(Duration.ofHours(2L * i));
            videos.append(
                    "{\"id\":\"v%d\",\"createdAt\":\"%s\",\"creator\":\"creator%d\",\"hashtags\":[\"tag\"],\"durationSeconds\":15,\"caption\":\"Film %d\"}\n"
                            .formatted(i, posted, i % 3, i));
            int pace = 20 + i * 7 % 11 + (i % 12 > 7 ? 20 : 0);
            for (int minute : MINUTES) {
                readings.append(
                        "video,v%d,,apify,%s,%d,%d,%d,%d,,,%n".formatted(i, posted.plus(Duration.ofMinutes(minute)),
                                pace * minute, pace * minute / 10, pace * minute / 100, pace * minute / 50));
            }
        }
        for (var file : List.of(Files.writeString(folder.resolve("videos.jsonl"), videos),
                Files.writeString(folder.resolve("readings.csv"), readings))) {
            assertThat(terminal.run("import", file.toString()).exitCode()).isZero();
        }
        assertThat(terminal.run("score", "videos").exitCode()).isZero();
    }

    private void person(String name, String role) {
        assertThat(terminal.typing(PASSWORD + "\n").run("password", "set", name, "--role", role).exitCode()).isZero();
    }

    /// The clicks of a person: each is counted.
    private static final class Hand {

        private final Page page;
        private int clicks;

        Hand(Page page) {
            this.page = page;
        }

        void click(String what) {
            clicks++;
            page.locator(what).click();
        }
    }

    private static void signIn(Page page, String server, String name) {
        page.navigate(server + "/sign-in");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main form button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    @Test
    void aPlannerFillsAndAcceptsNextWeekInFourClicksFromSigningIn() throws IOException {
        videosAreScored();
        person("mira", "owner");
        person("paul", "planner");
        terminal.served(server -> {
            try (Chromium chromium = new Chromium()) {
                Page page = chromium.open(1440, "light");
                signIn(page, server, "paul");
                Hand paul = new Hand(page);

                paul.click("nav a[href='/planner']");
                paul.click("#suggested button >> nth=0");
                assertThat(page.locator("#fill")).containsText("Fill next week");
                paul.click("#fill");
                assertThat(page.locator("article.slot.proposed")).hasCount(7);
                paul.click("#accept-all");
                assertThat(page.locator("article.slot.accepted")).hasCount(7);

                assertThat(paul.clicks).isEqualTo(4);
                assertThat(page.locator("article.slot .chip", new Page.LocatorOptions().setHasText("to learn from")))
                        .hasCount(1);
                assertThat(page.locator("#week")).containsText("Every post that is wanted has its hour.");
                assertThat(page.locator("#week")).containsText("24 Nov 2025 to 30 Nov 2025");
                chromium.assertSilent();
            }
        });
        assertThat(terminal.json("plan", "show").json().at("/slots/0/decidedBy").asString()).isEqualTo("paul");
    }

    @Test
    void whoMayNotPlanSeesThePlanAndNoButtons() throws IOException {
        videosAreScored();
        person("mira", "owner");
        person("emma", "executive");
        terminal.run("plan", "account", "creator1", "--per-week", "3");
        terminal.run("plan", "fill");
        terminal.served(server -> {
            try (Chromium chromium = new Chromium()) {
                Page page = chromium.open(1440, "light");
                signIn(page, server, "emma");
                page.navigate(server + "/planner");

                assertThat(page.locator("article.slot")).hasCount(3);
                assertThat(page.locator("#fill, #accept-all, article.slot form, #accounts form")).hasCount(0);
                chromium.assertSilent();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void thePageIsAccessibleOnWideAndNarrowScreensInBothLanguages(String theme) throws IOException {
        videosAreScored();
        terminal.run("plan", "account", "creator1", "--per-week", "5");
        terminal.run("plan", "fill");
        terminal.served(server -> {
            try (Chromium chromium = new Chromium()) {
                for (String language : List.of("en-GB", "id-ID")) {
                    for (int width : new int[]{1440, 390}) {
                        Page page = chromium.open(width, theme, language);
                        page.navigate(server + "/planner");
                        assertThat(page.locator("article.slot")).hasCount(5);
                        Chromium.picture(page, "planner-" + language + "-" + width + "-" + theme);
                        assertThat(chromium.violations(page)).as(language + " " + width).isEmpty();
                        assertThat(Soundness.faults(page)).as(language + " " + width).isEmpty();
                        page.context().close();
                    }
                }
                chromium.assertSilent();
            }
        });
    }
}

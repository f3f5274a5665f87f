package dev.upswell.server.pulse.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Role;
import dev.upswell.server.app.DataFolderOpener;
import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.event.EventType;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.Chromium;
import dev.upswell.server.web.Soundness;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Open pages that show what is new by themselves, in a real browser on the real server.
@Tag("browser")
class LiveInBrowserTest {

    private static final String PASSWORD = "four words and a half";
    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final LocatorAssertions.ContainsTextOptions PATIENT = new LocatorAssertions.ContainsTextOptions()
            .setTimeout(30_000);

    private static Workplace workplace;
    private static Serving.Running server;
    private static String url;
    private static Chromium chromium;

    @BeforeAll
    static void aServerWithPeople() {
        workplace = new DataFolderOpener(TestDatabase.sharedFolder(),
                Map.of("UPSWELL_TENANT", TestDatabase.newTenantName()), () -> NOW).open(new GlobalOptions());
        workplace.access().people().setPassword("mira", PASSWORD);
        for (Role role : List.of(Role.ANALYST, Role.CREATOR)) {
            workplace.access().roster().add(new Caller.Local(), role.label(), role, PASSWORD);
        }
        server = workplace.serving().start(0);
        url = "http://localhost:" + URI.create(server.url()).getPort();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
        workplace.close();
    }

    private static Page signedIn(String name) {
        return signedIn(name, chromium.open(1440, "light"));
    }

    private static Page signedIn(String name, Page page) {
        page.navigate(url + "/sign-in");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main form button[type=submit]").first().click();
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    private static void raised(String title) {
        workplace.forecasting().governance().tasks().alert(workplace.tenant(), EventType.DRIFT_ALERT, title,
                new ImprovementTask.Order(title, "Look", ImprovementTask.Category.MODEL, "", "", "", "model agent",
                        LocalDate.of(2026, 2, 1), Map.of()),
                NOW);
    }

    @Test
    void alertsAndTheirNumberAppearWithoutAReloadAndTakeNothingFromTheReader() {
        Page page = signedIn("analyst");
        page.navigate(url + "/alerts");
        page.locator("html[data-live=on]").waitFor();
        page.evaluate("() => { window.still = true; }");
        Locator list = page.locator("#alert-list");

        raised("Views drifted.");
        assertThat(list).containsText("Views drifted.", PATIENT);
        assertThat(page.locator("#unseen")).containsText("1", PATIENT);
        assertThat(page.locator("#live-said")).hasText("The alerts were refreshed.");

        list.locator("a", new Locator.LocatorOptions().setHasText("Views drifted.")).focus();
        raised("Likes drifted.");
        assertThat(list).containsText("Likes drifted.", PATIENT);
        assertThat(page.evaluate("() => document.activeElement.textContent")).isEqualTo("Views drifted.");

        page.evaluate("""
            () => {
              const field = document.createElement('input');
              field.id = 'typed';
              document.getElementById('alert-list').append(field);
            }""");
        page.locator("#typed").fill("half a sent");
        raised("Shares drifted.");
        assertThat(page.locator("#unseen")).containsText("3", PATIENT);
        assertThat(page.locator("#typed")).hasValue("half a sent");
        assertThat(list).not().containsText("Shares drifted.");
        page.locator("#typed").fill("");
        page.locator("h1").click();
        assertThat(list).containsText("Shares drifted.", PATIENT);

        assertThat(page.evaluate("() => window.still")).isEqualTo(true);
        chromium.assertSilent();
    }

    @Test
    void whoMayNotSeeAlertsHasNoStreamAndNoNumber() {
        Page page = signedIn("creator");

        assertThat(page.locator("#unseen")).hasCount(0);
        assertThat(page.locator("body[data-stream]")).hasCount(0);
        assertThat(page.context().request().get(url + "/live").status()).isEqualTo(403);
    }

    @Test
    void aRuleIsTriedAndMadeOnThePageAndPausedInTheList() {
        Page page = signedIn("analyst");
        page.navigate(url + "/alerts/rules");
        assertThat(page.locator("main")).containsText("No rule was made yet");
        page.locator("main a[href='/alerts/rules/new']").click();
        page.locator("input[name=name]").fill("Fast risers");
        page.locator("select[name=what1]").selectOption("velocity");
        page.locator("input[name=value1]").fill("0.5");
        page.locator("main form.rule button").first().click();
        assertThat(page.locator("#preview")).containsText("Nothing was computed yet");
        assertThat(page.locator("input[name=name]")).hasValue("Fast risers");
        page.locator("main form.rule button.primary").click();
        assertThat(page.locator("#rules")).containsText("Change of volume, 24h: above 0.50");
        page.locator("#rules button[value=pause]").click();
        assertThat(page.locator("#rules")).containsText("paused");
        chromium.assertSilent();
    }

    @Test
    void thePagesAreAccessibleOnWideAndNarrowScreensInBothLanguagesAndThemes() {
        for (String language : List.of("en-GB", "id-ID")) {
            for (int width : new int[]{1440, 390}) {
                String theme = width == 390 ? "dark" : "light";
                Page page = signedIn("analyst", chromium.open(width, theme, language));
                for (String path : List.of("/alerts?state=all", "/alerts/rules", "/alerts/rules/new")) {
                    page.navigate(url + path);
                    String what = path.replaceAll("\\W+", "-") + "-" + language + "-" + width;
                    Chromium.picture(page, "live" + what);
                    assertThat(chromium.violations(page)).as(what).isEmpty();
                    assertThat(Soundness.faults(page)).as(what).isEmpty();
                }
                page.context().close();
            }
        }
        chromium.assertSilent();
    }
}

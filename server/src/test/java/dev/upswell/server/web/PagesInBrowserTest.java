package dev.upswell.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.upswell.server.collect.page.SampleDataPages;
import dev.upswell.server.registry.page.SampleRegistryPages;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// What a reader does on the pages, in the browser; [EveryPageTest] has how each looks.
@Tag("browser")
@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PagesInBrowserTest {

    private static Chromium chromium;

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private SampleDataPages sample;

    @Autowired
    private SampleRegistryPages registry;

    @BeforeAll
    static void launch() {
        chromium = new Chromium();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @BeforeEach
    void forget() {
        chromium.forget();
        sample.begun.clear();
        sample.arriving(false);
    }

    @Test
    void whatIsTickedInTrendsIsComparedOnAPhoneToo() {
        Page page = chromium.open(390, "dark");
        visit(page, "/trends");

        page.getByLabel("Compare #glasshair").check();
        page.getByLabel("Compare #icedmatcha").check();
        page.getByText("Compare what is ticked").click();

        page.waitForURL("**/trends/compare?*id=glasshair&id=icedmatcha*");
        assertThat(page.locator("h1")).containsText("Two beside each other");
        assertThat(page.locator("[data-chart=compared] canvas")).hasCount(2);
        Chromium.assertNoSidewaysScrolling(page);
        chromium.assertAccessible(page);
        chromium.assertSilent();
    }

    @Test
    void theKeyboardLeadsFromTheStartToAnEntity() {
        Page page = chromium.open(1440, "light");
        visit(page, "/trends");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
        for (int presses = 0; presses < 25 && !"#glasshair".equals(focused(page)); presses++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");

        page.waitForURL("**/entities/hashtag/glasshair");
        assertThat(page.locator("h1")).containsText("74");
        chromium.assertSilent();
    }

    @Test
    void filtersUpdateTheListAndTheAddress() {
        Page page = chromium.open(1440, "light");
        visit(page, "/trends");

        page.getByLabel("Name contains").fill("matcha");
        assertThat(page.locator("#results tbody tr")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile(".*[?&]q=matcha.*"));
        page.getByLabel("Name contains").fill("");
        page.getByLabel("Emerging only").check();
        assertThat(page.locator("#results tbody tr")).hasCount(2);
        chromium.assertSilent();
    }

    @Test
    void theThemeIsKeptOnThisDeviceAndRedrawsTheCharts() {
        Page page = chromium.open(1440, "light");
        visit(page, "/models");
        assertThat(background(page)).isEqualTo("rgb(245, 247, 250)");

        page.getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Dark theme")).click();
        assertThat(background(page)).isEqualTo("rgb(11, 17, 32)");
        visit(page, "/trends");
        assertThat(background(page)).isEqualTo("rgb(11, 17, 32)");
        assertThat(page.locator("#theme")).containsText("Light theme");
        chromium.assertSilent();
    }

    @Test
    void chartsTellTheirExactValues() {
        Page page = chromium.open(1440, "light");
        visit(page, "/entities/hashtag/glasshair");

        page.locator("[data-chart=series]").hover();
        assertThat(page.locator(".tip")).containsText("UTC");
        assertThat(page.locator(".tip")).containsText("Views in all: 1,");
        assertThat(page.locator(".tip")).containsText("Gained per 1\u00a0h");
        Chromium.picture(page, "entity-tooltip");
        chromium.assertSilent();
    }

    @Test
    void aFileIsPreviewedAndImported() {
        Page page = chromium.open(1440, "light");
        visit(page, "/welcome");

        page.locator("#file").setInputFiles(Chromium.file("views.csv", "hashtag,rank,views,note\n"));
        assertThat(page.locator("#preview")).containsText("This looks like Hashtag views over time");
        Chromium.picture(page, "preview");
        page.getByLabel("Counts were read at (UTC)").fill("2026-01-14T13:00");
        page.getByText("Import this file").click();

        page.waitForURL("**/data");
        assertThat(sample.begun).containsExactly("token-1");
        chromium.assertSilent();
    }

    @Test
    void aFileOfOwnColumnsIsReadAsItsReaderSays() {
        Page page = chromium.open(1440, "light");
        visit(page, "/data");

        page.locator("#file").setInputFiles(Chromium.file("tracked.csv", "tag,plays,day,seen by\n"));
        assertThat(page.locator("#mapping")).containsText("seen by");
        Chromium.picture(page, "mapping");
        page.locator("select[name=role3]").selectOption("ignore");
        page.locator("input[name=source]").fill("my-notes");
        page.locator("input[name=source]").press("Tab");
        assertThat(page.locator("input[name=source]")).hasValue("my-notes");
        page.locator("button[formaction='/data/mapping/import']").click();
        assertThat(page.locator("#mapping [role=alert], #preview [role=alert], main [role=alert]").first())
                .containsText("The source is in no terms policy.");
        page.locator("input[name=purpose]").fill("these are my own notes");
        // Pressed as long as a finger rests: what an answer moves meanwhile must not take the button away from under it.
        page.locator("button[formaction='/data/mapping/import']").click(new Locator.ClickOptions().setDelay(120));

        page.waitForURL("**/data");
        assertThat(sample.begun).containsExactly("token-2 my-notes");
        chromium.assertSilent();
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() {
        Page page = chromium.open(390, "dark");
        visit(page, "/data");

        page.locator("#file").setInputFiles(Chromium.file("notes.txt", "nothing"));
        assertThat(page.locator("#preview")).containsText("No format was recognised");
        Chromium.picture(page, "preview-refused");
        chromium.assertSilent();
    }

    @Test
    void thePageFollowsTheFirstImportToItsEnd() {
        sample.arriving(true);
        Page page = chromium.open(1440, "light");
        visit(page, "/data");
        assertThat(page.locator("h1")).hasText("The first file is being read");

        sample.arriving(false);
        assertThat(page.locator("h1")).hasText("1 of 3 sources has gone quiet");
        assertThat(page.locator("#data-sources")).containsText("tiktok-web");
        assertThat(page.locator("#quarantine")).containsText("1–25 of 108");
        page.getByText("What it holds").click();
        page.waitForResponse("**/data", () -> {
        });
        assertThat(page.locator("#imports details")).hasAttribute("open", "");
        chromium.assertSilent();
    }

    @Test
    void aServerThatDoesNotAnswerIsTold() {
        Page page = chromium.open(390, "light");
        visit(page, "/data");
        assertThat(page.locator("#unreachable")).isHidden();

        page.route("**/data", Route::abort);
        assertThat(page.locator("#unreachable")).isVisible();
        Chromium.picture(page, "unreachable");

        page.unroute("**/data");
        assertThat(page.locator("#unreachable")).isHidden();
    }

    @Test
    void aFileThatIsTooLargeIsNotSent() {
        Page page = chromium.open(390, "light");
        visit(page, "/welcome");

        page.locator("#file").setInputFiles(
                Chromium.file("large.csv", "x".repeat((int) SampleDataPages.LARGEST + 1)));
        assertThat(page.locator("#preview")).containsText("This file is larger than 2.0\u00a0MB");
        chromium.assertSilent();
    }

    @Test
    void theSampleIsOneClickAway() {
        Page page = chromium.open(390, "light");
        visit(page, "/welcome");

        page.getByText("Load the sample").click();

        page.waitForURL("**/data");
        assertThat(sample.begun).containsExactly("sample");
        chromium.assertSilent();
    }

    @Test
    void aBrowserOfAnotherLanguageGetsEnglishThatSaysSo() {
        Page page = chromium.open(1440, "light", "de-DE");
        visit(page, "/data");

        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("main")).containsText("1.1\u00a0M");
        assertThat(page.locator("[title='1,129,643']")).hasCount(1);
        visit(page, "/entities/hashtag/glasshair");
        page.locator("[data-chart=series]").hover();
        assertThat(page.locator(".tip")).containsText("Views in all: 1,");
        chromium.assertSilent();
    }

    @Test
    void aBrowserThatAsksForIndonesianGetsItInTextsNumbersAndCharts() {
        Page page = chromium.open(1440, "light", "id-ID");
        visit(page, "/entities/hashtag/glasshair");

        assertThat(page.locator("html")).hasAttribute("lang", "id");
        assertThat(page.locator("h1")).containsText("berpeluang 74\u00a0%");
        assertThat(page.locator("main")).containsText("184\u00a0rb");
        page.locator("[data-chart=series]").hover();
        assertThat(page.locator(".tip")).containsText("Total tayangan: 1.");
        Chromium.picture(page, "entity-id");
        chromium.assertSilent();
    }

    @Test
    void theLanguageIsSwitchedOnAnyPageAndStays() {
        Page page = chromium.open(390, "dark");
        visit(page, "/trends?days=30");

        page.locator(".tongue button").click();

        assertThat(page.locator("html")).hasAttribute("lang", "id");
        assertThat(page).hasURL(Pattern.compile(".*/trends\\?days=30$"));
        Chromium.assertNoSidewaysScrolling(page);
        chromium.assertAccessible(page);
        Chromium.picture(page, "trends-id-390");
        visit(page, "/data");
        assertThat(page.locator("[title='1.129.643']")).hasCount(1);
        page.locator(".tongue button").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        chromium.assertSilent();
    }

    @Test
    void wrongFiltersExplainThemselves() {
        Page page = chromium.open(390, "light");
        visit(page, "/trends?days=8&foo=1");

        assertThat(page.locator("[data-reasons]")).containsText("“days” must be one of 7, 30, 90");
        Chromium.picture(page, "error");
    }

    @Test
    void aPersonApprovesAModelAndTheirNameIsKept() {
        registry.deeds.clear();
        Page page = chromium.open(1440, "light");
        visit(page, "/models/lifecycle");

        page.locator("form[action$='/approve'] input").fill("Mira");
        page.waitForResponse("**/models/lifecycle?**", () -> page.getByText("Approve: let it serve").click());

        assertThat(registry.deeds).singleElement().satisfies(deed -> assertThat(deed).endsWith("by Mira"));
        assertThat(page.locator("h1")).containsText("Boosted trees serve");
        chromium.assertSilent();
    }

    private void visit(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
        page.waitForLoadState(LoadState.LOAD);
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.textContent");
    }

    private static Object background(Page page) {
        return page.evaluate("getComputedStyle(document.body).backgroundColor");
    }
}

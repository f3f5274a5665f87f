package dev.upswell.server.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.LoadState;
import dev.upswell.content.EntityKind;
import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.Choice;
import dev.upswell.server.access.TenantName;
import dev.upswell.server.access.Tenants;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.sample.SampleFiles;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.creative.BegunSearch;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSettings;
import dev.upswell.server.creative.PatternSubject;
import dev.upswell.server.report.SampleDocuments;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.StoreSettings;
import dev.upswell.server.taste.Ground;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.server.trial.Trials;
import dev.upswell.server.web.Chromium;
import dev.upswell.server.web.Inspection;
import dev.upswell.server.web.Inspection.Axe;
import dev.upswell.server.web.Inspection.Look;
import dev.upswell.server.web.ShellSettings.Launcher;
import dev.upswell.server.web.Walk;
import dev.upswell.server.weigh.Learning;
import dev.upswell.server.weigh.LearningSettings;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The real server over an empty data folder: a simulated world comes in by the first-visit page, the loop carries it on by
/// itself, and every page shows what came of it.
@Tag("browser")
class RealPagesTest {

    private static final WorldSettings WORLD = WorldSettings.of(WorldSize.SMALL, 11).withDays(5).withFutures(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    /// What a form leads to, files and parts of pages, rules that nobody made, and pages for whoever signs in: nobody has a password here.
    /// `CompanyOverHttpTest`, `LiveInBrowserTest` and `PagesInBrowserTest` visit these.
    private static final List<String> ELSEWHERE = List.of("/recommendations/lists/{id}", "/trends/compare",
            "/alerts/rules/{id}", "/alerts/badge", "/live", "/planner.ics", "/account",
            "/invitation", "/sign-in/company", "/sign-in/company/out", "/sign-in/company/return");

    @TempDir
    static Path folder;

    private static OpenWorkplace workplace;
    private static Serving.Running server;
    private static Chromium chromium;

    @BeforeAll
    static void fileComesInByTheFirstVisitAndTheLoopCarriesItOn() {
        SampleFiles files = SampleFiles.write(SimulatedWorld.of(WORLD), folder.resolve("files"), (file, lines) -> {
        });
        workplace = emptyWorkplace();
        server = workplace.serving().start(0);
        chromium = new Chromium();
        Page page = chromium.open(1440, "light");

        visit(page, "/");
        assertThat(page).hasURL(server.url() + "/welcome");
        page.locator("#file").setInputFiles(files.observations());
        assertThat(page.locator("#preview")).containsText("This looks like Upswell observations");
        page.getByText("Import this file").click();
        page.waitForURL("**/data");
        assertThat(page.locator("#imports")).containsText("done", new LocatorAssertions.ContainsTextOptions()
                .setTimeout(LONGEST_WAIT.toMillis()));
        awaitHeadline(page, "called to surge in the next 24 hours");
        whatVideosAreAndCreatorsSold(files);

        chromium.assertSilent();
        page.context().close();
    }

    /// Gives the pages of videos, creators and reports something to show.
    private static void whatVideosAreAndCreatorsSold(SampleFiles files) {
        workplace.collecting().importer().importFile(workplace.tenant(), ImportSource.of(files.videos()),
                ImportOptions.AUTO,
                (rows, bytes, total) -> {
                });
        workplace.scoring().videoScores().keepUp(WORLD.end());
        workplace.scoring().scorecards().told().keep("""
            creator_id,total_revenue,conversion_rate,roi_score
            anna,5400,0.02,0.4
            ben,900,0.01,-0.2
            """, "anna", WORLD.end());
        workplace.scoring().scorecards().run(WORLD.end());
        whatGoesWithEngagement();
        whatCaptionsSay();
        workplace.scoring().trials()
                .begin(new Trials.Wanted("Questions", "metadata_has_question", Choice.Side.ABOVE, 0.5,
                        DurationBucket.UP_TO_15, null, "anna"));
        workplace.reporting().reports().keep("client", List.of(SampleDocuments.client()), null, "anna");
        // Of two there is a list.
        for (String name : List.of("first", "second")) {
            try (Learning.Begun learning = workplace.scoring().learning()
                    .begin(new Learning.Wanted(name, LearningSettings.USUAL, WORLD.end(), "anna"))) {
                learning.run(Learning.Progress.SILENT);
            }
        }
    }

    /// Gives the pages of themes, categories and profiles something to show.
    private static void whatCaptionsSay() {
        workplace.texting().texts().run(false);
        workplace.texting().themes().run(false);
        workplace.recommending().profiles().make("anna", Ground.OWN, "anna",
                workplace.recommending().taxonomies().make(20, Locale.ENGLISH));
    }

    /// Gives the pattern library a search, with an analysis among its videos.
    private static void whatGoesWithEngagement() {
        try {
            PostedFiles files = PostedFiles.write(folder, 60);
            for (Path file : List.of(files.videos(), files.observations())) {
                workplace.collecting().importer().importFile(workplace.tenant(), ImportSource.of(file),
                        ImportOptions.AUTO, (rows, bytes, total) -> {
                        });
            }
            workplace.creative().analyses().take(files.analyses());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (BegunSearch begun = workplace.creative().patterns().begin(new PatternRuns.Wanted("Acme",
                PatternSubject.of("bali", null), PatternSettings.USUAL, "anna"))) {
            begun.run(2, PatternRuns.Progress.SILENT);
        }
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
        workplace.close();
    }

    @BeforeEach
    void forget() {
        chromium.forget();
    }

    /// A page and what it must show.
    record Shown(String name, String path, List<String> values) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shown> pages() {
        TrendTable.Line top = top(EntityKind.HASHTAG);
        TrendTable.Line sound = top(EntityKind.SOUND);
        String id = top.ranked().row().entity().value();
        String model = workplace.forecasting().forecasts().registry().list(workplace.tenant()).getFirst().id()
                .toString();
        return Stream.of(
                new Shown("trends", "/trends", List.of("#" + id, percent(top), "simulated sample")),
                new Shown("sounds", "/trends?kind=sound", List.of(sound.name(), "Nothing was predicted of this kind")),
                new Shown("videos", "/trends?kind=video", List.of("watched")),
                new Shown("creators", "/trends?kind=creator", List.of("watched")),
                new Shown("earlier", "/trends?at=" + WORLD.start().plus(Duration.ofDays(4)),
                        List.of("as of 4 Sept 2025, 23:00 UTC", "Nothing was predicted")),
                new Shown("hashtag", "/entities/hashtag/" + id,
                        List.of("#" + id + " has a " + percent(top), "Predicted by", "Earlier predictions")),
                new Shown("sound", "/entities/sound/" + sound.ranked().row().entity().value(),
                        List.of(sound.name(), "the setting forecast.tasks says what is")),
                new Shown("rows", "/metrics/hashtag/" + id + "?window=24h", List.of("Views gained", "1–50 of")),
                new Shown("reach", "/videos",
                        List.of("How far a video will reach", "Nothing has been foretold of videos of these weeks")),
                new Shown("patterns", "/patterns", List.of("Acme", "#bali", "done", "Videos with an analysis: 1")),
                new Shown("models", "/models", List.of("Boosted trees", "serving")),
                new Shown("features", "/features", List.of("feature_set_v2", "within 10 min", "Other platforms")),
                new Shown("vector", "/features/hashtag/" + id, List.of("Where it comes from", "Creator diversity")),
                new Shown("importance", "/models/importance", List.of("Ranks by training", "Feature review")),
                new Shown("dependence", "/models/dependence", List.of("describes the model, not the world")),
                new Shown("evaluation", "/models/evaluation",
                        List.of("No prediction has been judged yet", "Nothing has been judged")),
                new Shown("lifecycle", "/models/lifecycle",
                        List.of("Hashtags within 24 h: Boosted trees serve", "It is the first model of its task.",
                                "No model is on the way to serve")),
                new Shown("tasks", "/models/tasks", List.of("Retrain now", "The feature review as of")),
                new Shown("drift", "/models/drift", List.of("Nothing has been compared yet")),
                new Shown("retrospectives", "/models/retrospectives", List.of("No week has been judged")),
                new Shown("exchange", "/models/exchange",
                        List.of("Boosted trees", "No MLflow server is set", "Bring in")),
                new Shown("model", "/models/" + model, List.of("feature_set_v", "Fingerprint of the data")),
                new Shown("data", "/data", List.of("observations.csv.gz", "1 of 8 sources has gone quiet", "no time")),
                new Shown("welcome", "/welcome", List.of("There is data already")),
                new Shown("api", "/api", List.of("/api/v1/trends")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void eachPageShowsWhatCameOfTheData(Shown shown) {
        look(shown, 1440, "light");
        look(shown, 390, "dark");
    }

    private static void look(Shown shown, int width, String theme) {
        Page page = chromium.open(width, theme);
        visit(page, shown.path());

        shown.values().forEach(value -> assertThat(page.locator("main")).containsText(value));
        page.locator("[data-chart]").all().forEach(chart -> assertThat(chart.locator("canvas")).hasCount(1));
        assertThat(page.locator("main").innerText()).doesNotContain("##", "??", "NaN", "Infinity", "null");
        Chromium.assertNoSidewaysScrolling(page);
        chromium.assertSilent();
        Chromium.picture(page, "real-" + shown.name() + "-" + theme + "-" + width);
        page.context().close();
    }

    /// Whatever controllers serve is walked to from the navigation, so a page that nobody lists here is looked at too.
    @Test
    void everyPageThatLinksLeadToIsSoundInBothThemesAndWidths() {
        sound("en-GB", List.of(new Look(1440, "light", Axe.ALL, ""), new Look(1440, "dark", Axe.COLOURS, ""),
                new Look(768, "light", Axe.NONE, ""), new Look(390, "dark", Axe.COLOURS, ""),
                new Look(390, "light", Axe.TARGETS, "")));
    }

    /// Twelve looks at each page with all that axe can find, and a picture of each: for a release, not for every build.
    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "id-ID"})
    @EnabledIfSystemProperty(named = "upswell.looks", matches = "all")
    void everyPageIsSoundInEachLanguageAtEachWidthAndInEachTheme(String language) {
        String picture = "all-" + language.substring(0, 2);
        sound(language, Stream.of("light", "dark").flatMap(theme -> Stream.of(1440, 768, 390)
                .map(width -> new Look(width, theme, Axe.ALL, picture))).toList());
    }

    private static void sound(String language, List<Look> looks) {
        Walk walk = new Walk(server.url());
        Inspection inspection = new Inspection(chromium, looks);
        walk.through(chromium.open(1440, "light", language), List.of("/welcome", "/sign-in"), inspection);
        System.out.println(language + ": " + inspection.told());

        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(inspection.faults()).as("faults").isEmpty();
            softly.assertThat(walk.broken()).as("links that lead to no page").isEmpty();
            softly.assertThat(walk.unreached()).as("pages that no link leads to").isSubsetOf(ELSEWHERE);
        });
    }

    @Test
    void theKeyboardLeadsToTheLikeliestHashtag() {
        Page page = chromium.open(1440, "light");
        visit(page, "/trends");
        String likeliest = "#" + top(EntityKind.HASHTAG).ranked().row().entity().value();

        for (int presses = 0; presses < 60 && !likeliest.equals(focused(page)); presses++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");

        page.waitForURL("**/entities/hashtag/**");
        assertThat(page.locator("h1")).containsText(likeliest);
        chromium.assertSilent();
    }

    @Test
    void theHeadlineCountsWhatTheListAndTheLineUnderItName() {
        Page page = chromium.open(1440, "light");
        visit(page, "/trends");
        TrendTable.Model model = workplace.forecasting().trends().trends(workplace.tenant(), EntityKind.HASHTAG, null)
                .model();

        assertThat(model).isNotNull();
        model.unplaced().forEach(one -> assertThat(page.locator("#results")).containsText("#" + one.name()));
        double threshold = Objects.requireNonNull(model.threshold(),
                "this world is easy enough for an alert threshold");
        long placed = page.locator("#results a[title^='Probability']").all().stream()
                .map(link -> link.getAttribute("title").replaceFirst("Probability ([0-9.]+).*", "$1"))
                .filter(probability -> Double.parseDouble(probability) >= threshold).count();
        assertThat(placed + model.unplaced().size()).isEqualTo(model.called());
    }

    private static OpenWorkplace emptyWorkplace() {
        Path data = folder.resolve("data");
        Database database = Database.open(StoreSettings.embedded(data));
        return new OpenWorkplace(
                Settings.read(data, Map.of(),
                        Map.of(Setting.FORECAST_EVERY_HOURS, "6", Setting.FORECAST_NETWORK, "off")),
                database,
                new Tenants(database.tenants()).findOrCreate(TenantName.DEFAULT),
                InstantSource.fixed(WORLD.end().plus(Duration.ofMinutes(6))), Launcher.usual());
    }

    private static TrendTable.Line top(EntityKind kind) {
        return workplace.forecasting().trends().trends(workplace.tenant(), kind, null).lines().getFirst();
    }

    private static String percent(TrendTable.Line line) {
        return Math.round(line.expected().probability() * 100) + "\u00a0%";
    }

    /// Looks again and again, because metrics, training and predictions follow an import in the background.
    private static void awaitHeadline(Page page, String text) {
        Instant end = Instant.now().plus(LONGEST_WAIT);
        do {
            visit(page, "/trends");
        } while (!page.locator("h1").innerText().contains(text) && Instant.now().isBefore(end));
        assertThat(page.locator("h1")).containsText(text);
    }

    private static void visit(Page page, String path) {
        page.navigate(server.url() + path);
        page.waitForLoadState(LoadState.LOAD);
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.textContent");
    }
}

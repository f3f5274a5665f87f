package dev.upswell.server.overview.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Role;
import dev.upswell.server.app.DataFolderOpener;
import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.cli.sample.SampleFiles;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.creative.BegunSearch;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSettings;
import dev.upswell.server.creative.PatternSubject;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.Chromium;
import dev.upswell.server.web.ClickCount;
import dev.upswell.server.web.Soundness;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSize;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first task of each role, done in a browser by somebody of that role with five clicks from the sign-in at most.
@Tag("browser")
class FieldTasksTest {

    private static final int MOST = 5;
    private static final String PASSWORD = "four words and a half";
    private static final WorldSettings WORLD = WorldSettings.of(WorldSize.SMALL, 11).withDays(5).withFutures(1);
    private static final Instant NOW = WORLD.end().plus(Duration.ofMinutes(6));

    @TempDir
    static Path folder;

    private static Workplace workplace;
    private static Serving.Running server;
    private static String url;
    private static Chromium chromium;

    @BeforeAll
    static void aWorldWithAModelASearchAndPeople() {
        SampleFiles files = SampleFiles.write(SimulatedWorld.of(WORLD), folder, (file, lines) -> {
        });
        workplace = new DataFolderOpener(TestDatabase.sharedFolder(),
                Map.of("UPSWELL_FORECAST_NETWORK", "off", "UPSWELL_FORECAST_EVERY_HOURS", "6", "UPSWELL_TENANT",
                        TestDatabase.newTenantName()),
                () -> NOW).open(new GlobalOptions());
        for (Path file : List.of(files.observations(), files.videos())) {
            workplace.collecting().importer().importFile(workplace.tenant(), ImportSource.of(file), ImportOptions.AUTO,
                    (rows, read, total) -> {
                    });
        }
        workplace.forecasting().metrics().computeDue(workplace.tenant(), (done, total) -> {
        });
        var forecasts = workplace.forecasting().forecasts().of(ModelTask.DAILY_HASHTAGS);
        forecasts.training().train(workplace.tenant(), (done, total) -> {
        });
        forecasts.predicting().predict(workplace.tenant(), (done, total) -> {
        });
        workplace.scoring().videoScores().keepUp(NOW);
        try (BegunSearch search = workplace.creative().patterns().begin(
                new PatternRuns.Wanted("Acme", PatternSubject.ALL, PatternSettings.USUAL, "mira"))) {
            search.run(2, PatternRuns.Progress.SILENT);
        }
        workplace.access().people().setPassword("mira", PASSWORD);
        for (Role role : List.of(Role.EXECUTIVE, Role.ANALYST, Role.CREATOR)) {
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

    private static ClickCount signedIn(String name) {
        return ClickCount.signedIn(chromium.open(1440, "light"), url, name, PASSWORD);
    }

    private static void closed(ClickCount task) {
        assertThat(task.clicks()).isBetween(1, MOST);
        chromium.assertSilent();
        task.page().context().close();
    }

    @Test
    void anExecutiveSeesTheFypRateAndDownloadsTwoPages() throws IOException {
        ClickCount task = signedIn("executive");
        assertThat(task.page()).hasURL(url + "/overview");
        assertThat(task.page().locator("#indicators")).containsText("FYP rate");
        assertThat(task.page().locator("#indicators .card").first())
                .containsText(Pattern.compile("95 % interval \\d+–\\d+ % · \\d+ videos"));

        Download file = task.download(by -> by.link(Pattern.compile("Download the two-page PDF")));

        try (PDDocument pdf = Loader.loadPDF(file.path().toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(pdf)).contains("Executive summary", "FYP rate", "Confidential");
        }
        assertThat(task.clicks()).isEqualTo(1);
        closed(task);
    }

    @Test
    void anAnalystFindsWhyAHashtagSurges() {
        ClickCount task = signedIn("analyst");

        task.link(Pattern.compile("^Why #\\w+ moves$"));

        assertThat(task.page()).hasURL(Pattern.compile(".*/entities/hashtag/\\w+#why"));
        assertThat(task.page().locator("#why")).isVisible();
        assertThat(task.page().locator("#why")).containsText(Pattern.compile("\\d"));
        assertThat(task.clicks()).isEqualTo(1);
        closed(task);
    }

    @Test
    void aCreatorGetsABriefOfWhatSomebodyPublished() throws IOException {
        ClickCount before = signedIn("creator");
        assertThat(before.page().locator("#briefs")).containsText("No brief is published for you yet");
        before.page().context().close();
        ClickCount owner = signedIn("mira");
        owner.page().locator("#briefs summary").click();
        owner.button(Pattern.compile("^Publish for creators: "));

        ClickCount task = signedIn("creator");
        task.button(Pattern.compile("^Get the brief: "));
        assertThat(task.page()).hasURL(Pattern.compile(".*/reports/[0-9a-f-]{36}"));
        assertThat(task.clicks()).isEqualTo(1);
        Download file = task.download(by -> by.link(Pattern.compile("pdf", Pattern.CASE_INSENSITIVE)));

        try (PDDocument pdf = Loader.loadPDF(file.path().toFile())) {
            assertThat(pdf.getNumberOfPages()).isBetween(1, 2);
        }
        assertThat(task.clicks()).isEqualTo(2);
        task.navigation("Overview").button(Pattern.compile("^Get the brief: "));
        assertThat(workplace.reporting().reports().list(10, 0).total()).as("the same brief again").isEqualTo(1);
        closed(task);
    }

    @Test
    void everyViewIsSoundInBothThemesOnADeskAndOnAPhone() {
        Page page = signedIn("mira").page();
        for (String view : List.of("owner", "executive", "analyst", "planner", "creator", "admin")) {
            page.navigate(url + "/overview?view=" + view);
            for (int width : new int[]{1440, 390}) {
                for (String theme : new String[]{"light", "dark"}) {
                    Chromium.look(page, width, theme);
                    assertThat(Soundness.faults(page)).as(view).isEmpty();
                    assertThat(chromium.violations(page)).as(view + " " + theme + " " + width).isEmpty();
                    Chromium.assertNoSidewaysScrolling(page);
                }
            }
        }
        chromium.assertSilent();
        page.context().close();
    }
}

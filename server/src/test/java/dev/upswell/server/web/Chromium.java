package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The installed Chromium, driven over pages that must be silent: every console error is kept and asserted on.
public final class Chromium implements AutoCloseable {

    /// Where pictures of the pages are left.
    public static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /// How long what a page must come to show is waited for: another process may hold the core, and nobody waits once it is there.
    private static final double PATIENCE_MILLIS = 30_000;

    private static final List<String> ARGUMENTS = List.of("--headless", "--no-sandbox", "--disable-gpu",
            "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String axe = axeScript();

    /// What the pages said on the console as errors or warnings since they were opened.
    private final List<String> complaints = new ArrayList<>();

    public Chromium() {
        Path executable = Path.of(System.getenv().getOrDefault("UPSWELL_CHROMIUM", "/usr/bin/chromium"));
        assertThat(executable).as("Chromium; install it (apt-get install chromium) or set UPSWELL_CHROMIUM").exists();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    /// A new window of this width in a theme that the system prefers, `light` or `dark`.
    public Page open(int width, String theme) {
        return open(width, theme, "en-GB");
    }

    /// The same for a reader whose browser asks for this language.
    public Page open(int width, String theme, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height(width)).setLocale(language).setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE).setColorScheme(scheme(theme)));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // What has no address was said by a script of the test, such as axe, and not by the page.
            if (List.of("error", "warning").contains(message.type()) && !message.location().startsWith(":")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> {
            // What a page no longer waits for when the next is opened is broken off by the browser itself.
            if (!"net::ERR_ABORTED".equals(request.failure())) {
                complaints.add(request.failure() + " at " + request.url());
            }
        });
        return page;
    }

    /// Fails when a page complained.
    public void assertSilent() {
        assertThat(complaints).as("console errors").isEmpty();
    }

    /// What pages complained of, which is forgotten.
    public List<String> complaints() {
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    /// Shows an open page at another width, in another theme.
    public static void look(Page page, int width, String theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme(theme)));
        page.setViewportSize(width, height(width));
    }

    private static ColorScheme scheme(String theme) {
        return theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT;
    }

    private static int height(int width) {
        return width < 600 ? 844 : 900;
    }

    /// Closes all windows, so that none goes on asking the server, and forgets what they said.
    public void forget() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        complaints.clear();
    }

    /// Fails when the page is wider than its window.
    public static void assertNoSidewaysScrolling(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels wider than the window").isEqualTo(0);
    }

    /// Fails on violations of WCAG 2.2 A and AA that axe can find.
    public void assertAccessible(Page page) {
        assertThat(violations(page)).as("accessibility violations").isEmpty();
    }

    /// The same for colours alone: all that another theme changes of a page that is accessible in one.
    public void assertColoursAccessible(Page page) {
        assertThat(colourViolations(page)).as("accessibility violations").isEmpty();
    }

    /// What axe finds that violates WCAG 2.2 A and AA.
    public List<String> violations(Page page) {
        return violations(page, "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']");
    }

    /// The same of colours alone.
    public List<String> colourViolations(Page page) {
        return violations(page, "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }");
    }

    /// What can be pressed and is too small for a finger, or too near to the next.
    public List<String> smallTargets(Page page) {
        return violations(page, "{ type: 'rule', values: ['target-size'] }");
    }

    private List<String> violations(Page page, String rules) {
        page.evaluate(axe);
        List<?> found = (List<?>) page.evaluate(
                """
                    async () => {
                      const result = await axe.run(document, { runOnly: %s, resultTypes: ['violations'] });
                      return result.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.any.map(a => a.message).join(' ')).join(' | '));
                    }""".formatted(
                        rules));
        return found.stream().map(Object::toString).toList();
    }

    /// Leaves a picture of the whole page under this name.
    public static void picture(Page page, String name) {
        page.screenshot(
                // Hiding the caret would put a style into the page, which its policy refuses with a complaint.
                new Page.ScreenshotOptions().setCaret(ScreenshotCaret.INITIAL).setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /// A file to choose in a form.
    public static Path file(String name, String content) {
        try {
            Files.createDirectories(SCREENSHOTS);
            return Files.writeString(SCREENSHOTS.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static String axeScript() {
        String path = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
        try (InputStream script = Chromium.class.getResourceAsStream(path)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

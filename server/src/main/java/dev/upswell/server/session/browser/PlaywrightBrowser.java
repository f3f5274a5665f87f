package dev.upswell.server.session.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.network.Gateway;
import dev.upswell.server.session.CaptureBrowser;
import dev.upswell.server.session.Cookie;
import dev.upswell.server.session.Ending;
import dev.upswell.server.session.Proxy;
import dev.upswell.server.session.SessionRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An installed Chromium, driven by Playwright. Each visit has a browser of its own, with an off-the-record context: its cookies
/// are in memory alone, and what Chromium writes to its scratch folder holds none of them.
///
/// It is not disguised: no script hides that it is driven, and without a user agent of the session it says that it is headless.
final class PlaywrightBrowser implements CaptureBrowser {

    private static final Logger LOG = LoggerFactory.getLogger(PlaywrightBrowser.class);
    private static final List<String> ARGUMENTS = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-breakpad",
            "--disable-crash-reporter");
    /// What Chromium says when the gateway closed without an answer.
    private static final String BROKEN_OFF = ".*ERR_(EMPTY_RESPONSE|TUNNEL_CONNECTION_FAILED|CONNECTION_CLOSED)[^;]*";
    private static final int LOOK_MILLIS = 300;

    private final Path chromium;
    private final Path scratch;
    private final AddressGuard guard;
    private final boolean windowed;
    private final Consumer<Page> person;

    /// @param guard which addresses pages may lead to
    PlaywrightBrowser(Path chromium, Path scratch, AddressGuard guard) {
        this(chromium, scratch, guard, true, page -> {
        });
    }

    /// @param windowed whether a person gets a window; a test plays the person without one
    /// @param person what is done on the page each time it is looked at
    PlaywrightBrowser(Path chromium, Path scratch, AddressGuard guard, boolean windowed, Consumer<Page> person) {
        this.chromium = chromium;
        this.scratch = scratch;
        this.guard = guard;
        this.windowed = windowed;
        this.person = person;
    }

    @Override
    public Visited visit(Errand errand, Bounds bounds) {
        return in(errand, true, context -> {
            Page page = context.newPage();
            Capturing capturing = new Capturing(page, errand.identity(), bounds);
            Ending ending = capturing.run();
            return new Visited(capturing.bodies(), capturing.left(), ending, Cookies.of(context));
        });
    }

    @Override
    public Visited handOver(Errand errand, URI at, Duration longest) {
        return in(errand, !windowed, context -> {
            Page page = context.newPage();
            List<Cookie> cookies = errand.cookies();
            Ending ending = new Ending.Failed("the window was closed before the page was shown");
            try {
                page.navigate(at.toString());
                for (long looked = 0; looked * LOOK_MILLIS < longest.toMillis(); looked++) {
                    person.accept(page);
                    Page shown = context.pages().getLast();
                    cookies = Cookies.of(context);
                    ending = seen(shown).orElse(new Ending.Shown());
                    shown.waitForTimeout(LOOK_MILLIS);
                }
            } catch (PlaywrightException | NoSuchElementException closed) {
                // That is how a person says to be done; what was last seen counts.
                LOG.debug("the window was closed");
            }
            return new Visited(List.of(), 0, ending, cookies);
        });
    }

    /// What the page asks for, if anything.
    static Optional<Ending> seen(Page page) {
        return Signs.of(new Signs.Seen(page.url(), page.title(), page.locator(Signs.ELEMENTS).all().stream()
                .anyMatch(element -> element.isVisible())));
    }

    private interface Work {
        Visited in(BrowserContext context);
    }

    /// A session without a proxy goes out through a gateway. What a session's own proxy resolves is its network's matter; where the
    /// proxy itself is, is judged here.
    private Visited in(Errand errand, boolean headless, Work work) {
        Proxy proxy = errand.proxy();
        if (proxy != null) {
            return guard.objection(URI.create(proxy.server()))
                    .map(why -> failed("the proxy is not used: " + why).refusing(List.of("the proxy: " + why)))
                    .orElseGet(() -> in(errand, way(proxy), headless, work));
        }
        try (Gateway gateway = Gateway.open(guard)) {
            var way = new com.microsoft.playwright.options.Proxy(
                    "http://" + gateway.address().getHostString() + ":" + gateway.address().getPort());
            Visited visited = in(errand, way, headless, work).refusing(gateway.refusals());
            return unreached(visited, gateway.unreached());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A browser behind a gateway cannot tell by itself why no answer came.
    private static Visited unreached(Visited visited, List<String> hosts) {
        return visited.ending() instanceof Ending.Failed(String why) && why.matches(BROKEN_OFF) && !hosts.isEmpty()
                ? new Visited(visited.bodies(), visited.left(),
                        new Ending.Failed(hosts.getFirst() + " cannot be reached"), visited.cookies(),
                        visited.refused())
                : visited;
    }

    private static Visited failed(String why) {
        return new Visited(List.of(), 0, new Ending.Failed(why), List.of());
    }

    private Visited in(Errand errand, com.microsoft.playwright.options.Proxy way, boolean headless, Work work) {
        try {
            Files.createDirectories(scratch,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
                Browser browser = launched(playwright, headless);
                BrowserContext context = browser.newContext(options(errand).setProxy(way))) {
            context.addCookies(errand.cookies().stream().map(Cookies::of).toList());
            return work.in(context);
        } catch (PlaywrightException e) {
            LOG.info("the browser failed: {}", firstLine(e));
            return failed("the browser failed: " + firstLine(e));
        }
    }

    /// Nothing of the protocol, which carries cookies, may be logged by the driver, whatever this process was told to log.
    private Map<String, String> environment() {
        return Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "DEBUG", "", "PWDEBUG", "0", "NODE_OPTIONS", "",
                "TMPDIR",
                scratch.toAbsolutePath().toString());
    }

    private Browser launched(Playwright playwright, boolean headless) {
        try {
            // Chromium's own sandbox does not work for root.
            boolean sandbox = !System.getProperty("user.name", "").equals("root");
            return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium)
                    .setHeadless(headless).setArgs(ARGUMENTS).setChromiumSandbox(sandbox));
        } catch (PlaywrightException e) {
            LOG.info("Chromium did not start: {}", firstLine(e));
            throw headless
                    ? SessionRefused.conflict("Chromium at " + chromium + " did not start",
                            "Start it by hand once; the log in the data folder has what it said.")
                    : SessionRefused.conflict("no window can be opened here",
                            "Run the command on a machine with a screen (or over ssh -X); or sign in with your own browser and bring its cookies.");
        }
    }

    private static Browser.NewContextOptions options(Errand errand) {
        var options = new Browser.NewContextOptions().setAcceptDownloads(false);
        String agent = errand.identity().userAgent();
        if (agent != null) {
            options.setUserAgent(agent);
        }
        return options;
    }

    private static com.microsoft.playwright.options.Proxy way(Proxy proxy) {
        return new com.microsoft.playwright.options.Proxy(proxy.server()).setUsername(orNothing(proxy.user()))
                .setPassword(orNothing(proxy.password()));
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// Of messages of Playwright the first line says what failed; later ones may quote what was sent.
    static String firstLine(PlaywrightException e) {
        String message = String.valueOf(e.getMessage());
        String line = message.lines().map(String::strip)
                .filter(one -> !one.isEmpty() && !one.startsWith("Error {") && !one.startsWith("name="))
                .findFirst().orElse("no reason was given").replaceFirst("^message='", "");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}

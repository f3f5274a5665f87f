package dev.upswell.server.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Page;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.comply.robots.KeptRobots;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.session.Identity;
import dev.upswell.server.session.SessionBench;
import dev.upswell.server.session.SessionRefused;
import dev.upswell.server.session.Sessions.Capture;
import dev.upswell.server.session.browser.StudioStandIn.Mood;
import dev.upswell.server.session.keep.LawfulConsent;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.vault.LeakSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Chromium against a stand-in of a Creator Center: what comes in, what stops a session, and that its cookies are nowhere in clear.
@Tag("browser")
class CaptureInBrowserTest {

    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("UPSWELL_CHROMIUM", "/usr/bin/chromium"));

    /// The site of these tests stands on this machine.
    private static final AddressGuard HERE = AddressGuard.of("127.0.0.1");

    private static final Duration YEARS = Duration.ofDays(36_500);

    /// The driver keeps the folder for temporary files with which it was first started in a process, also for the tests after these.
    private static final Path SCRATCH = Path.of("target", "browser");

    @TempDir
    static Path folder;

    private final String secret = "s3cret-" + UUID.randomUUID();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private StudioStandIn site;
    private SessionBench bench;

    @BeforeEach
    void start() throws IOException {
        assertThat(CHROMIUM).as("Chromium; install it (apt-get install chromium) or set UPSWELL_CHROMIUM").exists();
        site = new StudioStandIn(secret);
        bench = bench(page -> {
        });
        bench.healthy("me", site.page(), secret, YEARS);
        log.start();
        root().addAppender(log);
        root().setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        root().setLevel(Level.WARN);
        root().detachAppender(log);
        site.close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private SessionBench bench(Consumer<Page> person) {
        return new SessionBench(folder, new PlaywrightBrowser(CHROMIUM, SCRATCH, HERE, false, person));
    }

    private String state() {
        return bench.sessions.list().getFirst().state().label();
    }

    @Test
    void answersOfThePageArriveAndNothingElse() {
        Capture done = bench.sessions.capture("me");

        assertThat(done.said()).isNull();
        assertThat(done.answers()).isEqualTo(3);
        assertThat(done.taken().stored()).isEqualTo(3);
        assertThat(state()).isEqualTo("healthy");
        assertThat(bench.sessions.list().getFirst().cookies()).isEqualTo(2);
        assertThat(site.agents).allMatch(agent -> agent.contains("HeadlessChrome"));
        String dump = bench.database.dump().text(bench.tenant, List.of(Collected.OBSERVATION, Collected.VIDEO));
        assertThat(dump).contains("7600000000000000610", "7600000000000000612", "creator-center")
                .doesNotContain("others");
    }

    @Test
    void robotsRulesAndTermsAreAskedFirstAndADenialLeavesAnAuditRow() {
        bench.consent = new LawfulConsent(bench.tenant, bench.database,
                KeptRobots.of(bench.tenant, bench.database, HERE, () -> bench.now), HERE, () -> bench.now);
        assertThat(bench.sessions.capture("me").answers()).isEqualTo(3);
        assertThat(site.paths).startsWith("/robots.txt");

        site.robots = "User-agent: *\nDisallow: /tiktokstudio\n";
        bench.now = bench.now.plus(Duration.ofDays(2));
        int before = site.agents.size();
        assertThatThrownBy(() -> bench.sessions.capture("me")).isInstanceOf(SessionRefused.class)
                .hasMessageContaining("do not let Upswell open /tiktokstudio/content: Disallow: /tiktokstudio");
        new KeptCompliance(bench.tenant, bench.database, () -> bench.now).deny("creator-center", "not wanted", "test");
        assertThatThrownBy(() -> bench.sessions.capture("me")).hasMessageContaining("not wanted");

        assertThat(site.agents).hasSize(before);
        assertThat(
                bench.list("select rule from audit_trail where action = 'CAPTURE' and decision = 'DENIED' order by at",
                        String.class))
                .containsExactlyInAnyOrder("robots", "tenant rule");
        assertThat(state()).isEqualTo("healthy");
    }

    @Test
    void cookiesAreNowhereInClear() throws IOException {
        LeakSearch leaks = new LeakSearch(secret);
        List<Path> found = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        List<String> written = new ArrayList<>();
        site.whileOpen = () -> {
            for (Path parent : List.of(SCRATCH, Path.of(System.getProperty("java.io.tmpdir")))) {
                written.addAll(List.of(Objects.requireNonNull(parent.toFile().list())));
            }
            found.addAll(leaks.in(temporary()));
            ProcessHandle.allProcesses().map(process -> process.info().commandLine().orElse(""))
                    .filter(leaks::isIn).forEach(arguments::add);
        };

        bench.sessions.capture("me");
        site.mood = Mood.CHALLENGE;
        bench.sessions.capture("me");
        String marker = "in-clear-" + UUID.randomUUID();
        bench.database.transactions().run(bench.tenant,
                db -> db.sql("update session set reason = ?").param(marker).update());
        TestDatabase.asOwner(db -> db.sql("checkpoint").update());

        assertThat(site.paths).contains("/tiktok/creator/manage/item_list/v1/");
        assertThat(written).as("what Chromium writes is looked at").anyMatch(name -> name.startsWith("playwright_"));
        assertThat(found).as("files while the browser runs").isEmpty();
        assertThat(arguments).as("arguments of processes").isEmpty();
        assertThat(leaks.in(TestDatabase.sharedFolder(), folder)).as("files of the store").isEmpty();
        assertThat(leaks.in(temporary())).as("files that stay").isEmpty();
        assertThat(log.list).isNotEmpty().noneMatch(event -> leaks.isIn(event.getFormattedMessage())
                || isIn(leaks, event.getThrowableProxy()));
        assertThat(bench.list("select payload::text from event_log", String.class)).isNotEmpty()
                .noneMatch(leaks::isIn);
        String dump = bench.database.dump().text(bench.tenant, List.of());
        assertThat(leaks.isIn(dump)).isFalse();
        // The same search finds what stands in clear.
        assertThat(new LeakSearch(marker).isIn(dump)).isTrue();
        assertThat(new LeakSearch(marker).in(TestDatabase.sharedFolder())).isNotEmpty();
    }

    private static boolean isIn(LeakSearch leaks, @Nullable IThrowableProxy thrown) {
        return thrown != null && (leaks.isIn(thrown.getMessage()) || isIn(leaks, thrown.getCause()));
    }

    /// Where browsers and their driver leave files.
    private Path[] temporary() {
        List<Path> folders = new ArrayList<>(List.of(SCRATCH));
        String home = System.getProperty("user.home");
        Stream.of(home + "/.config/chromium", home + "/.cache/chromium", home + "/.cache/ms-playwright").map(Path::of)
                .filter(Files::isDirectory).forEach(folders::add);
        for (Path parent : List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/dev/shm"))) {
            try (Stream<Path> entries = Files.list(parent)) {
                entries.filter(Files::isDirectory)
                        .filter(entry -> entry.getFileName().toString()
                                .matches("(?i)(playwright_|\\.?org\\.chromium|\\.?com\\.google|scoped_dir|chrom).*"))
                        .forEach(folders::add);
            } catch (IOException absent) {
                // Not every system has it.
            }
        }
        return folders.toArray(Path[]::new);
    }

    @Test
    void aChallengePausesTheSessionUntilAPersonSolvedIt() {
        site.mood = Mood.CHALLENGE;
        assertThat(bench.sessions.capture("me").said()).isEqualTo("a challenge is shown at /tiktokstudio/content");
        assertThat(state()).isEqualTo("challenged");
        assertThatThrownBy(() -> bench.sessions.capture("me")).isInstanceOf(SessionRefused.class)
                .hasMessageContaining("upswell sessions open me");
        assertThat(bench.list("select payload->>'asked' from event_log where type = 'SESSION_CHALLENGED'",
                String.class)).containsExactly("a person is asked to solve it");

        // A person sees that the page is there before closing its window.
        AtomicInteger seen = new AtomicInteger();
        SessionBench withPerson = bench(page -> {
            if (page.locator("#slide").count() > 0) {
                page.locator("#slide").click();
            } else if (page.locator("#list p").count() > 0 && seen.incrementAndGet() > 1) {
                page.close();
            }
        });
        withPerson.healthy("me", site.page(), secret, YEARS);
        assertThat(withPerson.sessions.capture("me").session().state().label()).isEqualTo("challenged");
        assertThat(withPerson.sessions.open("me").state().label()).isEqualTo("healthy");
        assertThat(withPerson.sessions.capture("me").answers()).isEqualTo(3);
    }

    @Test
    void aWindowThatIsClosedWithoutSolvingChangesNothing() {
        SessionBench impatient = bench(Page::close);
        site.mood = Mood.CHALLENGE;
        impatient.healthy("me", site.page(), secret, YEARS);
        impatient.sessions.capture("me");

        assertThat(impatient.sessions.open("me").state().label()).isEqualTo("challenged");
        assertThat(impatient.sessions.list().getFirst().cookies()).isPositive();
    }

    @Test
    void aPersonSignsInAndTheCookiesAreKept() {
        SessionBench signingIn = bench(page -> {
            if (page.url().contains("/login")) {
                page.evaluate("value => document.cookie = 'sessionid=' + value + '; path=/; max-age=86400'", secret);
                page.navigate(site.page().toString());
            } else if (page.locator("#list p").count() > 0) {
                page.close();
            }
        });
        signingIn.sessions.add(new Identity("new", site.page(), "My-Own-Browser/7", null), null);

        assertThat(signingIn.sessions.open("new").state().label()).isEqualTo("healthy");
        assertThat(signingIn.sessions.capture("new").answers()).isEqualTo(3);
        assertThat(site.agents).containsOnly("My-Own-Browser/7");
    }

    @Test
    void aChallengeInAnAnswerCallsAPersonToo() {
        site.mood = Mood.CHALLENGE_IN_ANSWER;

        assertThat(bench.sessions.capture("me").said()).contains("asked for a challenge");
        assertThat(state()).isEqualTo("challenged");
    }

    @Test
    void refusalsSignInPagesAndWishesForTimeStopTheSession() throws IOException {
        site.mood = Mood.FORBIDDEN;
        assertThat(bench.sessions.capture("me").said()).isEqualTo("HTTP 403 at /tiktokstudio/content");
        assertThat(state()).isEqualTo("refused");

        bench.sessions.remove("me");
        bench.healthy("me", site.page(), secret, YEARS);
        site.mood = Mood.BUSY;
        assertThat(bench.sessions.capture("me").session().state()).extracting("until")
                .isEqualTo(bench.now.plusSeconds(7_200));

        bench.sessions.remove("me");
        bench.healthy("me", site.page(), "not-the-cookie", YEARS);
        assertThat(bench.sessions.capture("me").said()).isEqualTo("the browser was led to /login");
        assertThat(state()).isEqualTo("expired");
    }

    @Test
    void answersThatAreBrokenOrTooLongAreLeftOut() {
        site.mood = Mood.BROKEN_ANSWER;
        Capture broken = bench.sessions.capture("me");
        site.mood = Mood.HUGE_ANSWER;
        Capture huge = bench.sessions.capture("me");

        assertThat(List.of(broken.left(), huge.left())).containsExactly(1, 1);
        assertThat(List.of(broken.answers(), huge.answers())).containsOnly(0);
        assertThat(huge.said()).contains("asked for nothing below");
        assertThat(state()).isEqualTo("healthy");
    }

    @Test
    void aPageThatLeadsInsideAPrivateNetworkIsNotFollowed() {
        int before = site.paths.size();
        site.elsewhere = site.page().toString().replace("127.0.0.1", "127.0.0.2").replace("/tiktokstudio", "/admin");

        assertThat(bench.sessions.capture("me").said())
                .contains("127.0.0.2 is this machine, where no request is sent");
        assertThat(state()).isEqualTo("healthy");
        assertThat(site.paths.subList(before, site.paths.size())).containsOnly("/tiktokstudio/content");

        site.elsewhere = "";
        site.besides = site.page().toString().replace("127.0.0.1", "127.0.0.3") + "/inside.png";
        assertThat(bench.sessions.capture("me").answers()).isEqualTo(3);
        assertThat(site.paths).noneMatch(path -> path.contains("inside.png"));
        assertThat(bench.list("select detail from audit_trail where rule = 'private-address' order by at, seq",
                String.class)).hasSize(2).last().asString().startsWith("127.0.0.3 is this machine");
    }

    @Test
    void aSiteThatCannotBeReachedSaysNothingOfTheSession() {
        site.close();

        assertThat(bench.sessions.capture("me").said()).contains("127.0.0.1 cannot be reached");
        assertThat(state()).isEqualTo("healthy");
    }

    @Test
    void thePartIsInstalledHereAndAMissingChromiumIsTold() {
        assertThat(BrowserPart.isInstalled()).isTrue();
        assertThatThrownBy(() -> BrowserPart.open("/nowhere/chromium", folder, HERE)).isInstanceOf(SessionRefused.class)
                .hasMessageContaining("browser.chromium").hasMessageContaining("apt-get install chromium");
        assertThat(Optional.of(BrowserPart.open(CHROMIUM.toString(), folder, HERE))).isPresent();
    }
}

package dev.upswell.server.comply.robots;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.comply.Robots;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeptRobotsTest {

    private final TenantId tenant = TestDatabase.newTenant();
    private Instant now = Instant.parse("2026-02-01T09:00:00Z");
    private final Robots robots = KeptRobots.of(tenant, TestDatabase.shared(), AddressGuard.of("127.0.0.1"), () -> now);
    private final Compliance compliance = new KeptCompliance(tenant, TestDatabase.shared(), () -> now);
    private HttpServer site;
    private String leadsTo = "";
    private int status = 200;
    private String body = "User-agent: *\nDisallow: /private\n";
    private int asked;

    @BeforeEach
    void startSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/robots.txt", exchange -> {
            asked++;
            if (!leadsTo.isEmpty()) {
                exchange.getResponseHeaders().set("Location", leadsTo);
                exchange.sendResponseHeaders(301, -1);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stopSite() {
        site.stop(0);
    }

    private boolean allowed(String path) {
        return robots.ask(URI.create("http://127.0.0.1:" + site.getAddress().getPort() + path)).allowed();
    }

    private List<String> denied() {
        return compliance.log(AuditFilter.ALL, 10, 0).stream().map(entry -> entry.actor() + " " + entry.action().label()
                + " " + entry.decision().label() + " " + entry.rule() + " "
                + entry.subject().replaceFirst(":\\d+/", "/") + " " + entry.detail()).toList();
    }

    @Test
    @Timeout(60)
    void whoAsksAboutOneSiteDoesNotWaitForAnother() throws Exception {
        var slowIsAsked = new CountDownLatch(1);
        var quickIsKnown = new CountDownLatch(1);
        var robotsOfTwo = new KeptRobots(tenant, TestDatabase.shared(), address -> {
            if (address.getHost().equals("slow.example")) {
                slowIsAsked.countDown();
                assertThat(quickIsKnown.await(30, TimeUnit.SECONDS)).as("the other site is known").isTrue();
            }
            return new RobotsFetch.Fetched(200, "");
        }, () -> now);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Boolean> slow = other.submit(() -> robotsOfTwo.ask(URI.create("https://slow.example/a")).allowed());
            slowIsAsked.await();
            assertThat(robotsOfTwo.ask(URI.create("https://quick.example/a")).allowed()).isTrue();
            quickIsKnown.countDown();

            assertThat(slow.get()).isTrue();
        }
    }

    @Test
    void aRefusalIsInTheAuditTrailWithoutTheQuery() {
        assertThat(allowed("/private/figures?token=abc")).isFalse();
        assertThat(allowed("/open")).isTrue();

        assertThat(denied()).containsExactly(
                "browser capture denied robots http://127.0.0.1/private/figures Disallow: /private");
    }

    @Test
    void rulesAreAskedForOnceADay() {
        allowed("/a");
        allowed("/b");
        assertThat(asked).isEqualTo(1);

        body = "User-agent: Upswell\nDisallow: /a\n";
        now = now.plus(Duration.ofHours(25));

        assertThat(allowed("/a")).isFalse();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aSiteWithoutTheFileAllowsEverything() {
        status = 404;

        assertThat(allowed("/private")).isTrue();
    }

    @Test
    void aSiteThatFailsAllowsNothingAndIsAskedAgainSoon() {
        status = 503;
        assertThat(allowed("/open")).isFalse();
        status = 200;
        assertThat(allowed("/open")).isFalse();

        now = now.plus(Duration.ofMinutes(11));

        assertThat(allowed("/open")).isTrue();
    }

    @Test
    void aSiteInsideAPrivateNetworkIsNotAskedAndDeniedInTheAuditTrail() {
        int port = site.getAddress().getPort();
        assertThat(robots.ask(URI.create("http://127.0.0.2:" + port + "/open")).rule())
                .isEqualTo("robots.txt is not asked for: 127.0.0.2 is this machine, where no request is sent");
        assertThat(asked).isZero();

        leadsTo = "http://[::1]:" + port + "/robots.txt";
        assertThat(allowed("/open")).isFalse();

        assertThat(denied()).hasSize(2)
                .allMatch(row -> row.startsWith("browser capture denied private-address http://"));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void whereNobodyAnswersNothingIsAllowed() {
        site.stop(0);

        assertThat(allowed("/open")).isFalse();
        assertThat(robots.ask(URI.create("file:///etc/hosts")).allowed()).isFalse();
        assertThat(robots.ask(URI.create("mailto:x")).allowed()).isFalse();
    }
}

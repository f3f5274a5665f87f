package dev.upswell.server.pulse.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.access.Scope;
import dev.upswell.server.app.DataFolderOpener;
import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.pulse.Pulses;
import dev.upswell.server.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiveOverHttpTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final int PEOPLE = 10;

    private static Workplace workplace;
    private static Serving.Running server;
    private static String url;
    private static final List<String> TOKENS = new ArrayList<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void aServerWithTokens() {
        workplace = new DataFolderOpener(TestDatabase.sharedFolder(),
                Map.of("UPSWELL_TENANT", TestDatabase.newTenantName()), () -> NOW).open(new GlobalOptions());
        for (int i = 0; i <= PEOPLE; i++) {
            TOKENS.add(workplace.access().tokens().make("program" + i, Set.of(Scope.READ), Duration.ofDays(1), "mira")
                    .text());
        }
        server = workplace.serving().start(0);
        url = "http://localhost:" + URI.create(server.url()).getPort();
    }

    @AfterAll
    static void stop() {
        HTTP.shutdownNow();
        server.close();
        workplace.close();
    }

    private static HttpResponse<InputStream> live(String token, String tab) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(url + "/live?tab=" + tab))
                    .header("Authorization", "Bearer " + token).header("Accept", "text/event-stream").build(),
                    BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> until(HttpResponse<InputStream> stream, String line) throws IOException {
        List<String> read = new ArrayList<>();
        var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
        String next = lines.readLine();
        while (next != null && !next.equals(line)) {
            read.add(next);
            next = lines.readLine();
        }
        read.add(String.valueOf(next));
        return read;
    }

    @Test
    void aStreamTellsWhatChangedAndEndsWhenItsTokenIsRevoked() throws IOException {
        HttpResponse<InputStream> stream = live(TOKENS.getFirst(), "one");
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        assertThat(stream.headers().firstValue("Cache-Control")).hasValue("no-store");

        Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 100; i++) {
                workplaceWrites(EventType.RULE_ALERT);
                java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        });
        assertThat(until(stream, "data: agents alerts")).contains("retry: 5000", "event: changed");

        workplace.access().tokens().revoke("program0");
        assertThat(until(stream, "event: end")).last().isEqualTo("event: end");
    }

    private static void workplaceWrites(EventType type) {
        TestDatabase.shared().transactions().run(workplace.tenant(),
                db -> new EventLogRepository("test").write(db, type, Map.of()));
    }

    @Test
    void twoHundredStreamsCostNoThreadsOfTheServerAndOneMoreOfAPersonIsRefused() throws IOException {
        List<HttpResponse<InputStream>> streams = new ArrayList<>();
        int before = ManagementFactory.getThreadMXBean().getThreadCount();
        for (int person = 1; person <= PEOPLE; person++) {
            for (int tab = 0; tab < Pulses.MOST_OF_ONE; tab++) {
                streams.add(live(TOKENS.get(person), "tab" + tab));
            }
        }
        assertThat(streams).hasSize(200).allSatisfy(one -> assertThat(one.statusCode()).isEqualTo(200));
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - before).isLessThan(40);

        HttpResponse<InputStream> refused = live(TOKENS.get(1), "more");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
        for (HttpResponse<InputStream> one : streams) {
            one.body().close();
        }
    }

    @Test
    void nobodyHasAStreamWhoseTokenIsNotGood() {
        assertThat(live("upswell_nothing", "one").statusCode()).isEqualTo(401);
    }
}

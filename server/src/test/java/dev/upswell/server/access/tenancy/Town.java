package dev.upswell.server.access.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.access.Role;
import dev.upswell.server.access.Scope;
import dev.upswell.server.audit.RequestFilter;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.app.DataFolderOpener;
import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// One server for two tenants of the tests' store: the home, for which it is started, and a neighbour.
final class Town implements AutoCloseable {

    static final String PASSWORD = "four words and a half";
    private static final String PORTER = "porter";
    static final String TYPED = "four+words+and+a+half";

    final String home = TestDatabase.newTenantName();
    final String neighbour = TestDatabase.newTenantName();
    private volatile Instant now = Instant.parse("2025-11-21T12:00:00Z");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment = new HashMap<>();
    final Workplace workplace;
    private final Serving.Running server;
    final String url;

    Town() {
        this(town -> {
        });
    }

    /// @param before what is done before the server starts
    Town(Consumer<Town> before) {
        environment.put("UPSWELL_FORECAST_NETWORK", "off");
        environment.put("UPSWELL_TENANT", home);
        environment.put("UPSWELL_SERVER_TENANTS", neighbour);
        workplace = opener(environment).open(new GlobalOptions());
        workplace.access().people().setPassword(PORTER, PASSWORD);
        before.accept(this);
        server = workplace.serving().start(0);
        url = "http://localhost:" + URI.create(server.url()).getPort();
    }

    private DataFolderOpener opener(Map<String, String> environment) {
        return new DataFolderOpener(TestDatabase.sharedFolder(), environment, () -> now);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    private Workplace at(String tenant) {
        Map<String, String> there = new HashMap<>(environment);
        there.put("UPSWELL_TENANT", tenant);
        return opener(there).open(new GlobalOptions());
    }

    /// Imports a file and computes what is known of it.
    void load(String tenant, Path file) {
        try (Workplace there = at(tenant)) {
            there.collecting().importer().importFile(there.tenant(), ImportSource.of(file), ImportOptions.AUTO,
                    (rows, read, total) -> {
                    });
            there.forecasting().metrics().computeDue(there.tenant(), (done, total) -> {
            });
        }
    }

    /// Adds somebody of one tenant alone.
    void person(String tenant, String name) {
        try (Workplace there = at(tenant)) {
            there.access().people().setPassword(name, PASSWORD);
        }
    }

    /// Adds somebody of one tenant alone with a role.
    void person(String tenant, String name, Role role) {
        try (Workplace there = at(tenant)) {
            there.access().people().setPassword(name, PASSWORD, role);
        }
    }

    /// Adds somebody who belongs to several.
    void account(String name, boolean runsInstallation, String... tenants) {
        workplace.installation().add(name, PASSWORD, runsInstallation);
        for (String tenant : tenants) {
            workplace.installation().join(name, tenant, "owner");
        }
    }

    String token(String tenant, Scope... scopes) {
        String token;
        try (Workplace there = at(tenant)) {
            token = there.access().tokens()
                    .make("program " + UUID.randomUUID(), Set.of(scopes), Duration.ofDays(1), "test").text();
        }
        // A server knows what another process changed after five seconds, and what it changes itself at once.
        signedIn(PORTER);
        return token;
    }

    /// Somebody's browser, or a program.
    record Guest(Town town, Map<String, String> headers) {

        Guest with(String header, String value) {
            var more = new HashMap<>(headers);
            more.put(header, value);
            return new Guest(town, more);
        }

        HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(URI.create(town.url + path)).GET());
        }

        HttpResponse<String> post(String path, String form) {
            return send(HttpRequest.newBuilder(URI.create(town.url + path))
                    .header("Content-Type", "application/x-www-form-urlencoded").header("Origin", town.url)
                    .POST(BodyPublishers.ofString(form)));
        }

        /// @param type of the body; empty for none
        HttpResponse<String> send(String method, String path, String type, String body) {
            var request = HttpRequest.newBuilder(URI.create(town.url + path)).header("Origin", town.url).method(method,
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            return send(type.isEmpty() ? request : request.header("Content-Type", type));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            headers.forEach(request::header);
            try {
                return town.http.send(request.build(), Guest::text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /// An archive is read unpacked.
        private static BodySubscriber<String> text(ResponseInfo answer) {
            boolean packed = answer.headers().firstValue("Content-Type").filter("application/zip"::equals).isPresent();
            return BodySubscribers.mapping(BodySubscribers.ofByteArray(),
                    bytes -> packed ? unpacked(bytes) : new String(bytes, StandardCharsets.UTF_8));
        }

        private static String unpacked(byte[] archive) {
            var all = new ByteArrayOutputStream();
            try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    all.writeBytes((entry.getName() + "\n").getBytes(StandardCharsets.UTF_8));
                    in.transferTo(all);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return all.toString(StandardCharsets.UTF_8);
        }

        /// The same with the cookie that this answer sets.
        Guest keeping(HttpResponse<String> answer) {
            return with("Cookie", answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
        }

        Guest changedTo(String tenant) {
            HttpResponse<String> answer = post("/sign-in/tenant", "tenant=" + tenant);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            return keeping(answer);
        }
    }

    Guest browser() {
        return new Guest(this, Map.of("Accept", "text/html"));
    }

    Guest program(String token) {
        return new Guest(this, Map.of("Authorization", "Bearer " + token));
    }

    /// Some seconds later, as an address may not try more often than twenty times a minute.
    HttpResponse<String> trySignIn(String name) {
        pass(Duration.ofSeconds(4));
        return browser().post("/sign-in", "name=" + name.replace("/", "%2F").replace("@", "%40") + "&password="
                + TYPED);
    }

    Guest signedIn(String name) {
        HttpResponse<String> answer = trySignIn(name);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return browser().keeping(answer);
    }

    /// The rows of the request audit of a tenant, the newest first, as text.
    List<String> audited(String tenant) {
        try (Workplace there = at(tenant)) {
            return there.access().requestAudit().list(RequestFilter.ALL, 5_000, 0).stream().map(Object::toString)
                    .toList();
        }
    }

    /// Until the last request of somebody is in the audit, which takes them in four times a second.
    void awaitAudited(String tenant, String name) {
        long start = System.nanoTime();
        while (audited(tenant).stream().filter(row -> row.contains(name)).count() < 2) {
            assertThat(System.nanoTime() - start).isLessThan(60_000_000_000L);
        }
    }

    @Override
    public void close() {
        server.close();
        workplace.close();
    }
}

package dev.upswell.server.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.upswell.simulate.SimulatedWorld.Passing.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A running sandbox on a port of this machine: below `/ensembledata` and `/tiktok-research` it speaks these contracts over one
/// simulated world, with quotas and faults. It says of each answer that it is simulated.
///
/// `POST /sandbox/next?fate=throttled` orders what becomes of the next request; several orders are met one after another.
public final class Sandbox implements AutoCloseable {

    private static final String SIMULATED = "X-Upswell-Simulated";
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
    private static final int LARGEST_REQUEST = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Stage stage;
    private final Faults faults;
    private final Map<String, Dialect> dialects = new LinkedHashMap<>();
    private final Quota units;
    private final Quota requests;

    private Sandbox(SandboxSettings settings, InstantSource clock, HttpServer server) {
        this.server = server;
        faults = new Faults(settings.world().seed(), settings.faults());
        units = new Quota(settings.unitsPerDay(), clock);
        requests = new Quota(settings.requestsPerDay(), clock);
        stage = new Stage(settings.world(), clock);
        dialects.put("/ensembledata", new EnsembleDataDialect(stage, units));
        dialects.put("/tiktok-research", new ResearchDialect(stage, requests, clock));
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /// Starts a sandbox on this port of the loopback address; 0 takes any free one. Empty when the port is taken.
    ///
    /// **cost** the world's first days pass first: about 0.1 s for each day of a small one.
    public static Optional<Sandbox> start(SandboxSettings settings, InstantSource clock, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            Sandbox sandbox = new Sandbox(settings, clock, server);
            server.start();
            return Optional.of(sandbox);
        } catch (BindException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it answers, without a slash at the end.
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Orders what becomes of the next request that has no order yet.
    public void order(Fate... fates) {
        Arrays.stream(fates).forEach(faults::order);
    }

    /// The hashtags with the most videos now, the busiest first.
    public List<String> busiest(int most) {
        return stage.videos().stream().flatMap(video -> video.hashtags().stream()).map(Tally::id)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most).map(Map.Entry::getKey).toList();
    }

    /// The units that it charged on this day of UTC.
    public long unitsCharged(LocalDate day) {
        return units.used(day);
    }

    /// The requests for videos that it counted on this day of UTC.
    public long requestsCounted(LocalDate day) {
        return requests.used(day);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            Optional<String> base = dialects.keySet().stream().filter(one -> path.startsWith(one + "/")).findFirst();
            if (path.equals("/sandbox/next")) {
                tell(exchange, ordered(exchange));
            } else if (base.isEmpty()) {
                tell(exchange, Told.of(404, "{\"detail\":\"Ask below /ensembledata or /tiktok-research.\"}"));
            } else {
                fare(exchange, dialect(base.get()), request(exchange, base.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Dialect dialect(String base) {
        return Objects.requireNonNull(dialects.get(base), base);
    }

    private Told ordered(HttpExchange exchange) {
        String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        try {
            faults.order(Fate.of(Request.pairs(query).getOrDefault("fate", "")));
            return Told.of(200, "{}");
        } catch (IllegalArgumentException e) {
            return Told.of(400, "{\"detail\":\"fate must be one of " + String.join(", ", Fate.LABELS) + "\"}");
        }
    }

    private static Request request(HttpExchange exchange, String base) throws IOException {
        URI address = exchange.getRequestURI();
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
        return new Request(exchange.getRequestMethod(), address.getRawPath().substring(base.length()),
                Request.pairs(Optional.ofNullable(address.getRawQuery()).orElse("")), headers,
                new String(body, StandardCharsets.UTF_8));
    }

    private void fare(HttpExchange exchange, Dialect dialect, Request request)
            throws IOException, InterruptedException {
        switch (faults.next()) {
            case ANSWERED -> tell(exchange, dialect.answer(request, false));
            case THROTTLED -> tell(exchange, dialect.throttled());
            case FAILING -> tell(exchange, dialect.failing());
            case REPEATED -> tell(exchange, dialect.answer(request, true));
            case SILENT -> {
                dialect.answer(request, false);
                if (!closed.await(LONGEST_SILENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            case SLOW -> {
                if (!closed.await(faults.lateness().toMillis(), TimeUnit.MILLISECONDS)) {
                    tell(exchange, dialect.answer(request, false));
                }
            }
            case MALFORMED -> {
                Told whole = dialect.answer(request, false);
                tell(exchange, new Told(whole.status(), whole.headers(),
                        whole.body().substring(0, whole.body().length() / 2)));
            }
        }
    }

    private static void tell(HttpExchange exchange, Told told) throws IOException {
        byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add(SIMULATED, "yes");
        told.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(told.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}

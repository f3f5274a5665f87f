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

/// A running sandbox on a port of this machine: below the name of each source (`/ensembledata`, `/apify`, …) it speaks that provider's
/// contract over one simulated world, with quotas and faults. It says of each answer that it is simulated.
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
    private final InstantSource clock;
    private final Faults faults;
    private final Map<String, Dialect> dialects = new LinkedHashMap<>();
    private final Map<String, Quota> quotas = new LinkedHashMap<>();

    private Sandbox(SandboxSettings settings, InstantSource clock, HttpServer server) {
        this.server = server;
        this.clock = clock;
        faults = new Faults(settings.world().seed(), settings.faults());
        stage = new Stage(settings.world(), clock);
        long units = settings.unitsPerDay();
        long requests = settings.requestsPerDay();
        add("ensembledata", units, clock, quota -> new EnsembleDataDialect(stage, quota));
        add("tiktok-research", requests, clock, quota -> new ResearchDialect(stage, quota, clock));
        add("api23", requests, clock, quota -> new Api23Dialect(stage, quota));
        Trade trade = new Trade(stage, clock);
        add("tiktok-display", requests, clock, quota -> new DisplayDialect(stage, quota, clock));
        add("tiktok-ads-library", requests, clock, quota -> new AdsLibraryDialect(trade, quota, clock));
        add("tiktok-business", requests, clock, quota -> new BusinessDialect(trade, quota));
        add("tiktok-shop", requests, clock, quota -> new ShopDialect(trade, quota, clock));
        add("apify", units, clock, quota -> new ApifyDialect(stage, quota, clock));
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    private void add(String side, long perDay, InstantSource clock, Function<Quota, Dialect> dialect) {
        Quota quota = new Quota(perDay, clock);
        quotas.put(side, quota);
        dialects.put("/" + side, dialect.apply(quota));
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

    /// Changes what a day allows below this address, such as `ensembledata`, at once.
    public void allow(String side, long perDay) {
        Objects.requireNonNull(quotas.get(side), side).allow(perDay);
    }

    /// The hashtags with the most videos now, the busiest first.
    public List<String> busiest(int most) {
        return stage.videos().stream().flatMap(video -> video.hashtags().stream()).map(Tally::id)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most).map(Map.Entry::getKey).toList();
    }

    /// What a side charged or counted on this day of UTC: units, requests or cents, as its provider does.
    public long counted(String side, LocalDate day) {
        return Objects.requireNonNull(quotas.get(side), side).used(day);
    }

    /// The creator with the most videos now, whose account the Display side tells.
    public String busiestCreator() {
        return stage.busiestCreator();
    }

    /// The units that it charged on this day of UTC at the EnsembleData side.
    public long unitsCharged(LocalDate day) {
        return counted("ensembledata", day);
    }

    /// The requests for videos that it counted on this day of UTC at the Research side.
    public long requestsCounted(LocalDate day) {
        return counted("tiktok-research", day);
    }

    /// How many runs were started at the Apify side.
    public int runsStarted() {
        return dialect("/apify") instanceof ApifyDialect apify ? apify.started() : 0;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            Optional<String> base = dialects.keySet().stream().filter(one -> path.startsWith(one + "/")).findFirst();
            if (path.equals("/sandbox/next")) {
                tell(exchange, ordered(exchange));
            } else if (base.isEmpty()) {
                tell(exchange,
                        Told.of(404, "{\"detail\":\"Ask below " + String.join(", ", dialects.keySet()) + ".\"}"));
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
        switch (faults.next(request.question(), clock.instant())) {
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

package dev.upswell.server.app;

import dev.upswell.server.access.TenantName;
import dev.upswell.server.access.Tenants;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import dev.upswell.server.sandbox.Shares;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.simulate.WorldSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server in a process of its own that lives through a [SandboxDay] with all its agents, and can be killed at any instant.
final class ServedDay implements AutoCloseable {

    /// More than what is asked for costs, so that nothing is left undone for want of units.
    static final long UNITS = 40_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final long LOOK_MILLIS = 100;
    private static final Set<String> ENDED = Set.of("DONE", "FAILED");

    final FileClock clock;
    final Sandbox sandbox;
    final ChildProgram program;
    private final Path folder;
    private final WorldSettings world;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int port;
    private Process process;
    private Runnable between = () -> {
    };

    /// @param pace how many seconds of the clock a second takes; what waits, waits so much shorter
    ServedDay(Path folder, WorldSettings world, Shares faults, long pace) {
        this.folder = folder;
        this.world = world;
        try {
            Files.createDirectories(folder);
            port = freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path time = folder.resolve("clock");
        clock = new FileClock(time);
        clock.set(SandboxDay.BEGIN);
        sandbox = SandboxDay.sandbox(world, faults, UNITS, clock);
        program = new ChildProgram(folder,
                List.of("-Xmx1500m", ClockedProgram.class.getName(), time.toString(), String.valueOf(pace)),
                Map.of("UPSWELL_ENSEMBLEDATA_URL", sandbox.address() + "/ensembledata", "UPSWELL_ENSEMBLEDATA_TOKEN",
                        SandboxSettings.TOKEN, "UPSWELL_ENSEMBLEDATA_UNITS_PER_DAY", String.valueOf(UNITS),
                        "UPSWELL_AGENTS_LEASE_SECONDS", "5", "UPSWELL_FORECAST_MIN_ELIGIBLE", "20",
                        "UPSWELL_FORECAST_NETWORK", "off"));
        process = nothing();
    }

    private static Process nothing() {
        try {
            return new ProcessBuilder("true").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Takes in what was collected before, trains, and watches the busiest hashtags, whose names it gives.
    List<String> prepare(int watched) throws InterruptedException {
        run("import", SandboxDay.history(world, folder.resolve("history.csv")).toString());
        run("metrics");
        run("train");
        return watch(watched);
    }

    /// Takes in what was read of videos before, scores it, and watches the busiest hashtags, whose names it gives.
    List<String> prepareVideos(int watched) throws InterruptedException {
        for (Path file : SandboxDay.firstHours(world, folder)) {
            run("import", file.toString());
        }
        run("score", "videos");
        return watch(watched);
    }

    /// Watches the busiest hashtags, whose names it gives.
    List<String> watch(int watched) throws InterruptedException {
        List<String> busiest = sandbox.busiest(watched);
        for (String hashtag : busiest) {
            run("watch", "add", "hashtag:" + hashtag, "--every", "15m", "--pages", "50");
        }
        return busiest;
    }

    private void run(String... command) throws InterruptedException {
        if (program.run(command) != 0) {
            throw new AssertionError(program.output());
        }
    }

    /// Does this whenever it waits, such as killing the server.
    void between(Runnable work) {
        between = work;
    }

    void start() {
        process = program.start("serve", "--port", String.valueOf(port));
    }

    void kill(boolean withPostgres) {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (withPostgres) {
            program.killPostgres();
        }
    }

    /// Waits until the agents know their jobs: slots from before are not due.
    void awaitAgents() {
        answered(() -> send(request("/api/v1/agents/jobs").GET().build()));
    }

    /// Whether it answers at this moment.
    boolean isServing() {
        try {
            return !send(request("/api/v1/agents/jobs").GET().build()).isEmpty();
        } catch (UncheckedIOException down) {
            return false;
        }
    }

    /// Lets what follows new data wait until it is asked for.
    void followOnlyWhenAsked() {
        post("/api/v1/agents/jobs/sweep?enabled=false");
        post("/api/v1/agents/jobs/video-scores?enabled=false");
    }

    /// Lets the agents do all that is due at an instant: they collect until nothing is left or broken, and follow what came. A run whose
    /// server was killed three times is given up until its next slot; here somebody asks for it again before the time goes on.
    void live(Instant slot) {
        clock.set(slot);
        JsonNode run = awaitRun("ingestion", one -> !instant(one, "/slot").isBefore(slot));
        if (run.at("/state").asString().equals("FAILED")) {
            runNow("ingestion");
        }
        collectWhatBroke();
        runNow("sweep");
        runNow("video-scores");
    }

    /// Takes up, as a person would, what failed for good.
    void collectWhatBroke() {
        for (JsonNode letters = letters(); letters.at("/total").asInt() > 0; letters = letters()) {
            letters.at("/items").forEach(
                    letter -> post("/api/v1/live/dead-letters/" + letter.at("/id").asString() + "/replay"));
            runNow("ingestion");
        }
    }

    private JsonNode letters() {
        return JSON.readTree(answered(() -> send(request("/api/v1/live/dead-letters?limit=100").GET().build())));
    }

    /// Asks for a run of a job until one came through.
    private void runNow(String job) {
        String state = "";
        while (!state.equals("DONE")) {
            JsonNode asked = JSON.readTree(post("/api/v1/agents/jobs/" + job + "/runs"));
            Instant slot = instant(asked, "/slot");
            JsonNode run = awaitRun(job, one -> instant(one, "/slot").equals(slot));
            state = run.at("/state").asString();
        }
    }

    /// Waits for the newest run of a job that is such, and has ended.
    JsonNode awaitRun(String job, Predicate<JsonNode> wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            JsonNode runs = JSON.readTree(
                    answered(() -> send(request("/api/v1/agents/runs?limit=5&job=" + job).GET().build())));
            for (JsonNode run : runs.at("/items")) {
                if (ENDED.contains(run.at("/state").asString()) && wanted.test(run)) {
                    return run;
                }
            }
            look();
        }
        throw new AssertionError("no end of " + job + " at " + clock.instant() + "\n" + program.output());
    }

    /// What it answers to this.
    JsonNode get(String path) {
        return JSON.readTree(answered(() -> send(request(path).GET().build())));
    }

    /// Waits until no run of this job is under way.
    void awaitIdle(String job) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!ENDED.contains(get("/api/v1/agents/runs?limit=1&job=" + job).at("/items/0/state").asString("DONE"))) {
            if (System.nanoTime() > until) {
                throw new AssertionError("no end of " + job + " at " + clock.instant() + "\n" + program.output());
            }
            look();
        }
    }

    /// The newest runs of all jobs.
    JsonNode runs() {
        return JSON.readTree(answered(() -> send(request("/api/v1/agents/runs?limit=500").GET().build())))
                .at("/items");
    }

    static Instant instant(JsonNode node, String path) {
        return Instant.parse(node.at(path).asString());
    }

    private String post(String path) {
        return answered(() -> send(request(path).POST(HttpRequest.BodyPublishers.noBody()).build()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(Duration.ofSeconds(20));
    }

    /// The first answer that comes, however often the server is killed meanwhile.
    private String answered(Supplier<String> asked) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return asked.get();
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > until) {
                    throw new AssertionError(program.output(), e);
                }
                look();
            }
        }
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                throw new IOException(response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void look() {
        between.run();
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Stops the server as a person does.
    void stop() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The rows of a query over a dataset, each as one text; the server is to be stopped.
    List<String> rows(Dataset dataset, String select) {
        List<String> rows = new ArrayList<>();
        try (Database database = Database.open(TestDatabase.settings(program.data()));
                LakeSession lake = database.lake()
                        .open(new Tenants(database.tenants()).findOrCreate(TenantName.DEFAULT));
                Statement statement = lake.connection().createStatement();
                ResultSet row = statement.executeQuery(select.formatted(lake.scan(dataset)))) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// All that is known at the end, without the logs of how it came to be known.
    Path dump() {
        Path file = folder.resolve("dump.txt");
        try (Database database = Database.open(TestDatabase.settings(program.data()))) {
            database.dump().write(new Tenants(database.tenants()).findOrCreate(TenantName.DEFAULT),
                    LakeUpkeep.DATASETS, file);
            return file;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        program.close();
        sandbox.close();
    }
}

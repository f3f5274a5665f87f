package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.agent.CadenceChange;
import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.live.Subject;
import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import dev.upswell.server.sandbox.Shares;
import dev.upswell.server.store.ExternalPostgres;
import dev.upswell.server.store.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers in processes of their own, with data folders of their own, on one PostgreSQL that neither runs and one lake: each
/// slot runs once, and when one is killed (SIGKILL) in the middle of a run the other takes that over.
@Tag("slow")
class TwoServersTest {

    private static final int FACTOR = 60;
    private static final Instant THEN = Instant.parse("2026-01-05T10:00:30Z");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final ExternalPostgres external = TestDatabase.external();
    private final Map<Long, Process> servers = new HashMap<>();

    @AfterEach
    void end() {
        servers.values().forEach(Process::destroyForcibly);
    }

    @Test
    void eachSlotRunsOnceAndWhatAKilledServerHadBegunIsTakenOverWithinAMinute() throws Exception {
        Instant since = Instant.now();
        Shares silent = new Shares(Map.of(Fate.SILENT, 1.0), Duration.ZERO);
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.usual(4, THEN).with(silent), InstantSource.fixed(THEN), 0)
                .orElseThrow();
                OpenWorkplace observer = observer(sandbox)) {
            observer.collecting().live().watches().add("ensembledata",
                    Subject.parse("hashtag:" + sandbox.busiest(1).getFirst()),
                    Duration.ofMinutes(15), 1);
            observer.operating().agents().change("audit", new CadenceChange("1m", null, null, 5, null, false), "test");
            start("one", sandbox, since);
            start("two", sandbox, since);

            await(() -> nodes(observer).size() == 2
                    && count(observer, "select count(*) from agent_run where job = 'audit'"
                            + " and state = 'DONE'") >= 20);
            String killed = awaitRunning(observer, "");
            Process victim = servers.remove(Long.parseLong(killed.split("/")[1]));
            victim.destroyForcibly().waitFor();
            Instant died = Instant.now();

            awaitRunning(observer, killed);
            Duration silence = Duration.between(died, Instant.now());
            long before = audits(observer);
            await(() -> audits(observer) >= before + 5);

            System.out.println("taken over after " + silence.toMillis() + " ms with a lease of 5 s");
            assertThat(silence).isLessThan(Duration.ofMinutes(1));
            assertThat(strings(observer, "select payload->>'from' from event_log where type = 'JOB_TAKEN_OVER'"
                    + " and payload->>'job' = 'ingestion'")).containsExactly(killed);
            assertSlotsRanOnce(observer);
        }
    }

    /// Every minute was run by one server or told as skipped, and the work was done as often as there are runs that began once.
    private static void assertSlotsRanOnce(OpenWorkplace observer) {
        assertThat(count(observer,
                """
                    select extract(epoch from max(slot) - min(slot))::bigint / 60 + 1 - sum(case state when 'SKIPPED'
                    then (counts->>'slots')::bigint else 1 end)::bigint from agent_run where job = 'audit' and reason = 'CADENCE'
                    and slot >= (select min(slot) from agent_run where job = 'audit' and state <> 'SKIPPED')"""))
                .as("minutes that were neither run nor told as skipped").isZero();
        long once = count(observer,
                "select count(*) from agent_run where job = 'audit' and state = 'DONE' and attempt = 1");
        long more = count(observer, "select count(*) from agent_run where job = 'audit' and attempt > 1");
        assertThat(audits(observer)).isBetween(once, once + 2 * more + 1);
        assertThat(count(observer, "select count(*) from agent_run where job = 'audit' and state = 'FAILED'")).isZero();
    }

    private OpenWorkplace observer(Sandbox sandbox) {
        return (OpenWorkplace) new DataFolderOpener(folder.resolve("observer"), environment(sandbox),
                Pace.times(1, THEN, Instant.now(), InstantSource.system())).open(new GlobalOptions());
    }

    private Map<String, String> environment(Sandbox sandbox) {
        return Map.of("UPSWELL_STORE_URL", external.url(), "UPSWELL_STORE_USER", external.owner(),
                "UPSWELL_STORE_PASSWORD", external.ownerPassword(), "UPSWELL_STORE_APP_PASSWORD",
                external.appPassword(), "UPSWELL_LAKE_FOLDER", folder.resolve("lake").toString(),
                "UPSWELL_AGENTS_LEASE_SECONDS", "5", "UPSWELL_ENSEMBLEDATA_URL", sandbox.address() + "/ensembledata",
                "UPSWELL_ENSEMBLEDATA_TOKEN", SandboxSettings.TOKEN);
    }

    private void start(String name, Sandbox sandbox, Instant since) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve(name + "-tmp"));
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Duser.timezone=UTC", "-Djava.io.tmpdir=" + temporary,
                "-Dupswell.logs=" + folder.resolve(name).resolve("logs"), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                PacedServer.class.getName(), folder.resolve(name).toString(), String.valueOf(FACTOR), THEN.toString(),
                since.toString()));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true)
                .redirectOutput(log(name).toFile()).redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment(sandbox));
        Process server = builder.start();
        servers.put(server.pid(), server);
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /// Waits on the servers, so that one that ends by itself is noticed.
    private void await(BooleanSupplier fact) throws Exception {
        Instant latest = Instant.now().plus(PATIENCE);
        while (!fact.getAsBoolean()) {
            for (Process server : servers.values()) {
                assertThat(server.waitFor(100, TimeUnit.MILLISECONDS)).as("a server ended: " + logs()).isFalse();
            }
            assertThat(Instant.now()).as("too late: " + logs()).isBefore(latest);
        }
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("one", "two")) {
            all.append(name).append(":\n").append(Files.exists(log(name)) ? Files.readString(log(name)) : "");
        }
        return all.toString();
    }

    private static List<String> nodes(OpenWorkplace observer) {
        return strings(observer, "select distinct node from agent_run where job = 'audit' and state = 'DONE'");
    }

    /// The server that collects now; empty while none does.
    private static String running(OpenWorkplace observer) {
        return String.join("", strings(observer,
                "select node from agent_run where job = 'ingestion' and state = 'RUNNING'"));
    }

    /// The server that collects, once one other than this does.
    private String awaitRunning(OpenWorkplace observer, String other) throws Exception {
        String[] found = {""};
        await(() -> {
            found[0] = running(observer);
            return !found[0].isEmpty() && !found[0].equals(other);
        });
        return found[0];
    }

    private static long audits(OpenWorkplace observer) {
        return count(observer, "select count(*) from event_log where type = 'AUDIT_DONE'");
    }

    private static long count(OpenWorkplace observer, String sql) {
        return observer.database().transactions().call(observer.tenant(), db -> db.sql(sql).query(Long.class).single());
    }

    private static List<String> strings(OpenWorkplace observer, String sql) {
        return observer.database().transactions().call(observer.tenant(), db -> db.sql(sql).query(String.class).list());
    }
}

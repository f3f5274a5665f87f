package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.access.TenantName;
import dev.upswell.server.access.Tenants;
import dev.upswell.server.cli.sample.SampleFiles;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSettings.Population;
import dev.upswell.simulate.WorldSize;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the program with SIGKILL, alone and with its PostgreSQL, at random instants of an import and of the metrics, and
/// compares the end state with that of an undisturbed run.
@Tag("slow")
class KillTest {

    private static final int IMPORT_KILLS = 12;
    private static final int METRIC_KILLS = 8;

    /// Enough rows for three chunks of an import, so that kills fall between chunks too; most rows are repeats, because what
    /// counts here is how far an import has come, and repeats are quickly dealt with.
    private static final int DISTINCT_READINGS = 3 * 24 * 8 * 4;
    private static final int REPEATS = 190;

    @TempDir
    Path folder;

    private final List<ChildProgram> programs = new ArrayList<>();

    @Test
    void killsLeaveTheEndStateOfAnUndisturbedRun() throws IOException, InterruptedException {
        String[] importing = importing();
        ChildProgram prepared = kept(new ChildProgram(folder.resolve("prepared")));
        timed(prepared, "tenants");
        ChildProgram undisturbed = copied(prepared, "undisturbed");
        long nothingMillis = timed(undisturbed, "tenants");
        long importMillis = timed(undisturbed, importing);
        long metricMillis = timed(undisturbed, "metrics");
        Path expected = dump(undisturbed);
        assertThat(Files.readString(expected)).contains("dataset metric", "dataset observation", "dataset video",
                "table import_run", "table quarantine");

        var random = new Random(20251121);
        int importKills = 0;
        int metricKills = 0;
        while (importKills < IMPORT_KILLS || metricKills < METRIC_KILLS) {
            ChildProgram program = copied(prepared, "killed-" + programs.size());
            importKills += killsUntilDone(program, random, nothingMillis, importMillis, importing);
            metricKills += killsUntilDone(program, random, nothingMillis, metricMillis, "metrics");
            assertSame(dump(program), expected);
        }
    }

    @AfterEach
    void endWhatTheKilledLeft() {
        programs.forEach(ChildProgram::close);
    }

    private ChildProgram copied(ChildProgram prepared, String name) {
        return kept(prepared.copied(folder.resolve(name)));
    }

    private ChildProgram kept(ChildProgram program) {
        programs.add(program);
        return program;
    }

    /// Starts the command again and again, killing it at a random instant between starting up and the time it takes
    /// undisturbed, until it ends by itself before its kill. Every other kill takes PostgreSQL along.
    private static int killsUntilDone(ChildProgram program, Random random, long startMillis, long undisturbedMillis,
            String... command) throws InterruptedException {
        double latest = undisturbedMillis;
        for (int kills = 0;; kills++) {
            double earliest = startMillis * 0.6;
            long instant = (long) (earliest + random.nextDouble() * Math.max(0, latest - earliest));
            if (!program.killed(instant, kills % 2 == 1, command)) {
                return kills;
            }
            // A machine that became busy meanwhile must still come to an end.
            latest *= 1.15;
        }
    }

    private static long timed(ChildProgram program, String... command) throws InterruptedException {
        long started = System.nanoTime();
        assertThat(program.run(command)).as(program.output()).isZero();
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }

    private String[] importing() throws IOException {
        WorldSettings world = WorldSettings.of(WorldSize.SMALL, 3).withDays(3).withFutures(1)
                .with(new Population(12, 3, 6, 30));
        SampleFiles sample = SampleFiles.write(SimulatedWorld.of(world), folder.resolve("sample"), (file, lines) -> {
        });
        return new String[]{"import", sample.videos().toString(), sample.observations().toString(),
                repeated().toString()};
    }

    private Path repeated() throws IOException {
        Path file = folder.resolve("repeated.csv");
        Instant start = Instant.parse("2025-09-01T00:00:00Z");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("hashtag,observed_at,views\n");
            for (int i = 0; i < DISTINCT_READINGS; i++) {
                String row = "tag%d,%s,%d\n".formatted(i % 8, start.plus(Duration.ofMinutes(15L * (i / 8))),
                        1_000 + 37L * i);
                for (int repeat = 0; repeat < REPEATS; repeat++) {
                    out.write(row);
                }
            }
        }
        return file;
    }

    private static Path dump(ChildProgram program) {
        Path file = program.data().resolveSibling("dump.txt");
        try (Database database = Database.open(TestDatabase.settings(program.data()))) {
            database.dump().write(new Tenants(database.tenants()).findOrCreate(TenantName.DEFAULT),
                    LakeUpkeep.DATASETS, file);
        }
        return file;
    }

    private static void assertSame(Path actual, Path expected) throws IOException {
        if (Files.mismatch(actual, expected) < 0) {
            return;
        }
        try (BufferedReader got = Files.newBufferedReader(actual);
                BufferedReader want = Files.newBufferedReader(expected)) {
            String wanted = want.readLine();
            while (wanted != null) {
                assertThat(got.readLine()).isEqualTo(wanted);
                wanted = want.readLine();
            }
            assertThat(got.readLine()).as("more than expected").isNull();
        }
    }
}

package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.access.TenantName;
import dev.upswell.server.access.Tenants;
import dev.upswell.server.cli.command.SampleFiles;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.StoreSettings;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the program, alone and with its PostgreSQL, at random instants of an import and of the metrics, and compares the end
/// state with that of an undisturbed run.
@Tag("slow")
class KillTest {

    private static final int FOLDERS = 4;
    private static final int IMPORT_KILLS = 3;
    private static final int METRIC_KILLS = 2;

    @TempDir
    Path folder;

    @Test
    void killsLeaveTheEndStateOfAnUndisturbedRun() throws IOException, InterruptedException {
        SampleFiles files = SampleFiles.write(SimulatedWorld.of(world()), folder.resolve("sample"));
        String[] importing = {"import", files.videos().toString(), files.observations().toString()};
        var undisturbed = new ChildProgram(folder.resolve("undisturbed"));
        long importMillis = timed(undisturbed, importing);
        long metricsMillis = timed(undisturbed, "metrics");
        String expected = dump(undisturbed.data());
        var random = new Random(7);
        for (int i = 0; i < FOLDERS; i++) {
            ChildProgram program = killedDuring(importing, importMillis, random, "import-" + i, IMPORT_KILLS);
            assertThat(program.run(importing)).as(program.output()).isZero();
            assertThat(kills(program, random, metricsMillis / 2, METRIC_KILLS, "metrics")).as("kills during metrics")
                    .isPositive();
            assertThat(program.run("metrics")).as(program.output()).isZero();
            assertThat(dump(program.data())).isEqualTo(expected);
        }
        assertThat(expected).contains("hashtag").contains("metric");
    }

    /// A fresh folder whose import was killed that often; when one import ends before its kill, begins again and kills sooner.
    private ChildProgram killedDuring(String[] command, long undisturbedMillis, Random random, String name, int times)
            throws InterruptedException {
        double share = 0.8;
        for (int attempt = 0;; attempt++) {
            var program = new ChildProgram(folder.resolve(name + "-" + attempt));
            if (kills(program, random, (long) (undisturbedMillis * share), times, command) == times) {
                return program;
            }
            share *= 0.7;
        }
    }

    private static int kills(ChildProgram program, Random random, long latestMillis, int times, String... command)
            throws InterruptedException {
        int kills = 0;
        for (int i = 0; i < times; i++) {
            if (program.killed(200 + (long) (random.nextDouble() * latestMillis), random.nextBoolean(), command)) {
                kills++;
            } else {
                return kills;
            }
        }
        return kills;
    }

    private static long timed(ChildProgram program, String... command) throws InterruptedException {
        long started = System.nanoTime();
        assertThat(program.run(command)).as(program.output()).isZero();
        return (System.nanoTime() - started) / 1_000_000;
    }

    private static WorldSettings world() {
        return WorldSettings.of(WorldSize.SMALL, 3).withDays(4).withFutures(1);
    }

    private String dump(Path data) throws IOException {
        Path text = data.resolve("dump.txt");
        try (Database database = Database.open(StoreSettings.embedded(data))) {
            database.dump().write(new Tenants(database.tenants()).findOrCreate(TenantName.DEFAULT),
                    List.of(Collected.OBSERVATION, Collected.VIDEO, MetricDataset.METRIC), text);
        }
        return Files.readString(text);
    }
}

package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.access.TenantName;
import dev.upswell.server.access.Tenants;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills searches for patterns with SIGKILL at many of their videos and while choices are compared, now and then with PostgreSQL, and compares
/// all that is kept in the end with an undisturbed search by one worker.
///
/// Two of three processes are `patterns run`, the third is a server that was asked for nothing and goes on by itself; a server brings each search
/// to its end. In the usual run the kills are few: `-Dupswell.kills=50` is the whole of it.
@Tag("slow")
class PatternKillTest {

    private static final int KILLS = Integer.getInteger("upswell.kills", 3);
    private static final int VIDEOS = 120;
    /// The best 50 and 50 of the rest.
    private static final int LOOKED_AT = 100;
    /// How long comparing choices takes about, in which kills fall too.
    private static final int COMPARING_MILLIS = 2_500;
    /// So often in one search: the next kills are to fall at videos again.
    private static final int KILLS_WHILE_COMPARING = 2;
    private static final int PATIENCE_SECONDS = 180;
    private static final Collection<String> COMPARED = List.of("table pattern_run", "table pattern_run_video",
            "table video_analysis", "table analysis_import", "dataset observation", "dataset video");

    @TempDir
    private Path folder;

    private final Random random = new Random(20261122);
    private final TreeSet<Integer> killedAt = new TreeSet<>();
    private int kills;
    private int whileComparing;

    private ChildProgram program;
    private Database database;

    @AfterEach
    void end() {
        database.close();
        program.close();
    }

    @Test
    void killsLeaveTheResultOfAnUndisturbedSearch() throws Exception {
        program = new ChildProgram(folder, List.of("dev.upswell.server.Upswell"),
                Map.of("UPSWELL_TENANT", "killed", "UPSWELL_AGENTS_LEASE_SECONDS", "5"));
        open();
        Path analyses = analyses();
        PostedFiles files = PostedFiles.write(folder, VIDEOS);
        for (String name : List.of("undisturbed", "killed")) {
            tenant(name);
            typed(name, "import", files.videos().toString(), files.observations().toString());
            typed(name, "patterns", "import", analyses.toString());
        }
        String[] alone = {"patterns", "run", "--client", "Acme", "--hashtag", "bali", "--workers", "1"};
        typed("undisturbed", alone);
        List<String> expected = kept("undisturbed");
        assertThat(expected).containsAll(COMPARED).hasSizeGreaterThan(LOOKED_AT + VIDEOS);

        while (kills < KILLS) {
            killUntilDone("patterns", "run", "--client", "Acme", "--hashtag", "bali");
            assertThat(kept("killed")).isEqualTo(expected);
            database.transactions().run(tenant("killed"), db -> db.sql("delete from pattern_run").update());
        }
        System.out.printf(
                "killed %d times, %d of them while choices were compared, the others after %s of 100 videos%n", kills,
                whileComparing, killedAt);
        assertThat(killedAt).as("at different videos").hasSizeGreaterThanOrEqualTo(KILLS / 3);
    }

    private void open() {
        database = Database.open(TestDatabase.settings(program.data()));
    }

    private TenantId tenant(String name) {
        return new Tenants(database.tenants()).findOrCreate(new TenantName(name));
    }

    private void typed(String tenant, String... command) {
        List<String> line = new ArrayList<>(List.of("--data", program.data().toString()));
        line.addAll(List.of(command));
        Terminal.Said said = Terminal.run(Map.of("UPSWELL_TENANT", tenant), line.toArray(String[]::new));
        assertThat(said.exitCode()).as(said.screen()).isZero();
    }

    /// What an analyser wrote about three of four videos.
    private Path analyses() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < VIDEOS; i++) {
            if (i % 4 > 0) {
                lines.append("""
                    {"video_id": "%d", "visual_overlay_analysis": {"CoreMetrics": {"totalOverlays": %d}}}
                    """.formatted(7_310_000_000_000_000_000L + i, i * 5 % 7));
            }
        }
        return Files.writeString(folder.resolve("seen.jsonl"), lines);
    }

    /// One search, killed at its videos and twice after the last, until the kills are over; then a server brings it to its end, unless it came to it
    /// before a kill.
    private void killUntilDone(String... command) throws InterruptedException {
        Map<String, String> read = new TreeMap<>();
        int before = whileComparing;
        int target = 1;
        while (kills < KILLS && whileComparing - before < KILLS_WHILE_COMPARING) {
            // A server begins nothing: it only goes on.
            boolean server = kills % 3 == 2 && !read.isEmpty();
            Process process = server ? program.start("serve", "--port", "0") : program.start(command);
            if (!killed(process, target)) {
                return;
            }
            if (++kills % 5 == 2) {
                program.killPostgres();
                database.close();
                open();
            }
            Map<String, String> now = reads();
            assertThat(now).as("what was read stays, and is not read again").containsAllEntriesOf(read);
            if (now.size() == LOOKED_AT) {
                whileComparing++;
            } else {
                killedAt.add(now.size());
            }
            read = now;
            target = read.size() + 1 + random.nextInt(4 * LOOKED_AT / KILLS + 1);
        }
        Process last = program.start("serve", "--port", "0");
        awaitEnd(last);
        last.destroy();
        assertThat(last.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(reads()).containsAllEntriesOf(read);
    }

    /// Waits until so many videos are read, or a while longer where that is more than there are, and kills the process; false when the search came
    /// to its end before.
    private boolean killed(Process process, int target) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (reads().size() < Math.min(target, LOOKED_AT)) {
            assertThat(process.waitFor(1, TimeUnit.MILLISECONDS)).as(program.output()).isFalse();
            assertThat(System.nanoTime()).as("no video is read: " + program.output()).isLessThan(until);
        }
        if (target > LOOKED_AT) {
            process.waitFor(random.nextInt(COMPARING_MILLIS), TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
        return !state().equals("done");
    }

    private void awaitEnd(Process process) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!state().equals("done")) {
            assertThat(process.waitFor(100, TimeUnit.MILLISECONDS)).as(program.output()).isFalse();
            assertThat(System.nanoTime()).as("no end: " + program.output()).isLessThan(until);
        }
    }

    private String state() {
        return database.transactions().call(tenant("killed"),
                db -> db.sql("select string_agg(state, ' ') from pattern_run").query(String.class).single());
    }

    /// The videos that are read, and when each was.
    private Map<String, String> reads() {
        return database.transactions().call(tenant("killed"), db -> {
            Map<String, String> reads = new TreeMap<>();
            db.sql("select video, read_at::text as at from pattern_run_video where read_at is not null").query(
                    row -> {
                        reads.put(row.getString("video"), row.getString("at"));
                    });
            return reads;
        });
    }

    /// What is kept of a tenant's searches, with the titles of its tables.
    private List<String> kept(String name) throws IOException {
        Path file = folder.resolve(name + ".txt");
        database.dump().write(tenant(name), LakeUpkeep.DATASETS, file);
        List<String> kept = new ArrayList<>();
        boolean within = false;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("table ") || line.startsWith("dataset ")) {
                within = COMPARED.contains(line);
            }
            if (within) {
                kept.add(line);
            }
        }
        return kept;
    }
}

package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.simulate.WorldSettings;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the server with SIGKILL, alone and with its PostgreSQL, at random instants of a bad day, and compares what is known
/// at the end with the end of an undisturbed day.
///
/// What follows new data follows here only when it is asked for, once all of a quarter of an hour is in: what a forecast knows would else
/// depend on how far a round had come when it was made.
///
/// In the usual run the day is short and the kills are few: `-Dupswell.kills=200 -Dupswell.quarters=96` is the whole of it.
@Tag("slow")
class SandboxDayKillTest {

    private static final int KILLS = Integer.getInteger("upswell.kills", 6);
    private static final int QUARTERS = Integer.getInteger("upswell.quarters", 3);
    private static final int HASHTAGS = 40;
    private static final int WATCHED = 3;
    private static final long PACE = 20;

    /// A kill comes at most so many times as long after the one before as a start takes.
    private static final int LATEST_STARTS = 3;

    /// What is learnt from what is stored when the jobs semantics, narratives and crowd come to it: a start after a kill moves that
    /// instant, and the next one may lie behind the end of the day.
    private static final Set<String> LEARNT = Set.of("table text_version", "table video_text", "table theme",
            "table theme_change", "table theme_member", "table theme_run", "table collision", "table collision_run",
            "table label_word", "table narrative", "table wording_output", "table wording_verdict",
            "table wording_failure", "table crowd", "table crowd_person");

    private final WorldSettings world = SandboxDay.world(HASHTAGS);

    @TempDir
    Path folder;

    @Test
    void killsLeaveTheEndStateOfAnUndisturbedDay() throws InterruptedException, IOException {
        try (ServedDay before = new ServedDay(folder.resolve("killed"), world, SandboxDay.BAD_DAY, PACE)) {
            before.prepare(WATCHED);
        }
        copy(folder.resolve("killed"), folder.resolve("undisturbed"));
        End killed = endOf("killed", KILLS, QUARTERS);
        End undisturbed = endOf("undisturbed", 0, killed.quarters());

        assertThat(Differences.between(killed.dump(), undisturbed.dump(), LEARNT)).isEmpty();
        assertThat(Differences.titles(undisturbed.dump())).contains("dataset answer", "dataset metric",
                "dataset observation", "table prediction");
    }

    private record End(int quarters, Path dump) {
    }

    /// Copies what a stopped server left, with links as links.
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                Files.setPosixFilePermissions(to.resolve(from.relativize(directory)),
                        Files.getPosixFilePermissions(directory));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Lives through at least so many quarters of an hour, and on until all kills have come.
    private End endOf(String name, int kills, int atLeast) throws InterruptedException {
        try (ServedDay day = new ServedDay(folder.resolve(name), world, SandboxDay.BAD_DAY, PACE)) {
            long begun = System.nanoTime();
            day.start();
            day.awaitAgents();
            var killer = new Killer(day, kills, LATEST_STARTS * (System.nanoTime() - begun));
            day.followOnlyWhenAsked();
            day.between(killer::look);
            int quarters = 0;
            while (quarters < atLeast || killer.left > 0) {
                day.live(SandboxDay.BEGIN.plus(Duration.ofMinutes(15L * ++quarters)));
            }
            day.stop();
            return new End(quarters, day.dump());
        }
    }

    /// Kills at random instants, every other time with PostgreSQL, and starts the server again at once.
    private static final class Killer {

        private final ServedDay day;
        private final Random random = new Random(20261121);
        private final long latest;
        private int left;
        private long next;
        private boolean drawn;

        Killer(ServedDay day, int kills, long latest) {
            this.day = day;
            this.latest = latest;
            left = kills;
        }

        void look() {
            if (left > 0 && !drawn) {
                draw();
            } else if (left > 0 && System.nanoTime() >= next) {
                day.kill(--left % 2 == 0);
                day.start();
                drawn = false;
            }
        }

        /// Every fourth time it waits until the server answers, for where starts take long nothing would ever be done.
        private void draw() {
            if (left % 4 != 0 || day.isServing()) {
                next = System.nanoTime() + (long) (random.nextDouble() * latest);
                drawn = true;
            }
        }
    }
}

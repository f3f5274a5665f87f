package dev.upswell.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {

    @TempDir
    private Path folder;

    @Test
    void whatKilledStartsLeftGoesWithTheNextUnpacking() throws IOException {
        Path left = Files.createDirectories(folder.resolve("partial-left"));
        Files.createFile(left.resolve("postgres"));
        Files.setLastModifiedTime(left, FileTime.from(
                Files.getLastModifiedTime(left).toInstant().minus(Duration.ofHours(2))));
        Path underWay = Files.createDirectories(folder.resolve("partial-under-way"));

        Path programs = PostgresPrograms.unpacked(folder);

        assertThat(programs.resolve("bin/postgres")).isExecutable();
        assertThat(left).doesNotExist();
        assertThat(underWay).exists();
    }

    /// Both find nothing there and begin; the second to end finds what the first has put there.
    @Test
    void whoUnpacksAtTheSameTimeUsesWhatTheFirstUnpacked() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Callable<Path> start = () -> {
                together.await();
                return PostgresPrograms.unpacked(folder);
            };

            List<Future<Path>> started = two.invokeAll(List.of(start, start));

            assertThat(started.getFirst().get()).isEqualTo(started.getLast().get()).isDirectory();
        }
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(1);
        }
    }
}

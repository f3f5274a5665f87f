package dev.upswell.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
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
}

package dev.upswell.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    /// Above the largest process number of any system.
    private static final String NOBODY = "99999999";

    @TempDir
    private Path folder;

    @Test
    void aServerOfAnotherContainerIsNotTakenForDeadWhileOthersUseTheFolder() throws IOException {
        Path postgres = folder.resolve("postgres");
        Path pidFile = Files.createDirectories(postgres.resolve("cluster")).resolve("postmaster.pid");
        Files.writeString(pidFile, NOBODY + "\n" + folder + "\n0\n5432\n");
        Files.writeString(postgres.resolve("started-among"), "pid:[1]");
        EmbeddedPostgres server = new EmbeddedPostgres(folder, Path.of("target", "postgres-programs"));

        assertThatThrownBy(() -> server.start(found -> true, false)).isInstanceOf(PostgresException.class)
                .hasMessageStartingWith(
                        "embedded PostgreSQL was started in another container (" + postgres.toRealPath())
                .hasMessageContaining("Run all that use this data folder in one container");
        assertThat(pidFile).exists();
    }
}

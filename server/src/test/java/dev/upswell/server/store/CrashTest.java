package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.postgres.EmbeddedPostgres;
import dev.upswell.server.postgres.FolderTree;
import dev.upswell.server.postgres.Postmaster;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes killed with SIGKILL, alone and together with their PostgreSQL.
@Tag("slow")
class CrashTest {

    @TempDir
    private Path folder;

    @Test
    void theServerOfAKilledProcessIsAdopted() throws Exception {
        crashAfterSteps(3);
        Postmaster orphan = server().orElseThrow();
        assertThat(orphan.isAlive()).isTrue();

        try (Database database = open()) {
            assertThat(server()).contains(orphan);
            assertWhole(database);
        }
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void aServerKilledTogetherWithItsProcessRecovers() throws Exception {
        crashAfterSteps(3);
        Postmaster orphan = server().orElseThrow();
        ProcessHandle.of(orphan.pid()).orElseThrow().destroyForcibly();

        try (Database database = open()) {
            assertThat(server().orElseThrow().pid()).isNotEqualTo(orphan.pid());
            assertWhole(database);
        }
    }

    @Test
    void aKillAtAnyInstantLeavesProgressAndRowsInStep() throws Exception {
        Random random = new Random(20251121);
        for (int kill = 0; kill < 6; kill++) {
            crashAfterSteps(1 + random.nextInt(12));
            if (random.nextBoolean()) {
                server().flatMap(server -> ProcessHandle.of(server.pid()))
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        }
        try (Database database = open()) {
            assertWhole(database);
        }
    }

    private Database open() {
        return Database.open(TestDatabase.settings(folder));
    }

    private Optional<Postmaster> server() {
        return new EmbeddedPostgres(folder, folder).running();
    }

    private void crashAfterSteps(int steps) throws IOException, InterruptedException {
        Process user = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + unpackedLibraries(), "-cp",
                System.getProperty("java.class.path"),
                CrashingUser.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = user.inputReader(StandardCharsets.UTF_8)) {
            int seen = 0;
            for (String line = out.readLine(); line != null && seen < steps; line = out.readLine()) {
                seen += line.matches("\\d+") ? 1 : 0;
            }
            assertThat(seen).isEqualTo(steps);
            user.destroyForcibly().waitFor();
        }
    }

    /// DuckDB unpacks 70 MB for each process, which a killed one leaves behind: here they go with the test.
    private Path unpackedLibraries() throws IOException {
        return Files.createDirectories(folder.resolve("unpacked"));
    }

    /// As many rows in the lake as steps in the database, each once, and not a file more on disk than the manifest knows.
    private void assertWhole(Database database) throws IOException, SQLException {
        TenantId tenant = database.tenants().find("crashing").orElseThrow();
        long progress = CrashingUser.progress(database, tenant);
        assertThat(progress).isPositive();
        try (LakeSession session = database.lake().open(tenant);
                var statement = session.connection().createStatement();
                ResultSet row = statement
                        .executeQuery("SELECT count(*), count(DISTINCT step), min(step), max(step) FROM "
                                + session.scan(CrashingUser.STEPS))) {
            row.next();
            assertThat(List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                    .containsExactly(progress, progress, 1L, progress);
        }
        assertThat(FolderTree.files(folder.resolve("lake"))).hasSize((int) progress);
    }
}

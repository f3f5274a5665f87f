package dev.upswell.server.app;

import dev.upswell.server.postgres.EmbeddedPostgres;
import dev.upswell.server.postgres.FolderTree;
import dev.upswell.server.store.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Upswell in a process of its own, on a data folder of its own, so that a test can kill it.
///
/// The programs of PostgreSQL are those that all tests share. What a killed process leaves among the temporary files
/// (70 MB of DuckDB each time) is cleared away before the next one starts.
final class ChildProgram implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final Path data;
    private final Path log;
    private final Path temporary;
    private final Path programs;
    private final List<String> main;
    private final Map<String, String> environment;

    /// @param folder of this program's own; data, log and temporary files lie in it
    ChildProgram(Path folder) {
        this(folder, List.of("dev.upswell.server.Upswell"), Map.of());
    }

    /// @param main the class that begins, and what it is told before the program's own arguments
    /// @param environment what the program finds there beside what this process has
    ChildProgram(Path folder, List<String> main, Map<String, String> environment) {
        this.main = List.copyOf(main);
        this.environment = Map.copyOf(environment);
        this.data = folder.resolve("data");
        this.log = folder.resolve("output.log");
        this.temporary = folder.resolve("tmp");
        this.programs = data.resolve("postgres").resolve("programs");
        try {
            Path shared = Files.createDirectories(TestDatabase.settings(data).binariesFolder());
            Files.createDirectories(programs.getParent());
            if (!Files.isSymbolicLink(programs)) {
                Files.createSymbolicLink(programs, shared);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same program on a copy of this one's data, links as links; nobody may use the data meanwhile.
    ///
    /// To make a database costs twice as much as to start the program.
    ChildProgram copied(Path folder) {
        Path there = folder.resolve("data");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Path copy = there.resolve(data.relativize(file));
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(copy);
                    Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
                } else {
                    Files.copy(file, copy, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ChildProgram(folder, main, environment);
    }

    Path data() {
        return data;
    }

    /// Runs the command to its end.
    int run(String... command) throws InterruptedException {
        Process process = start(command);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("no end: " + String.join(" ", command) + "\n" + output());
        }
        return process.exitValue();
    }

    /// Starts the command and kills it (SIGKILL) after this time; false when it had ended by itself, which it must have done
    /// well.
    boolean killed(long afterMillis, boolean withPostgres, String... command) throws InterruptedException {
        Process process = start(command);
        if (process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
            if (process.exitValue() != 0) {
                throw new AssertionError(
                        String.join(" ", command) + " ended with " + process.exitValue() + "\n" + output());
            }
            return false;
        }
        process.destroyForcibly().waitFor();
        if (withPostgres) {
            killPostgres();
        }
        return true;
    }

    /// Everything that the commands said so far.
    String output() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends a PostgreSQL that a killed process left behind, and lets go of the shared programs.
    @Override
    public void close() {
        killPostgres();
        try {
            Files.deleteIfExists(programs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends PostgreSQL as SIGKILL does.
    void killPostgres() {
        new EmbeddedPostgres(data, data).running().flatMap(server -> ProcessHandle.of(server.pid()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    /// Starts the command and does not wait for it.
    Process start(String... command) {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m", "-Xshare:auto", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + temporary, "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        line.addAll(main);
        line.addAll(List.of("--data", data.toString()));
        line.addAll(List.of(command));
        try {
            FolderTree.delete(temporary);
            Files.createDirectories(temporary);
            ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
            builder.environment().putAll(environment);
            return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(new File("/dev/null"))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

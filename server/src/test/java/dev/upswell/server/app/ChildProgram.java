package dev.upswell.server.app;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Upswell in a process of its own, on a data folder of its own, so that a test can kill it.
final class ChildProgram {

    private static final int PATIENCE_SECONDS = 120;

    private final Path data;
    private final Path log;

    ChildProgram(Path data) {
        this.data = data;
        this.log = data.resolveSibling(data.getFileName() + ".log");
    }

    Path data() {
        return data;
    }

    Process start(String... command) {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Duser.timezone=UTC", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.upswell.server.Upswell", "--data", data.toString()));
        line.addAll(List.of(command));
        try {
            return new ProcessBuilder(line).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).redirectInput(new File("/dev/null"))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /// Starts the command and kills it (SIGKILL) after this time; false when it had ended by itself.
    boolean killed(long afterMillis, boolean withPostgres, String... command) throws InterruptedException {
        Process process = start(command);
        if (process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        process.destroyForcibly().waitFor();
        if (withPostgres) {
            killPostgres();
        }
        return true;
    }

    String output() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void killPostgres() {
        Path pidFile = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        try {
            if (Files.exists(pidFile)) {
                List<String> lines = Files.readAllLines(pidFile);
                if (!lines.isEmpty()) {
                    ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .ifPresent(ProcessHandle::destroyForcibly);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

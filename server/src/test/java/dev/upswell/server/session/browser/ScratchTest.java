package dev.upswell.server.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ScratchTest {

    private static final Instant BEGAN = Instant.parse("2026-02-01T12:00:00Z");

    @TempDir
    private Path root;

    /// A process that takes its folder, writes into it, says so, and waits for its end.
    public static final class Owner {

        private Owner() {
        }

        public static void main(String[] arguments) throws IOException {
            Path own = Scratch.of(Path.of(arguments[0]));
            Files.createDirectories(own.resolve("profile"));
            Files.writeString(own.resolve("profile").resolve("Cookies"), "left behind");
            Files.createSymbolicLink(own.resolve("profile").resolve("SingletonLock"), Path.of("/nowhere-at-all"));
            System.out.println("ready");
            System.in.read();
        }
    }

    private Process owner() throws IOException {
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                classpath(), Owner.class.getName(), root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        return process;
    }

    /// Where the few classes that the process needs came from, whoever loaded them.
    private static String classpath() {
        return Stream.of(Owner.class, Scratch.class, LoggerFactory.class, Nullable.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
                        .toString())
                .distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private List<Path> cookies() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("Cookies")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatAKilledProcessLeftIsSweptAndWhatALivingOneUsesStays() throws Exception {
        Process killed = owner();
        Process living = owner();
        try {
            assertThat(cookies()).hasSize(2);
            killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);

            assertThat(Scratch.sweep(root, BEGAN)).isEqualTo(1);

            assertThat(cookies()).hasSize(1);
            assertThat(Scratch.sweep(root, BEGAN)).as("nothing more to sweep").isZero();
        } finally {
            living.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            killed.destroyForcibly();
        }
        assertThat(Scratch.sweep(root, BEGAN)).isEqualTo(1);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aProcessHasOneFolderThatItsOwnSweepLeaves() {
        Path own = Scratch.of(root);

        assertThat(Scratch.of(root)).isEqualTo(own).isDirectory();
        assertThat(Scratch.sweep(root, BEGAN)).isZero();
        assertThat(own).isDirectory();
    }

    @Test
    void whatEarlierVersionsLeftGoesWhenItIsOlderThanThisProcess() throws IOException {
        Path old = Files.createDirectory(root.resolve("playwright_chromiumdev_profile-a"));
        Files.writeString(old.resolve("Cookies"), "x");
        Path young = Files.createDirectory(root.resolve("playwright_chromiumdev_profile-b"));
        Files.setLastModifiedTime(old, FileTime.from(BEGAN.minus(Duration.ofSeconds(1))));
        Files.setLastModifiedTime(young, FileTime.from(BEGAN.plus(Duration.ofSeconds(1))));

        assertThat(Scratch.sweep(root, BEGAN)).isEqualTo(1);

        assertThat(old).doesNotExist();
        assertThat(young).isDirectory();
        assertThat(Scratch.sweep(root.resolve("none"), BEGAN)).isZero();
    }
}

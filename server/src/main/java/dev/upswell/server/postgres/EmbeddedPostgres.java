package dev.upswell.server.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL server of a data folder, run from the unpacked programs and reachable on loopback only.
///
/// The server belongs to the folder and not to a process: `pg_ctl` gives it a session of its own, so it outlives a killed
/// starter, and the next user finds it by `postmaster.pid` and goes on with it. All calls run under [FolderUsers]' guard.
public final class EmbeddedPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNFINISHED = "cluster.partial-";

    /// Key stretching protects passwords that people choose; on random ones of 192 bits it only costs start-up time.
    private static final String KEY_STRETCHING = "scram_iterations=1";

    /// A small server on one machine: durable (fsync stays on), without replication, without parallel workers.
    private static final List<String> OPTIONS = List.of("listen_addresses=127.0.0.1", "unix_socket_directories=",
            "max_connections=40", "shared_buffers=64MB", "work_mem=8MB", "maintenance_work_mem=64MB",
            "wal_level=minimal", "max_wal_senders=0", "max_logical_replication_workers=0", "max_wal_size=512MB",
            "io_method=sync", "jit=off",
            "max_parallel_workers_per_gather=0", "timezone=UTC", "log_timezone=UTC", "log_min_messages=warning",
            KEY_STRETCHING);

    private final Path folder;
    private final Path cluster;
    private final Path log;
    private final Path binaries;
    private final Path view;

    /// The server of this data folder, with its programs unpacked in `binaries`.
    public EmbeddedPostgres(Path dataFolder, Path binaries) {
        this.folder = realPath(dataFolder).resolve("postgres");
        this.cluster = folder.resolve("cluster");
        this.log = folder.resolveSibling("logs").resolve("postgres.log");
        this.binaries = binaries;
        this.view = folder.resolve("started-among");
    }

    /// The server's process, if it runs.
    public Optional<Postmaster> running() {
        return Postmaster.of(cluster).filter(Postmaster::isAlive);
    }

    /// The passwords of this folder's server.
    public Credentials credentials() {
        return Credentials.of(folder.resolve("passwords"));
    }

    /// Finds the running server, or starts it, and returns its JDBC address. Creates the cluster the first time.
    ///
    /// @param answers whether the server at a JDBC address takes connections; asked of one that we did not start
    /// @param alone whether nobody else uses the folder; others may have a server where its process cannot be seen from here
    public String start(Predicate<String> answers, boolean alone) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.getParent());
            if (!Files.exists(cluster)) {
                initialise();
            }
            return address(port(answers, alone));
        } catch (IOException e) {
            throw failure("did not start", e);
        }
    }

    /// Ends the server, after the last user has left.
    public void stop() {
        Optional<Postmaster> running = running();
        if (running.isEmpty()) {
            return;
        }
        try {
            run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-W");
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (running.get().isAlive() && System.nanoTime() < deadline) {
                Pause.of(Duration.ofMillis(5));
            }
        } catch (IOException e) {
            throw failure("did not stop", e);
        }
    }

    private void initialise() throws IOException {
        dropUnfinished();
        Path partial = folder.resolve(UNFINISHED + UUID.randomUUID());
        Path passwordFile = folder.resolve("initdb.password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, Credentials.PRIVATE);
        Files.writeString(passwordFile, credentials().ownerPassword());
        try {
            run("initdb", "-D", partial.toString(), "-U", Credentials.OWNER, "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile, "--locale=C", "--encoding=UTF8", "-c", KEY_STRETCHING);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(partial, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The initdb of a killed process may still be writing into its own folder; what cannot be deleted yet is left for later.
    private void dropUnfinished() throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path unfinished : left) {
                try {
                    FolderTree.delete(unfinished);
                } catch (IOException | UncheckedIOException stillInUse) {
                    // The next start of a new folder tries again; nobody reads it.
                    continue;
                }
            }
        }
    }

    /// A live server that is starting becomes ready and one that is stopping goes away; either takes a moment.
    private Optional<Postmaster> waitWhileChanging() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Postmaster> found = running();
            if (found.isEmpty() || found.get().ready()) {
                return found;
            }
            Pause.of(Duration.ofMillis(10));
        }
        throw failure("is neither ready nor gone after " + PATIENCE.toSeconds() + " s", null);
    }

    /// The port of the server, found or launched. A server that was killed a moment ago may still be listed as ready, so one
    /// that we did not start must answer before it counts.
    private int port(Predicate<String> answers, boolean alone) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Postmaster> found = waitWhileChanging();
            if (found.isEmpty()) {
                return launch(alone);
            }
            if (answers.test(address(found.get().port()))) {
                return found.get().port();
            }
            Pause.of(Duration.ofMillis(20));
        }
        throw failure("runs and does not answer", null);
    }

    private static String address(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable&gssEncMode=disable";
    }

    private int launch(boolean alone) throws IOException {
        if (!alone) {
            requireOwnView();
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (Postmaster.of(cluster).filter(Postmaster::isNumberTaken).isPresent()) {
                Files.delete(Postmaster.file(cluster));
            }
            Optional<Postmaster> started = attempt();
            if (started.isPresent()) {
                Files.writeString(view, processes());
                return started.get().port();
            }
            // The port was taken meanwhile, or processes of a killed server still hold its shared memory for a moment.
            Pause.of(Duration.ofMillis(200));
        }
        throw failure("did not start within " + PATIENCE.toSeconds() + " s", null);
    }

    /// A second server on the same files would destroy them. Where containers share a folder, PostgreSQL takes a server whose
    /// process number means nothing here for dead; so whoever started it says which processes it saw.
    private void requireOwnView() throws IOException {
        if (Files.exists(Postmaster.file(cluster)) && Files.exists(view)
                && !Files.readString(view).equals(processes())) {
            throw PostgresException.permanent("embedded PostgreSQL was started in another container", folder.toString(),
                    "Run all that use this data folder in one container, or end those in the other and try again.",
                    null);
        }
    }

    /// Names the set of processes that can be seen from here, where the system has several.
    private static String processes() throws IOException {
        Path namespace = Path.of("/proc/self/ns/pid");
        return Files.isSymbolicLink(namespace) ? Files.readSymbolicLink(namespace).toString() : "";
    }

    private Optional<Postmaster> attempt() throws IOException {
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("port=" + freePort());
        StringBuilder flags = new StringBuilder();
        options.forEach(option -> flags.append(" -c ").append(option));
        run("pg_ctl", "start", "-D", cluster.toString(), "-W", "-l", log.toString(), "-o", flags.toString());
        long patience = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (running().isEmpty() && System.nanoTime() < patience) {
            Pause.of(Duration.ofMillis(5));
        }
        return waitWhileChanging();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (runsAsRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody and still owns its files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(PostgresPrograms.unpacked(binaries).resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        process.getOutputStream().close();
        await(program, process);
    }

    private void await(String program, Process process) throws IOException {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end within " + PATIENCE.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
    }

    private boolean runsAsRoot() throws IOException {
        return Files.getAttribute(log.getParent(), "unix:uid").equals(0)
                && System.getProperty("user.name").equals("root");
    }

    private static Path realPath(Path dataFolder) {
        try {
            return Files.createDirectories(dataFolder).toRealPath();
        } catch (IOException e) {
            throw PostgresException.permanent("data folder cannot be used", dataFolder.toString(),
                    "Check that it can be created and written.", e);
        }
    }

    private PostgresException failure(String what, @Nullable Exception cause) {
        return PostgresException.permanent("embedded PostgreSQL " + what, folder.toString(), "See " + log
                + "; as root it needs the program unshare, or run Upswell as an ordinary user.", cause);
    }
}

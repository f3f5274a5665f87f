package dev.upswell.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL server process as its `postmaster.pid` tells of it.
///
/// @param cluster its data, as an absolute path without links
/// @param port on the loopback address
/// @param ready whether it said that it takes connections
public record Postmaster(Path cluster, long pid, int port, boolean ready) {

    /// What the file in this cluster folder says; empty when there is none or it is not fully written.
    static Optional<Postmaster> of(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
            return Optional.of(new Postmaster(cluster, Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()), ready));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw PostgresException.permanent("postmaster.pid cannot be read", cluster.toString(),
                    "Check the permissions of the data folder.", e);
        }
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /// Whether the process exists and serves this cluster: after a restart of the machine its number may be another
    /// program's, or another cluster's, and a killed process that nobody has buried yet has no program at all.
    public boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessHandle::info)
                .filter(info -> info.command().filter(command -> command.contains("postgres")).isPresent())
                .filter(info -> info.commandLine().map(line -> line.contains(cluster.toString())).orElse(true))
                .isPresent();
    }

    /// Whether a process of this number exists, whatever it is: PostgreSQL then refuses to start.
    boolean isNumberTaken() {
        return ProcessHandle.of(pid).isPresent();
    }
}

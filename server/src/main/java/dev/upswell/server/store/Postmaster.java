package dev.upswell.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL server process as its `postmaster.pid` tells of it.
///
/// @param port on the loopback address
/// @param ready whether it said that it takes connections
record Postmaster(long pid, int port, boolean ready) {

    /// What the file in this cluster folder says; empty when there is none or it is not fully written.
    static Optional<Postmaster> of(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
            return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()), ready));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StoreException.permanent("postmaster.pid cannot be read", cluster.toString(),
                    "Check the permissions of the data folder.", e);
        }
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /// Whether the process exists and is PostgreSQL: after a restart of the machine its number may be another program's,
    /// and a killed process that nobody has buried yet has no program at all.
    boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(process -> process.info().command())
                .filter(command -> command.contains("postgres")).isPresent();
    }
}

package dev.upswell.server.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A process's claim to files of the journal, which ends with the process: a lock on a file beside them.
///
/// A process that opens a lock file of its own again and closes it loses the lock (POSIX), so names of claims of this process are
/// known without looking.
final class JournalOwner implements AutoCloseable {

    private static final String SUFFIX = ".owner";
    private static final Set<String> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final String name;
    private final FileChannel lock;

    private JournalOwner(Path file, String name, FileChannel lock) {
        this.file = file;
        this.name = name;
        this.lock = lock;
    }

    /// A new claim in this folder.
    static JournalOwner claim(Path folder) throws IOException {
        String name = UUID.randomUUID().toString();
        Path file = folder.resolve(name + SUFFIX);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        OURS.add(name);
        return new JournalOwner(file, name, channel);
    }

    String name() {
        return name;
    }

    /// The claim of a process that is gone, taken over; empty while it is held.
    static Optional<JournalOwner> inherit(Path folder, String name) throws IOException {
        if (!OURS.add(name)) {
            return Optional.empty();
        }
        Path file = folder.resolve(name + SUFFIX);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            OURS.remove(name);
            return Optional.empty();
        }
        return Optional.of(new JournalOwner(file, name, channel));
    }

    /// Lets go without taking the file away, as a kill does.
    void abandon() throws IOException {
        lock.close();
        OURS.remove(name);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        abandon();
    }
}

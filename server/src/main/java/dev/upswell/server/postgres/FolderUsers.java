package dev.upswell.server.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// Who uses a data folder at the moment: one locked file for each user, in this process or another.
///
/// The operating system drops a lock with its process, so a killed user is told from a living one by trying its lock.
/// Coming and going happens under one guard lock, so "am I the last one" has an answer that stays true until it is let go.
///
/// A process must never open a file that it has locked itself: closing the second channel would drop the first one's lock
/// (POSIX). Hence a process-wide lock in front of the guard, and names that tell our own files from those of others.
public final class FolderUsers {

    private static final String THIS_PROCESS = UUID.randomUUID().toString();
    private static final ReentrantLock IN_PROCESS = new ReentrantLock();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SUFFIX = ".user";

    private final Path locks;

    /// The users of this data folder.
    public FolderUsers(Path dataFolder) {
        this.locks = dataFolder.resolve("locks");
    }

    /// Waits until nobody else is coming or going; close it to let the next one in.
    public Guard guard() {
        IN_PROCESS.lock();
        try {
            Files.createDirectories(locks);
            FileChannel channel = open(locks.resolve("guard"));
            lockPatiently(channel);
            return new Guard(channel);
        } catch (IOException e) {
            IN_PROCESS.unlock();
            throw failure(e);
        } catch (PostgresException e) {
            IN_PROCESS.unlock();
            throw e;
        }
    }

    /// Enters this user; call under the guard.
    public User enter() {
        Path file = locks.resolve(THIS_PROCESS + "_" + UUID.randomUUID() + SUFFIX);
        try {
            FileChannel channel = open(file);
            channel.lock();
            return new User(file, channel);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Whether there is no user; call under the guard. Files of dead users are removed.
    public boolean isEmpty() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(locks, "*" + SUFFIX)) {
            for (Path file : files) {
                if (isAlive(file)) {
                    return false;
                }
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static boolean isAlive(Path file) throws IOException {
        if (file.getFileName().toString().startsWith(THIS_PROCESS)) {
            return true;
        }
        try (FileChannel channel = open(file); FileLock lock = channel.tryLock()) {
            return lock == null;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void lockPatiently(FileChannel channel) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (channel.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                channel.close();
                throw PostgresException.retryable("another process has been starting or stopping the store for "
                        + PATIENCE.toSeconds() + " s", "data folder", "Wait for it, or end it, and try again.", null);
            }
            Pause.of(Duration.ofMillis(10));
        }
    }

    private PostgresException failure(IOException cause) {
        return PostgresException.permanent("data folder cannot be used", locks.toString(),
                "Check that the folder exists, can be written and lies on a disk that supports file locks.", cause);
    }

    /// The right to come or go.
    public record Guard(FileChannel channel) implements AutoCloseable {

        @Override
        public void close() {
            closeQuietly(channel);
            IN_PROCESS.unlock();
        }
    }

    /// One user of the folder.
    public record User(Path file, FileChannel channel) {

        /// Leaves the folder; call under the guard.
        public void leave() {
            closeQuietly(channel);
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // An unlocked file means a dead user: the next one removes it.
                return;
            }
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Closing a lock file writes nothing; the lock is gone either way.
            return;
        }
    }
}

package dev.upswell.server.session.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Folders for what Chromium writes while it runs: one for each process, which holds a lock beside it as long as it lives.
///
/// A process that is killed leaves its folder; the next one finds its lock free and deletes it. What lies there without a lock, as
/// earlier versions left it, goes when it is older than the process that looks.
final class Scratch {

    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
    private static final String LOCK = ".lock";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    /// Of this process, with the locks that keep them; never closed, for the driver keeps its folder to the end.
    private static final Map<Path, Own> OWN = new HashMap<>();

    private record Own(Path folder, FileLock lock) {
    }

    private Scratch() {
    }

    /// The folder of this process below `root`, made at the first call.
    static synchronized Path of(Path root) {
        Path place = root.toAbsolutePath().normalize();
        Own own = OWN.get(place);
        if (own == null) {
            own = made(place);
            OWN.put(place, own);
        }
        return own.folder();
    }

    private static Own made(Path root) {
        try {
            Files.createDirectories(root, OWNER_ALONE);
            String name = UUID.randomUUID().toString();
            // The lock first: a folder whose lock is free belongs to nobody.
            FileLock lock = FileChannel.open(root.resolve(name + LOCK), StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE).lock();
            return new Own(Files.createDirectory(root.resolve(name), OWNER_ALONE), lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes what dead processes left below `root`; returns how many entries went.
    ///
    /// @param began when this process began
    static int sweep(Path root, Instant began) {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        int gone = 0;
        try (Stream<Path> entries = Files.list(root)) {
            List<Path> all = entries.toList();
            for (Path entry : all) {
                if (entry.toString().endsWith(LOCK)) {
                    gone += sweepOwned(entry) ? 1 : 0;
                } else if (!all.contains(lockOf(entry)) && isOlder(entry, began)) {
                    delete(entry);
                    gone++;
                }
            }
        } catch (IOException e) {
            LOG.warn("what browsers left in {} was not swept whole", root, e);
        }
        return gone;
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static boolean isOlder(Path entry, Instant began) throws IOException {
        return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .lastModifiedTime().toInstant().isBefore(began);
    }

    /// Whether the owner was dead; then its folder and its lock are gone.
    private static boolean sweepOwned(Path lockFile) throws IOException {
        String name = lockFile.getFileName().toString();
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock free = tryLock(channel)) {
            if (free == null) {
                return false;
            }
            Path folder = lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
            if (Files.isDirectory(folder)) {
                delete(folder);
            }
            Files.deleteIfExists(lockFile);
            return true;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException own) {
            return null;
        }
    }

    /// Without following links, of which Chromium makes some.
    private static void delete(Path entry) throws IOException {
        Files.walkFileTree(entry, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

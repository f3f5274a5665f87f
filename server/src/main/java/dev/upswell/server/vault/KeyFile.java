package dev.upswell.server.vault;

import dev.upswell.server.postgres.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// Master keys in `vault/master.key` of the data folder, one a line, which only its owner can read.
///
/// It is read each time, so a rotation by another process is known at once.
final class KeyFile implements KeyPlace {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    /// A file lock holds between processes, and fails within one.
    private static final Lock IN_THIS_PROCESS = new ReentrantLock();

    private final Path folder;
    private final Path file;

    KeyFile(Path dataFolder) {
        this.folder = dataFolder.resolve("vault");
        this.file = folder.resolve("master.key");
    }

    @Override
    public List<String> remembered() {
        return read();
    }

    @Override
    public void forgetFormer() {
        change(keys -> List.of(keys.getLast()));
    }

    @Override
    public List<String> change(UnaryOperator<List<String>> change) {
        IN_THIS_PROCESS.lock();
        try {
            Files.createDirectories(folder, PRIVATE_FOLDER);
            try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
                List<String> before = read();
                List<String> after = change.apply(before);
                if (!after.equals(before)) {
                    DurableFile.write(file, String.join("\n", after) + "\n", PRIVATE);
                }
                return after;
            }
        } catch (IOException e) {
            throw VaultRefused.locked("the master key cannot be written to " + file,
                    "Let Upswell write there, or set vault.master-key.");
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    @Override
    public List<String> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            rights.removeAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            if (!rights.isEmpty()) {
                throw VaultRefused.locked("others may use the master key in " + file,
                        "Run \"chmod 600 " + file
                                + "\"; if somebody may have read it, run \"upswell keys rotate\" too.");
            }
            List<String> keys = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(String::strip)
                    .toList();
            if (keys.isEmpty()) {
                throw VaultRefused.locked("the master key's file " + file + " is empty",
                        "Restore it from where you keep it; without it the secrets have to be set again.");
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where it lies.
    @Override
    public String toString() {
        return file.toString();
    }
}

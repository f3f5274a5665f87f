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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// Where the master keys come from: the settings, or else a file that only its owner can read, made when it is first needed.
///
/// The file holds one key a line in Base64, the present one last. It is read each time, so a rotation by another process is
/// known at once.
public final class MasterKeys {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    /// A file lock holds between processes, and fails within one.
    private static final Lock IN_THIS_PROCESS = new ReentrantLock();

    private final Path folder;
    private final Path file;
    private final String given;
    private final List<String> former;

    /// @param dataFolder in which `vault/master.key` lies
    /// @param given Base64 of the present key; empty for that of the file
    /// @param former Base64 of keys that were given before
    public MasterKeys(Path dataFolder, String given, List<String> former) {
        this.folder = dataFolder.resolve("vault");
        this.file = folder.resolve("master.key");
        this.given = given;
        this.former = former.stream().filter(key -> !key.isBlank()).toList();
    }

    /// Whether the key is given by a setting.
    boolean areGiven() {
        return !given.isBlank();
    }

    /// The keys to seal and open with.
    ///
    /// **errors** [VaultRefused] when a key is damaged or the file can be read by others.
    KeyRing ring() {
        List<MasterKey> inFile = Files.exists(file) ? read() : List.of();
        if (areGiven()) {
            List<MasterKey> old = new ArrayList<>(inFile);
            former.forEach(text -> old.add(MasterKey.of(text, "vault.former-master-keys")));
            return new KeyRing(MasterKey.of(given, "vault.master-key"), old);
        }
        List<MasterKey> keys = inFile.isEmpty()
                ? changed(old -> old.isEmpty() ? List.of(MasterKey.random()) : old)
                : inFile;
        List<MasterKey> old = new ArrayList<>(keys.subList(0, keys.size() - 1));
        former.forEach(text -> old.add(MasterKey.of(text, "vault.former-master-keys")));
        return new KeyRing(keys.getLast(), old);
    }

    /// Adds a new key to the file, which seals from now on.
    void add() {
        changed(keys -> {
            List<MasterKey> more = new ArrayList<>(keys);
            more.add(MasterKey.random());
            return more;
        });
    }

    /// Leaves only the present key in the file.
    void forgetFormer() {
        changed(keys -> List.of(keys.getLast()));
    }

    private List<MasterKey> changed(UnaryOperator<List<MasterKey>> change) {
        IN_THIS_PROCESS.lock();
        try {
            Files.createDirectories(folder, PRIVATE_FOLDER);
            try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
                List<MasterKey> before = Files.exists(file) ? read() : List.of();
                List<MasterKey> after = change.apply(before);
                if (!after.equals(before)) {
                    StringBuilder text = new StringBuilder();
                    after.forEach(key -> text.append(key.written()).append('\n'));
                    DurableFile.write(file, text.toString(), PRIVATE);
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

    private List<MasterKey> read() {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            rights.removeAll(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            if (!rights.isEmpty()) {
                throw VaultRefused.locked("others may use the master key in " + file,
                        "Run \"chmod 600 " + file
                                + "\"; if somebody may have read it, run \"upswell keys rotate\" too.");
            }
            List<MasterKey> keys = Files.readAllLines(file).stream().filter(line -> !line.isBlank())
                    .map(line -> MasterKey.of(line, file.toString())).toList();
            if (keys.isEmpty()) {
                throw VaultRefused.locked("the master key's file " + file + " is empty",
                        "Restore it from where you keep it; without it the secrets have to be set again.");
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

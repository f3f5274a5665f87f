package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.ImportRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder in which uploaded files lie until they are imported.
///
/// Files are named by random tokens and known to this process only. What a killed process left is deleted at a later start,
/// once it is old enough that no other process can still need it.
final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int BLOCK = 1 << 16;
    private static final int LONGEST_NAME = 120;

    private final Path folder;
    private final IntakeLimits limits;
    private final InstantSource clock;
    private final Map<String, KeptFile> kept = new LinkedHashMap<>();

    Uploads(Path folder, IntakeLimits limits, InstantSource clock) {
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
    }

    /// Writes the file aside and remembers it under a new token.
    ///
    /// **errors** `ImportRefused` when it is too large; `IOException` when the sender breaks off or the disk is full. Nothing
    /// of the file is left then.
    KeptFile keep(String givenName, InputStream content) throws IOException {
        Files.createDirectories(folder);
        String token = UUID.randomUUID().toString();
        String name = shownName(givenName);
        Path path = folder.resolve(token);
        MessageDigest digest = sha256();
        try {
            long bytes = copy(name, content, path, digest);
            KeptFile file = new KeptFile(token, name, path, bytes, HexFormat.of().formatHex(digest.digest()),
                    clock.instant());
            remember(file);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private long copy(String name, InputStream content, Path path, MessageDigest digest) throws IOException {
        long bytes = 0;
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int read = content.read(block); read >= 0; read = content.read(block)) {
                bytes += read;
                if (bytes > limits.mostBytes()) {
                    throw new ImportRefused("The file " + name + " is larger than " + limits.mostBytes() + " bytes.",
                            "Split it, or import it from the disk: upswell import FILE");
                }
                digest.update(block, 0, read);
                out.write(block, 0, read);
            }
        }
        return bytes;
    }

    private synchronized void remember(KeptFile file) {
        Instant oldest = clock.instant().minus(limits.longestKept());
        kept.put(file.token(), file);
        var inOrder = kept.values().iterator();
        while (inOrder.hasNext()) {
            KeptFile each = inOrder.next();
            if (kept.size() > limits.mostKept() || each.since().isBefore(oldest)) {
                inOrder.remove();
                delete(each);
            }
        }
    }

    /// Takes the file out of what lies aside: the caller deletes it. Empty when there is none (any more).
    synchronized Optional<KeptFile> take(String token) {
        return Optional.ofNullable(kept.remove(token));
    }

    /// The file that lies aside under this token, which stays there.
    synchronized Optional<KeptFile> find(String token) {
        return Optional.ofNullable(kept.get(token));
    }

    /// Puts a taken file back.
    synchronized void putBack(KeptFile file) {
        kept.put(file.token(), file);
    }

    /// Forgets and deletes the file.
    void drop(KeptFile file) {
        take(file.token());
        delete(file);
    }

    private static void delete(KeptFile file) {
        delete(file.path());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("upload {} was not deleted; a later start tries again", file, e);
        }
    }

    /// Deletes what earlier processes left here long ago, and earlier versions in the folder above, which all tenants had in common.
    void sweep() {
        sweep(folder);
        Path common = folder.getParent();
        if (common != null) {
            sweep(common);
        }
    }

    private void sweep(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant oldest = clock.instant().minus(limits.longestKept());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.isRegularFile(file) && Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    delete(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("folder {} was not cleaned; the next start tries again", folder, e);
        }
    }

    /// The last part of the name, without characters that could confuse a reader.
    static String shownName(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "").strip();
        if (clean.isEmpty()) {
            return "upload";
        }
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 (missing) must be in every Java\nMaybe the runtime is cut down.",
                    e);
        }
    }
}

package dev.upswell.server.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of the embedded PostgreSQL, unpacked from the class path once and then used from disk.
final class PostgresPrograms {

    private static final String UNFINISHED = "partial-";

    private PostgresPrograms() {
    }

    /// The folder that holds `bin`, `lib` and `share`. **cost** a second the first time, then nothing.
    static Path unpacked(Path folder) {
        String archive = archiveName();
        URL resource = PostgresPrograms.class.getResource("/" + archive);
        if (resource == null) {
            throw PostgresException.permanent("no embedded PostgreSQL for this machine", archive,
                    "Give the address of a PostgreSQL server in the settings instead.", null);
        }
        try {
            Path target = folder.resolve(fingerprint(resource));
            if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                unpack(resource, folder, target);
            }
            return target;
        } catch (IOException e) {
            throw PostgresException.permanent("embedded PostgreSQL was not unpacked", folder.toString(),
                    "Check free disk space (60 MB) and the folder's permissions.", e);
        }
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + machine + ".txz";
    }

    /// A name that differs when the archive does, without reading it.
    private static String fingerprint(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return "postgres-" + Long.toHexString(jar.getJarEntry().getCrc());
        }
        return "postgres-" + connection.getContentLengthLong();
    }

    private static void unpack(URL resource, Path folder, Path target) throws IOException {
        Path partial = folder.resolve(UNFINISHED + UUID.randomUUID());
        Files.createDirectories(partial);
        try (InputStream bytes = new BufferedInputStream(resource.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, partial);
            }
        }
        DurableFile.forceAll(FolderTree.files(partial));
        sweep(folder, partial);
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            DurableFile.force(folder);
        } catch (FileSystemException e) {
            // Another process was first. What that is called depends on the system: "directory not empty" has no type of its
            // own where a whole folder is moved.
            if (!Files.isDirectory(target)) {
                throw e;
            }
            FolderTree.delete(partial);
        }
    }

    /// Removes what killed starts left unfinished. Another data folder's start may be unpacking right now, so only folders
    /// that are an hour older than our own go, by the clock of the disk.
    private static void sweep(Path folder, Path own) throws IOException {
        Instant old = Files.getLastModifiedTime(own).toInstant().minus(Duration.ofHours(1));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path unfinished : left) {
                if (Files.getLastModifiedTime(unfinished).toInstant().isBefore(old)) {
                    FolderTree.delete(unfinished);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("entry " + entry.getName() + " leaves the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}

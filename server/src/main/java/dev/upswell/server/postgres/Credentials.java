package dev.upswell.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// The random passwords of the embedded PostgreSQL, kept in a file that only its owner can read.
public record Credentials(String ownerPassword, String appPassword) {

    /// Role that owns the tables; in the embedded server also the one that created it.
    public static final String OWNER = "upswell_owner";

    /// Role that the application works as.
    public static final String APP = "upswell_app";

    /// Attribute of a file that only its owner can read.
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /// The passwords in this file, made and written when there is none.
    static Credentials of(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file, new Credentials(random(), random()));
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() != 2) {
                throw new IOException(lines.size() + " lines instead of 2");
            }
            return new Credentials(lines.get(0), lines.get(1));
        } catch (IOException e) {
            throw PostgresException.permanent("passwords of the embedded PostgreSQL cannot be read", file.toString(),
                    "Restore the file from a backup of the data folder.", e);
        }
    }

    private static void write(Path file, Credentials credentials) throws IOException {
        DurableFile.write(file, credentials.ownerPassword + "\n" + credentials.appPassword + "\n", PRIVATE);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[withheld]";
    }
}

package dev.upswell.server.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which code this is, as the build wrote it down: the release and, where the build knew it, the commit.
final class Version {

    /// The code's version, kept with every model; for example `0.1.0+cb1efeb`.
    static final String CODE = read();

    private Version() {
    }

    private static String read() {
        Properties built = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/upswell-version.properties")) {
            if (in == null) {
                throw new IllegalStateException(
                        "upswell-version.properties must be on the class path\nMaybe the build copied no resources.");
            }
            built.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String release = built.getProperty("release", "unknown");
        String commit = built.getProperty("commit", "");
        return commit.isBlank() || commit.startsWith("$") ? release : release + "+" + commit;
    }
}

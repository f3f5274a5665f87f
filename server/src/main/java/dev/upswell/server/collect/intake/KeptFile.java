package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.ImportSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// An uploaded file that lies aside.
///
/// @param token unguessable name under which it is asked for again
/// @param name what the sender calls it, without folders: only shown, never used as a path
/// @param path where it lies
/// @param bytes its size as it was sent
/// @param sha256 its content, 64 hexadecimal digits
record KeptFile(String token, String name, Path path, long bytes, String sha256, Instant since) {

    ImportSource source(IntakeLimits limits) {
        return new ImportSource(name, bytes, () -> Files.newInputStream(path), limits.mostUnpacked(bytes));
    }
}

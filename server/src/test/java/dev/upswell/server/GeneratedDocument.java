package dev.upswell.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page of `docs/` that the tests generate: it fails when stale, and is rewritten when run with `-Dupswell.regenerate=true`.
public record GeneratedDocument(Path path) {

    /// The page at this path below the root of the project.
    public static GeneratedDocument at(String relative) {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("ARCHITECTURE.md")) ? here : here.getParent();
        return new GeneratedDocument(root.resolve(relative));
    }

    /// Asserts that the page holds exactly this text.
    public void mustEqual(String expected) {
        try {
            if (Boolean.getBoolean("upswell.regenerate")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, expected);
            }
            assertThat(Files.exists(path) ? Files.readString(path) : "(missing)")
                    .as("%s is stale: run the tests once with -Dupswell.regenerate=true", path.getFileName())
                    .isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

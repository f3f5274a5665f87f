package dev.upswell.server.cli.recommend;

import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.taste.ProfileJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A profile in a file.
final class ProfileFile {

    private ProfileFile() {
    }

    /// What the file tells.
    ///
    /// **errors** [CommandFailed] where it cannot be read, or is no profile
    static ProfileJson.Told read(Path file) {
        try {
            String json = Files.readString(file);
            return CommandFailed.translated(() -> ProfileJson.read(json));
        } catch (IOException e) {
            throw CommandFailed.wrongUse("The file " + file + " cannot be read.",
                    "Check its name, that it may be read, and that it is text in UTF-8.");
        }
    }
}

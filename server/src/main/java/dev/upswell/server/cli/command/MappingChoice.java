package dev.upswell.server.cli.command;

import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.mapping.Confirmation;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.KeptMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What `--map` names: a kept mapping, or a file. A kept name goes before a file of that name; `./name` is always the file.
final class MappingChoice {

    private MappingChoice() {
    }

    /// The kept mapping of this name; empty when it names a file.
    ///
    /// **errors** `CommandFailed` when it is neither
    static Optional<KeptMapping> kept(String text, KeptMappings mappings) {
        if (!Confirmation.isName(text)) {
            return Optional.empty();
        }
        Optional<KeptMapping> kept = mappings.find(text);
        if (kept.isEmpty() && !Files.exists(Path.of(text))) {
            throw CommandFailed.wrongUse("no mapping is kept under the name " + text + ", and there is no such file",
                    "See which are kept with \"upswell mappings\", or give the path of a file.");
        }
        return kept;
    }

    /// The text of a mapping file.
    ///
    /// **errors** `CommandFailed` when it cannot be read
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailed.wrongUse("the mapping " + file + " cannot be read",
                    "Check the path: it is a text file.");
        }
    }
}

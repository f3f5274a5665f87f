package dev.upswell.server.cli.taste;

import dev.upswell.server.cli.CommandFailed;
import dev.upswell.taxonomy.SaidText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files that commands on taste read and write.
final class TextFile {

    private TextFile() {
    }

    /// The texts of a file, one a line; empty lines are none.
    static List<SaidText> lines(Path file) {
        return whole(file).lines().filter(line -> !line.isBlank()).map(line -> new SaidText(line, null)).toList();
    }

    static String whole(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailed.wrongUse("The file " + file + " cannot be read.",
                    "Check its name, that it may be read, and that it is text in UTF-8.");
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw CommandFailed.failed("The file " + file + " cannot be written.",
                    "Check that its folder exists and may be written to.");
        }
    }
}

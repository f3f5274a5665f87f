package dev.upswell.server.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;

/// Small files that are there whole or not at all, even after a power cut.
public final class DurableFile {

    private DurableFile() {
    }

    /// Writes the text under another name, forces it to disk and gives it its name, in place of an earlier file.
    ///
    /// The caller sees to it that nobody else writes the same file.
    public static void write(Path file, String text, FileAttribute<?>... attributes) throws IOException {
        Files.createDirectories(file.getParent());
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, attributes);
        Files.writeString(partial, text, StandardCharsets.UTF_8);
        force(partial);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        force(file.getParent());
    }

    /// Forces a file, or the names in a folder, to disk.
    public static void force(Path path) throws IOException {
        StandardOpenOption mode = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}

package dev.upswell.server.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Something to import: a name to report it by, and bytes that can be read more than once.
///
/// @param name how reports and the quarantine call it
/// @param size bytes as they lie on disk, for the progress; 0 when unknown
/// @param mostUnpacked how many bytes it may unpack to before it is refused
public record ImportSource(String name, long size, Opening opening, long mostUnpacked) {

    public ImportSource {
        if (mostUnpacked < 1) {
            throw new IllegalArgumentException(
                    "bound (" + mostUnpacked + ") must be at least 1\nMaybe leave it out for what is trusted.");
        }
    }

    /// A source that may unpack to any size, for files that their owner imports.
    public ImportSource(String name, long size, Opening opening) {
        this(name, size, opening, Long.MAX_VALUE);
    }

    /// The same with no more than this many bytes after unpacking.
    public ImportSource upTo(long bytes) {
        return new ImportSource(name, size, opening, Math.min(mostUnpacked, bytes));
    }

    /// Opens the bytes from the start.
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /// The file at this path.
    ///
    /// **errors** `ImportRefused` when there is none, or it is no regular file, or may not be read.
    public static ImportSource of(Path path) {
        if (Files.isDirectory(path)) {
            throw new ImportRefused(path + " is a directory.", "Name the files in it, for example " + path + "/*.gz");
        }
        if (!Files.exists(path)) {
            throw new ImportRefused("There is no file " + path + ".", "Check the path.");
        }
        if (!Files.isRegularFile(path)) {
            throw new ImportRefused(path + " is a pipe or a device, not a file.",
                    "Write its content to a file first, because an import reads it more than once.");
        }
        if (!Files.isReadable(path)) {
            throw new ImportRefused("The file " + path + " may not be read.", "Check its permissions.");
        }
        try {
            return new ImportSource(path.toString(), Files.size(path), () -> Files.newInputStream(path));
        } catch (IOException e) {
            throw ImportRefused.unreadable(path.toString(), e);
        }
    }
}

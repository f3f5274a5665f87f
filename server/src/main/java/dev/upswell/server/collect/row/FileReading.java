package dev.upswell.server.collect.row;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportSource;
import java.util.Optional;

/// Opens files of unknown format.
public interface FileReading {

    /// Recognises the format from the content, unless `format` states it, and opens the file at its first row.
    ///
    /// **errors** `ImportRefused` when the file is empty, binary, of an unknown format, or does not fit the stated one.
    OpenFile open(ImportSource source, Optional<FileFormat> format);
}

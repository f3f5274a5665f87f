package dev.upswell.server.collect.row;

import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.mapping.TableHead;

/// Opens files of unknown format.
public interface FileReading {

    /// Recognises the format from the content, unless the options state it or map the columns, and opens the file at its
    /// first row.
    ///
    /// **errors** `ImportRefused` when the file is empty, binary, of an unknown format, or does not fit the stated one;
    /// `MappingRefused` when the mapping names columns that the file does not have.
    OpenFile open(ImportSource source, ImportOptions options);

    /// The beginning of a CSV as a table, whatever its columns are.
    ///
    /// **errors** `ImportRefused` when the file is no CSV, or its header cannot be used.
    TableHead head(ImportSource source);
}

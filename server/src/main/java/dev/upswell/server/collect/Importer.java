package dev.upswell.server.collect;

import dev.upswell.server.mapping.TableHead;
import dev.upswell.server.store.TenantId;

/// Brings files into a tenant's lake.
public interface Importer {

    /// Imports a file whole, or goes on where an interrupted import of the same content stopped.
    ///
    /// Every row of the file counts exactly once: as stored when it said something new, as a duplicate, or in quarantine.
    /// What is stored is visible chunk by chunk. Importing the same content again stores nothing.
    ///
    /// **errors** `ImportRefused` when nothing of the file can be read, `StoreException` when the store fails; what was
    /// committed before stays, and the same call goes on from there; `MappingRefused` when a mapping does not fit the file.
    FileReport importFile(TenantId tenant, ImportSource source, ImportOptions options, ImportProgress progress);

    /// Reads the first rows as an import by this tenant would, without storing anything.
    ///
    /// **errors** `ImportRefused` and `MappingRefused` as for an import.
    ImportPreview preview(TenantId tenant, ImportSource source, ImportOptions options);

    /// The beginning of a CSV as a table, from which its columns are guessed.
    ///
    /// **errors** `ImportRefused` when the file is no CSV, or its header cannot be used.
    TableHead head(ImportSource source);
}

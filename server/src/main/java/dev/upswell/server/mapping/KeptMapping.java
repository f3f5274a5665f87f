package dev.upswell.server.mapping;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A mapping that somebody confirmed, as it is kept; no version of it is ever changed.
///
/// @param id its name and version
/// @param document the mapping as text
/// @param columns of the header it was confirmed for, in their order; empty when it is used by name alone
/// @param source under which the readings are kept
/// @param confirmed who confirmed it, when and why
/// @param removed whether its name was taken out of use
public record KeptMapping(MappingVersion id, String document, List<String> columns, String source,
        Confirmed confirmed, boolean removed) {

    public KeptMapping {
        columns = List.copyOf(columns);
    }

    /// Who confirmed it, when and why it may be used.
    public record Confirmed(String by, Instant at, String reason) {
    }

    /// What it says. Without a column of the time of observation, each file says that time.
    public ColumnMapping mapping() {
        return ColumnMapping.toKeep(id.called(), document);
    }

    /// Whether the name of a table speaks of another counter than the one that its cells would be read as: the header of a table
    /// with a column for each time names none.
    public boolean contradicts(TableHead table) {
        Cells cells = mapping().cells();
        String spoken = cells == null ? null : new WideGuess(table).counter();
        return cells != null && spoken != null && !spoken.equals(cells.counter());
    }

    /// What it says of a file with these columns, in the file's own spelling of their names.
    public ColumnMapping of(List<String> fileColumns) {
        ColumnMapping mapping = mapping();
        Set<String> names = new HashSet<>(mapping.columns());
        if (mapping.cells() != null) {
            names.addAll(mapping.cells().except());
        }
        var respelt = HeaderPrint.respelt(names, fileColumns);
        return respelt.isEmpty() ? mapping : mapping.renamed(name -> respelt.getOrDefault(name, name));
    }
}

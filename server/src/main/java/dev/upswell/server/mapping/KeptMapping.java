package dev.upswell.server.mapping;

import java.time.Instant;
import java.util.List;

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

    /// What it says of a file with these columns, in the file's own spelling of their names.
    public ColumnMapping of(List<String> fileColumns) {
        ColumnMapping mapping = mapping();
        var respelt = HeaderPrint.respelt(mapping.columns(), fileColumns);
        return respelt.isEmpty() ? mapping : mapping.renamed(name -> respelt.getOrDefault(name, name));
    }
}

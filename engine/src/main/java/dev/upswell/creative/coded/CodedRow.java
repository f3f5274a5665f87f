package dev.upswell.creative.coded;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One row of a table of codings.
///
/// @param video as it is written; may be no id
/// @param values by the name of the feature
/// @param open features of the table's columns whose cells are empty: they were not coded
/// @param faults cells that cannot be used; their features are neither among the values nor open
public record CodedRow(String video, Map<String, Double> values, Set<String> open, List<Fault> faults) {

    /// A cell that cannot be used.
    ///
    /// @param reason a predicate, for example `"many" is no number`
    public record Fault(String column, String reason) {
    }

    public CodedRow {
        values = Map.copyOf(values);
        open = Set.copyOf(open);
        faults = List.copyOf(faults);
    }
}

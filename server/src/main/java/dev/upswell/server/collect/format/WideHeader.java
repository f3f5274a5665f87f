package dev.upswell.server.collect.format;

import dev.upswell.server.collect.mapper.MappedRows;
import dev.upswell.server.mapping.Cells;
import dev.upswell.server.mapping.ColumnMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Looks whether the columns of a wide table can be read as a mapping says: each as one time, or as one name.
final class WideHeader {

    private static final int SHOWN = 5;
    private static final String MEND = "; rename them, or name them under except";

    private WideHeader() {
    }

    /// What is in the way, for people; empty when nothing is.
    static List<String> problems(ColumnMapping mapping, List<String> columns) {
        Cells cells = mapping.cells();
        if (cells == null) {
            return List.of();
        }
        List<String> across = cells.columns(columns, mapping.columns());
        List<String> problems = new ArrayList<>();
        if (across.isEmpty()) {
            problems.add("none of its columns holds cells: " + switch (cells.across()) {
                case TIMES -> "no name is a time such as 2025-12-31";
                case NAMES -> "all are read as something else";
            } + "; it has " + ContentDetection.shortened(columns));
        }
        List<String> unread = new ArrayList<>();
        Map<Object, List<String>> meaning = new HashMap<>();
        for (String column : across) {
            meaning(mapping, cells, column).ifPresentOrElse(
                    what -> meaning.computeIfAbsent(what, _ -> new ArrayList<>()).add(column),
                    () -> unread.add(column));
        }
        if (!unread.isEmpty()) {
            problems.add(shown(unread) + switch (cells.across()) {
                case TIMES -> " cannot be read as times of the format " + cells.format().label()
                        + "; choose another format";
                case NAMES -> " cannot be names or ids of what the cells are about";
            } + MEND);
        }
        meaning.values().stream().filter(same -> same.size() > 1).limit(SHOWN)
                .forEach(same -> problems.add(String.join(" and ", same) + " are the same "
                        + (cells.across() == Cells.Across.TIMES ? "time" : "name") + MEND));
        return problems;
    }

    private static Optional<Object> meaning(ColumnMapping mapping, Cells cells, String column) {
        return switch (cells.across()) {
            case TIMES -> cells.at(column).map(at -> at);
            case NAMES -> mapping.kind() instanceof ColumnMapping.Kind.Fixed fixed
                    ? Optional.ofNullable(MappedRows.named(fixed.kind(), column))
                    : Optional.empty();
        };
    }

    private static String shown(List<String> columns) {
        return (columns.size() == 1 ? "the column " : "the columns ")
                + columns.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (columns.size() > SHOWN ? " and " + (columns.size() - SHOWN) + " more" : "");
    }
}

package dev.upswell.creative.coded;

import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.coded.CodedColumn.Unusable;
import dev.upswell.creative.coded.CodedColumn.Values;
import dev.upswell.creative.coded.CodedRow.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A table in which people wrote down what they saw in videos: a row for each video, and columns named after features.
///
/// A cell that cannot be used is a fault of its own, and the rest of its row counts. Of features that exclude each other (the values of a
/// field) a row may have one.
public final class CodedTable {

    /// Names under which the id of the video stands, the first that a table has.
    private static final List<String> IDS = List.of("video_id", "videoId", "id");
    /// What is written where nothing was coded.
    private static final Set<String> EMPTY = Set.of("", "n/a", "na", "nan", "null", "none", "-");

    private final int id;
    private final Map<Integer, CodedColumn> coded = new LinkedHashMap<>();
    private final List<String> header;
    private final List<String> unread = new ArrayList<>();

    private CodedTable(List<String> header, int id) {
        this.header = header;
        this.id = id;
        for (int at = 0; at < header.size(); at++) {
            if (at != id) {
                CodedColumn column = CodedColumn.find(header.get(at)).orElse(null);
                if (column == null) {
                    unread.add(header.get(at));
                } else {
                    coded.put(at, column);
                }
            }
        }
    }

    /// The table with this header; empty where no column tells the video.
    public static Optional<CodedTable> of(List<String> header) {
        List<String> names = header.stream().map(String::strip).toList();
        return IDS.stream().map(names::indexOf).filter(at -> at >= 0).findFirst().map(at -> new CodedTable(names, at));
    }

    /// Why the table cannot be read, as predicates; none where it can.
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (coded.isEmpty()) {
            problems.add("has no column that is named after a feature");
        }
        Set<String> names = new HashSet<>();
        header.stream().filter(name -> !names.add(name) && !unread.contains(name)).distinct()
                .forEach(name -> problems.add("has the column " + name + " twice"));
        return List.copyOf(problems);
    }

    /// Columns that are none of codings, in their order: counts of viewers among them.
    public List<String> unread() {
        return List.copyOf(unread);
    }

    /// How many columns it has.
    public int columns() {
        return header.size();
    }

    /// A row of as many cells as the table has columns.
    public CodedRow read(List<String> cells) {
        if (cells.size() != columns()) {
            throw new IllegalArgumentException(
                    "row (" + cells.size() + " cells) must have " + columns()
                            + "\nMaybe a separator stands in a text.");
        }
        return new Reading().of(cells);
    }

    private final class Reading {

        private final Map<String, Double> values = new TreeMap<>();
        private final Map<String, String> tellers = new TreeMap<>();
        private final Set<String> open = new HashSet<>();
        private final Set<String> faulty = new HashSet<>();
        private final List<Fault> faults = new ArrayList<>();

        CodedRow of(List<String> cells) {
            coded.forEach((at, column) -> cell(header.get(at), column, cells.get(at).strip()));
            FeatureDictionary.STANDARD.fields().forEach((field, choices) -> {
                List<String> held = choices.stream().map(choice -> choice.name())
                        .filter(name -> Double.valueOf(1).equals(values.get(name))).toList();
                if (held.size() > 1) {
                    fault(String.valueOf(tellers.get(held.getFirst())),
                            "cannot be 1 together with " + tellers.get(held.get(1)),
                            choices.stream().map(choice -> choice.name()).toList());
                }
            });
            values.keySet().removeAll(faulty);
            open.removeAll(values.keySet());
            open.removeAll(faulty);
            return new CodedRow(cells.get(id).strip(), values, open, faults);
        }

        private void cell(String name, CodedColumn column, String cell) {
            if (EMPTY.contains(cell.toLowerCase(Locale.ROOT)) && !isValue(column, cell)) {
                open.addAll(column.features());
                return;
            }
            switch (column.read(cell)) {
                case Unusable(String reason) -> fault(name, reason, column.features());
                case Values(Map<String, Double> said) -> said.forEach((feature, value) -> {
                    Double before = values.putIfAbsent(feature, value);
                    if (before == null) {
                        tellers.put(feature, name);
                    } else if (!before.equals(value)) {
                        fault(name, "contradicts " + tellers.get(feature), List.of(feature));
                    }
                });
            }
        }

        /// `none` is a value of some fields.
        private boolean isValue(CodedColumn column, String cell) {
            return column instanceof CodedColumn.Field field && field.read(cell) instanceof Values;
        }

        private void fault(String column, String reason, List<String> features) {
            faults.add(new Fault(column, reason));
            faulty.addAll(features);
        }
    }
}

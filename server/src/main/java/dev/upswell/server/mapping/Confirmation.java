package dev.upswell.server.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What somebody confirms: that a mapping is to be kept under a name.
///
/// @param columns of the header it is for; empty to keep it for the header of the version before, or for use by name alone
/// @param reason why its source may be kept; empty where the terms speak of the source already
/// @param by who confirms it
public record Confirmation(String name, ColumnMapping mapping, List<String> columns, String reason, String by) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final String GUESS = "guess";
    private static final int LONGEST_DOCUMENT = 65_536;

    public Confirmation {
        columns = List.copyOf(columns);
    }

    /// Whether this can be the name of a mapping; no file with an ending or in another folder looks like one.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.equals(GUESS);
    }

    /// The same for this header.
    Confirmation withColumns(List<String> header) {
        return new Confirmation(name, mapping, header, reason, by);
    }

    /// Makes sure that it can be kept.
    ///
    /// **errors** [MappingRefused] with all that is in the way
    void requireSound() {
        List<String> problems = new ArrayList<>();
        if (!isName(name)) {
            problems.add("\"" + name + "\" cannot be its name; write lower-case letters, digits, - and _, but not "
                    + GUESS);
        }
        if (mapping.observedAt() instanceof ColumnMapping.Time.Constant) {
            problems.add(MappingFile.ONE_MOMENT);
        }
        if (mapping.document().length() > LONGEST_DOCUMENT) {
            problems.add("written out it has more than " + LONGEST_DOCUMENT + " characters");
        }
        List<String> missing = columns.isEmpty() ? List.of() : missing(columns);
        if (!missing.isEmpty()) {
            problems.add("the header has no column " + String.join(", ", missing));
        }
        if (!problems.isEmpty()) {
            throw new MappingRefused("The mapping cannot be kept:", problems);
        }
    }

    /// Columns of the mapping that a header has not.
    List<String> missing(List<String> header) {
        var respelt = HeaderPrint.respelt(mapping.columns(), header);
        return mapping.columns().stream().filter(column -> !header.contains(column) && !respelt.containsKey(column))
                .toList();
    }
}

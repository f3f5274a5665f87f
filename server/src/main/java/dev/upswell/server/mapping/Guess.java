package dev.upswell.server.mapping;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.MappingDraft.Wide;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a table of unknown columns seems to say.
///
/// @param file its name
/// @param kind what its rows seem to be about; `null` when that cannot be told, or a column says it
/// @param columns what each column seems to say, in the order of the table
/// @param observed how times of observation seem to be written
/// @param posted how times of posting seem to be written
/// @param remarks what is uncertain about the whole, for people
/// @param wide what the columns of cells seem to say; `null` where each row seems to be one reading
public record Guess(String file, @Nullable EntityKind kind, List<Column> columns, MappingDraft.Written observed,
        MappingDraft.Written posted, List<String> remarks, @Nullable Wide wide) {

    private static final int SHOWN = 60;
    private static final int CELLS_LISTED = 3;

    public Guess {
        columns = List.copyOf(columns);
        remarks = List.copyOf(remarks);
    }

    /// What a column seems to say.
    ///
    /// @param confidence how sure the guess is, 0 to 1; it is no probability that was measured
    /// @param why what speaks for it, for people
    /// @param samples some of its values
    public record Column(String name, ColumnRole role, double confidence, String why, List<String> samples) {

        public Column {
            samples = samples.stream()
                    .map(sample -> sample.length() <= SHOWN ? sample : sample.substring(0, SHOWN) + "…")
                    .toList();
        }
    }

    /// What this table seems to say.
    public static Guess of(TableHead head) {
        return new WideGuess(head).guess();
    }

    /// The guess as a draft.
    ///
    /// @param source under which the readings are to be kept; `null` while nobody says it
    public MappingDraft draft(@Nullable String source) {
        return new MappingDraft(kind,
                columns.stream().map(column -> new MappingDraft.Column(column.name(), column.role())).toList(), source,
                observed, posted, wide);
    }

    /// The table as a sentence, where its cells seem to be readings: `312 columns are days from … to …`; empty otherwise.
    Optional<String> sentence() {
        List<String> cells = columns.stream().filter(column -> column.role() == ColumnRole.CELLS).map(Column::name)
                .toList();
        if (wide == null || cells.isEmpty()) {
            return Optional.empty();
        }
        String subject = kind == null ? "entity" : kind.label();
        String what = "; each cell is the number of " + (wide.counter() == null ? "(which counter?)" : wide.counter())
                + " of the ";
        return Optional.of(wide.across() == Cells.Across.TIMES
                ? cells.size() + " columns are times from " + cells.getFirst() + " to " + cells.getLast() + what
                        + "row's " + subject
                : cells.size() + " columns are " + subject + "s, from " + cells.getFirst() + " to " + cells.getLast()
                        + what + "column's " + subject + " at the row's time");
    }

    /// The guess as the text of a mapping, with what is missing and why each column is taken so as comments.
    ///
    /// @param observedAt when all rows were observed, if no column says it; `null` when nobody says it
    public String document(@Nullable String source, @Nullable Instant observedAt) {
        MappingDraft draft = draft(source);
        List<String> lines = new ArrayList<>();
        lines.add("# A guess for " + oneLine(file)
                + ". Check it, mend it, and import by it: upswell import --map THIS FILE");
        try {
            draft.mapping("guessed", observedAt);
        } catch (MappingRefused e) {
            e.problems().forEach(problem -> lines.add("# missing: " + oneLine(problem)));
        }
        sentence().ifPresent(sentence -> lines.add("# " + oneLine(sentence)));
        remarks.forEach(remark -> lines.add("# " + oneLine(remark)));
        lines.addAll(draft.lines());
        boolean told = wide != null && wide.across() == Cells.Across.TIMES;
        if (observedAt != null && !told && columns.stream().noneMatch(column -> column.role() == ColumnRole.OBSERVED)) {
            lines.add("observed-at: {constant: " + observedAt + "}");
        }
        int cells = 0;
        for (Column column : columns) {
            if (column.role() == ColumnRole.CELLS && cells++ >= CELLS_LISTED) {
                continue;
            }
            lines.add(String
                    .format(Locale.ROOT, "# %s: %s, %.0f %% sure: %s", oneLine(column.name()), column.role().label(),
                            column.confidence() * 100, oneLine(column.why()))
                    .strip());
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String oneLine(String text) {
        String bare = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+", " ").strip();
        return bare.length() <= 200 ? bare : bare.substring(0, 200) + "…";
    }
}

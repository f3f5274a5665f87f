package dev.upswell.server.mapping;

import dev.upswell.content.EntityKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
public record Guess(String file, @Nullable EntityKind kind, List<Column> columns, MappingDraft.Written observed,
        MappingDraft.Written posted, List<String> remarks) {

    private static final int SHOWN = 60;

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
        return new Guesser(head).guess();
    }

    /// The guess as a draft.
    ///
    /// @param source under which the readings are to be kept; `null` while nobody says it
    public MappingDraft draft(@Nullable String source) {
        return new MappingDraft(kind,
                columns.stream().map(column -> new MappingDraft.Column(column.name(), column.role())).toList(), source,
                observed, posted);
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
        remarks.forEach(remark -> lines.add("# " + oneLine(remark)));
        lines.addAll(draft.lines());
        if (observedAt != null && columns.stream().noneMatch(column -> column.role() == ColumnRole.OBSERVED)) {
            lines.add("observed-at: {constant: " + observedAt + "}");
        }
        for (Column column : columns) {
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

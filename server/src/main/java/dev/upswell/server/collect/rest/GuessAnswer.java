package dev.upswell.server.collect.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.mapping.Cells;
import dev.upswell.server.mapping.ColumnMapping.TimeFormat;
import dev.upswell.server.mapping.ColumnRole;
import dev.upswell.server.mapping.Guess;
import dev.upswell.server.mapping.MappingDraft;
import dev.upswell.server.mapping.MappingVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the columns of a file seem to say, as programs read it.
@Schema(name = "MappingGuess", description = "What the columns of a CSV seem to say, and what would become of its first rows")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GuessAnswer(String file,
        @Schema(description = "hashtag, sound, video or creator; absent when it cannot be told or a column says it") @Nullable String kind,
        List<Column> columns,
        @Schema(description = "What the columns of the role cells seem to say; absent where each row seems to be one reading") @Nullable Wide wide,
        @Schema(description = "What is uncertain about the whole") List<String> remarks,
        @Schema(description = "The guess as the YAML of a mapping, to mend and send back; what is missing is left out") String document,
        @Schema(description = "What is missing or contradicts itself before it can be imported") List<String> problems,
        @Schema(description = "What would be stored of the first rows; absent while other things than the source are missing") @Nullable PreviewAnswer preview,
        @Schema(description = "The first rows that would be quarantined") List<RefusedRow> refused,
        @Schema(description = "The kept mapping that reads files of this header; absent when none does") @Nullable Kept kept) {

    /// A column and what it seems to say.
    @Schema(name = "GuessedColumn")
    record Column(String name, @Schema(description = "ignore when it says nothing that is read") String role,
            @Schema(description = "How sure the guess is, 0 to 1; no probability that was measured") double confidence,
            String why, @Schema(description = "Some of its values") List<String> samples) {

        static Column of(Guess.Column column) {
            return new Column(column.name(), column.role().label(), column.confidence(), column.why(),
                    column.samples());
        }
    }

    /// What the columns of cells seem to say.
    @Schema(name = "WideTable", description = "A table of which every cell is a reading")
    record Wide(
            @Schema(description = "times or names: what the names of the columns are") String columns,
            @Schema(description = "How many columns are cells") int count, String first, String last,
            @Schema(description = "Which counter every cell is; absent when it cannot be told") @Nullable String counter,
            @Schema(description = "How times are written in the names; absent when day and month cannot be told apart, or the columns are names") @Nullable String format,
            @Schema(description = "running, or period where the numbers rise and fall") String totals) {

        static @Nullable Wide of(Guess guess) {
            MappingDraft.Wide wide = guess.wide();
            List<String> cells = guess.columns().stream().filter(column -> column.role() == ColumnRole.CELLS)
                    .map(Guess.Column::name).toList();
            if (wide == null || cells.isEmpty()) {
                return null;
            }
            TimeFormat written = wide.across() == Cells.Across.TIMES ? wide.format() : null;
            String format = written == null ? null : written.label();
            return new Wide(wide.across().label(), cells.size(), cells.getFirst(), cells.getLast(), wide.counter(),
                    format, wide.totals().label());
        }
    }

    /// A row that would be quarantined.
    @Schema(name = "RefusedRow")
    record RefusedRow(long line, String reason, String detail) {
    }

    /// Name and version of a kept mapping.
    @Schema(name = "MappingVersion", description = "A kept mapping in one of its versions")
    record Kept(String name, int version) {

        static @Nullable Kept of(@Nullable MappingVersion id) {
            return id == null ? null : new Kept(id.name(), id.version());
        }
    }
}

package dev.upswell.server.collect.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.mapping.Guess;
import dev.upswell.server.mapping.MappingVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the columns of a file seem to say, as programs read it.
@Schema(name = "MappingGuess", description = "What the columns of a CSV seem to say, and what would become of its first rows")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GuessAnswer(String file,
        @Schema(description = "hashtag, sound, video or creator; absent when it cannot be told or a column says it") @Nullable String kind,
        List<Column> columns, @Schema(description = "What is uncertain about the whole") List<String> remarks,
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

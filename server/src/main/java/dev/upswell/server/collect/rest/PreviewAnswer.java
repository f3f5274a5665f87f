package dev.upswell.server.collect.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.collect.intake.Intake;
import dev.upswell.server.collect.intake.PreviewTable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an import of a file would do, as programs read it.
@Schema(name = "ImportPreview", description = "What a file seems to be, told from its first rows")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewAnswer(String file, long bytes, String format,
        @Schema(description = "Columns or fields, each with its meaning; without one it is left out") List<Field> fields,
        @Schema(description = "What would be stored of the first rows, in the order of the fields") List<List<String>> rows,
        @Nullable Instant from, @Nullable Instant to, int rowsLooked,
        @Schema(description = "How many of them would be quarantined") int rowsRefused,
        @Schema(description = "Whether counts are lost unless observedAt is given") boolean needsObservedAt,
        List<String> remarks,
        @Schema(description = "The kept mapping that reads it; absent for known formats and mappings that are not kept") GuessAnswer.@Nullable Kept mapping) {

    /// A column or field, and what it is taken as.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(String name, @Nullable String target) {
    }

    static PreviewAnswer of(Intake.Looked looked) {
        PreviewTable table = PreviewTable.of(looked.preview());
        return new PreviewAnswer(looked.name(), looked.bytes(), looked.preview().format().label(),
                table.fields().stream().map(field -> new Field(field.name(), field.target())).toList(), table.rows(),
                table.from(), table.to(), table.looked(), table.refused(), table.needsObservedAt(),
                looked.preview().remarks(),
                GuessAnswer.Kept.of(looked.preview().kept() == null ? null : looked.preview().kept().id()));
    }
}

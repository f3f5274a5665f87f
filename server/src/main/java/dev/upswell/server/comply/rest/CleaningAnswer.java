package dev.upswell.server.comply.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.comply.Cleaning.Run;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The last run of cleaning as programs read it.
@Schema(name = "Cleaning", description = "What the last run took out of stored texts")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CleaningAnswer(@Schema(description = "Absent before the first run") @Nullable Instant begunAt,
        @Schema(description = "Absent while it goes on, and when it was cut off") @Nullable Instant endedAt,
        @Schema(description = "Files of the lake that were written anew") long files,
        @Schema(description = "Rows and names in which something was found") long rows, long emails, long phones,
        @Schema(description = "Datasets that were left for the next run") long skipped) {

    static CleaningAnswer of(Optional<Run> last) {
        return last.map(run -> new CleaningAnswer(run.begunAt(), run.endedAt(), run.files(), run.rows(), run.emails(),
                run.phones(), run.skipped())).orElseGet(() -> new CleaningAnswer(null, null, 0, 0, 0, 0, 0));
    }
}

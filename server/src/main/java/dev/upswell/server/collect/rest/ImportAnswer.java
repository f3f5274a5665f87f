package dev.upswell.server.collect.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.collect.intake.ImportRecord;
import dev.upswell.server.collect.intake.ImportState;
import dev.upswell.server.web.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An import as programs read it. What is absent is left out.
@Schema(name = "Import", description = "One file on its way in, or taken in")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportAnswer(UUID id, @Schema(description = "Name of the file without folders") String file,
        @Schema(description = "Absent while it is not known") @Nullable String format,
        @Schema(description = "How far it is, or how it ended", allowableValues = {
                "waiting", "running", "interrupted",
                "done", "broken-off", "failed"}) String state,
        @Schema(description = "Share of the bytes read, 0 to 1, while it runs") @Nullable Double share,
        @Schema(description = "Why it ended early, for people") @Nullable String message,
        @Schema(description = "Equals stored + duplicate + quarantined") long rowsRead, long stored, long duplicate,
        long quarantined, @Schema(description = "Rows by reason") Map<String, Long> quarantinedByReason,
        @Schema(description = "Readings stored") long observations,
        @Schema(description = "Distinct entities by kind") Map<String, Long> entities,
        @Schema(description = "Earliest reading") @Nullable Instant from,
        @Schema(description = "Latest reading") @Nullable Instant to,
        @Schema(description = "What was left out, derived or noticed") List<String> notes, Instant startedAt,
        @Nullable Instant finishedAt,
        @Schema(description = "The kept mapping that reads it; absent for known formats and mappings that are not kept") GuessAnswer.@Nullable Kept mapping){

    static ImportAnswer of(ImportRecord record, Words words) {
        ImportRecord.Rows rows = record.rows();
        ImportRecord.Found found = record.found();
        ImportState state = record.state();
        return new ImportAnswer(record.id(), record.file(), record.format(), state.label(),
                state instanceof ImportState.Running running ? running.share() : null,
                state.problem().map(words::say).orElse(null), rows.read(),
                rows.stored(), rows.duplicate(), rows.quarantined().values().stream().mapToLong(Long::longValue).sum(),
                rows.quarantined(), found.observations(), found.entities(), found.from(), found.to(), found.notes(),
                record.startedAt(), record.finishedAt(), GuessAnswer.Kept.of(record.mapping()));
    }
}

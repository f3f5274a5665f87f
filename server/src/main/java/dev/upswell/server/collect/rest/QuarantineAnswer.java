package dev.upswell.server.collect.rest;

import dev.upswell.server.collect.intake.SetAsideRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/// A quarantined row as programs read it.
@Schema(name = "QuarantinedRow", description = "A row that was not taken in")
record QuarantineAnswer(String file, @Schema(description = "Number of the row, from 1, without the header") long row,
        @Schema(description = "Line on which the row begins, from 1") long line, String reason,
        @Schema(description = "What is wrong, with the row's own values") String detail,
        @Schema(description = "The beginning of the row") String excerpt, Instant foundAt) {

    static QuarantineAnswer of(SetAsideRow row) {
        return new QuarantineAnswer(row.file(), row.position().row(), row.position().line(), row.reason(), row.detail(),
                row.excerpt(), row.at());
    }
}

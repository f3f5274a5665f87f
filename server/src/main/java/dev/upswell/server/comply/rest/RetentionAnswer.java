package dev.upswell.server.comply.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.comply.RetentionReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How something that is kept for a time stands, as programs read it.
@Schema(name = "RetentionItem", description = "A table or a dataset of the lake, how long it is kept, and what is due")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RetentionAnswer(@Schema(description = "raw, aggregates, predictions, logs or readings") String kind, String name,
        @Schema(description = "Days from its storing; absent when it is kept") @Nullable Integer days,
        @Schema(description = "Rows that are due") long due,
        @Schema(description = "Files of the lake with such rows") long files,
        @Schema(description = "When the oldest of the others was stored; absent when there is none") @Nullable Instant oldest,
        @Schema(description = "When the oldest of the others is due") @Nullable Instant next) {

    static RetentionAnswer of(RetentionReport.Item item) {
        return new RetentionAnswer(item.kind().label(), item.name(), item.days(), item.rows(), item.files(),
                item.oldest(), item.next());
    }
}

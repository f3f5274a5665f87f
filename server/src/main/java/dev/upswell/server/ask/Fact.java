package dev.upswell.server.ask;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A number that an answer rests on.
///
/// @param page where it can be looked up; null where no page shows it
@Schema(name = "AnswerFact")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fact(@Schema(description = "f1, f2 and so on") String id, @Schema(description = "What it is about, as people call it") String entity,
        @Schema(description = "What was measured, such as views") String measure, double value,
        @Schema(description = "count, ratio (0.034 is 3.4 %), change, score, points, hours, per_minute or rank") Unit unit,
        @Schema(description = "As of when it holds") Instant at, @Schema(description = "The span or list that it belongs to") @Nullable String of,
        @Nullable String page) {

    /// In what a number is counted.
    public enum Unit {
        COUNT,
        /// A share of 1.
        RATIO,
        /// A relative change of 1, above or below 0.
        CHANGE,
        /// 0 to 1.
        SCORE,
        /// 0 to 100.
        POINTS,
        HOURS,
        PER_MINUTE,
        RANK
    }
}

package dev.upswell.server.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A judged day of a model as programs read it, on the command line and over REST alike. What is absent is left out.
@Schema(name = "DailyEvaluation", description = "How the predictions of one model for the cuts of one day did")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationDocument(@Schema(description = "hashtag, sound, video or creator") String kind,
        int horizonHours, @Schema(description = "UTC day of the cuts") LocalDate day,
        @Schema(description = "Id of the model") UUID model, @Schema(description = "Family of the model") String family,
        @Schema(description = "Whether its predictions were those that people saw") boolean serving,
        int cuts, @Schema(description = "Predictions with a known outcome") int pairs,
        @Schema(description = "Calls, the likeliest, lead, ranges, and the two weeks that end with the day") DayFigures figures,
        Instant computedAt) {

    /// The document of this day.
    public static EvaluationDocument of(DailyEvaluation day) {
        return new EvaluationDocument(day.task().kind().label(), day.task().horizonHours(), day.day(),
                day.model(), day.family(), day.serving(), day.cuts(), day.pairs(), day.figures(), day.computedAt());
    }
}

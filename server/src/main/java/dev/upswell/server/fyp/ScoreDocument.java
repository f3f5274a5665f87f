package dev.upswell.server.fyp;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A score as programs read it. What is not known is left out.
@Schema(name = "VideoScore")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScoreDocument(String video, @Nullable String creator, @Nullable String caption,
        @Schema(description = "15m, 1h or 24h") String mark, Instant asOf, Instant postedAt,
        @Schema(description = "0 to 100, in the form asked for; left out when nothing can be compared") @Nullable Double score,
        @Schema(description = "strong from 70, average from 50, weak; by the usual form") @Nullable String status,
        @Schema(description = "Share of the weight that is known, 0 to 1") double coverage,
        @Schema(description = "V15 in the upper fifth, or completion and engagement both in the upper three tenths") boolean event,
        @Schema(description = "What is alarmingly low at 15 minutes") List<String> alarms, List<Part> parts,
        @Schema(description = "Measures with a weight that are not known or cannot be compared") List<String> missing,
        @Schema(description = "The same video with everything its owner was told since; left out before it is a day old") @Nullable Settled settled) {

    /// A score that takes late figures in.
    @Schema(name = "SettledVideoScore")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Settled(
            @Schema(description = "0 to 100, in the form asked for; left out when nothing can be compared") @Nullable Double score,
            @Nullable String status, double coverage,
            @Schema(description = "When its owner was told something last, after its day; left out when nothing was") @Nullable Instant toldAt) {

        /// The document of a settled score.
        public static Settled of(SettledScore settled, boolean literal) {
            FypScore score = settled.score();
            return new Settled(number(literal ? score.literal() : score.fyp()), word(score.status()), score.coverage(),
                    settled.toldAt());
        }
    }

    /// A measure.
    @Schema(name = "VideoScorePart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(String metric,
            @Schema(description = "Views per minute, a fraction, or for timing a score") double value,
            @Schema(description = "Share of the brand's videos below it, 0 to 100; left out among fewer than five") @Nullable Double place,
            double weight) {
    }

    /// The document of a score.
    ///
    /// @param literal whether the score is wanted in the source's own form, with 50 minus the places of losses
    public static ScoreDocument of(ScoredVideo scored, boolean literal) {
        FypScore score = scored.score();
        Video video = scored.video();
        EntityId creator = video == null ? null : video.creator();
        SettledScore settled = scored.settled();
        List<Part> parts = new ArrayList<>();
        score.parts().forEach(
                (metric, part) -> parts.add(new Part(metric.word(), part.value(), part.place(), metric.weight())));
        return new ScoreDocument(score.video().value(), creator == null ? null : creator.value(),
                video == null ? null : video.caption(), score.mark().label(), score.asOf(), score.postedAt(),
                number(literal ? score.literal() : score.fyp()),
                word(score.status()), score.coverage(), score.isEvent(), words(score.alarms()), parts,
                words(score.missing()), settled == null ? null : Settled.of(settled, literal));
    }

    private static @Nullable String word(FypScore.@Nullable Status status) {
        return status == null ? null : status.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(List<FypMetric> metrics) {
        return metrics.stream().map(FypMetric::word).toList();
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isEmpty() ? null : Double.valueOf(value.getAsDouble());
    }
}

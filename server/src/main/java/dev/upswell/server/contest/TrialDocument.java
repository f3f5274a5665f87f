package dev.upswell.server.contest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A trial of two configurations as programs and the command line see it. What is absent is left out.
@Schema(name = "RecommendationTrial")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrialDocument(String name,
        @Schema(description = "AB: each account has the lists of one; INTERLEAVE: each list is of both") ConfigurationTrial.Kind kind,
        @Schema(description = "First configuration") String a, @Schema(description = "Second configuration") String b,
        @Schema(description = "Difference of reward per list that an A/B test is quickest at") double effect,
        Instant begunAt, String begunBy,
        @Schema(description = "Left out while it runs") @Nullable Instant endedAt,
        @Schema(description = "Left out while it runs") @Nullable String endedBy,
        @Schema(description = "The one that was taken for all; left out when none was") @Nullable String promoted,
        @Schema(description = "What it tells: now while it runs, else at its end") Found found) {

    /// What it tells.
    ///
    /// @param value of A/B tests the reward of a list of B less that of one of A, of interleaving the share of decided lists that B won
    @Schema(name = "RecommendationTrialFound")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(TrialVerdict verdict, @Schema(description = "The verdict in words") String says, Look.Side a,
            Look.Side b,
            @Schema(description = "A/B: reward of a list of B less that of A; interleaving: share of decided lists that B won") @Nullable Double value,
            @Schema(description = "Interval of 95 % over all looks together; left out while there is none") @Nullable Double low,
            @Schema(description = "Its other end") @Nullable Double high,
            @Schema(description = "Always-valid, of both being as good") double p,
            @Schema(description = "A/B: chance of so uneven a split of accounts") @Nullable Double ratio,
            @Schema(description = "Interleaved lists that both won alike") int undecided,
            @Schema(description = "Lists of the last day, which do not count yet") int waiting) {
    }

    /// The document of a trial.
    public static TrialDocument of(ConfigurationTrials.Seen seen) {
        ConfigurationTrial trial = seen.trial();
        ConfigurationTrial.Ended ended = trial.ended();
        ConfigurationTrial.Promoted promoted = trial.promoted();
        Look look = seen.look();
        return new TrialDocument(trial.name(), trial.kind(), trial.a(), trial.b(), trial.effect(), trial.begunAt(),
                trial.begunBy(), ended == null ? null : ended.at(), ended == null ? null : ended.by(),
                promoted == null ? null : promoted.configuration(),
                new Found(look.verdict(), look.verdict().says(), look.a(), look.b(), look.value(), look.low(),
                        look.high(), look.p(), look.ratio(), look.undecided(), look.waiting()));
    }
}

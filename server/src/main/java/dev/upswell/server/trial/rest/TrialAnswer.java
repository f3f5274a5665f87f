package dev.upswell.server.trial.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.learn.Interval;
import dev.upswell.server.trial.KeptTrial;
import dev.upswell.server.trial.Trials;
import dev.upswell.trial.Comparison;
import dev.upswell.trial.Engagement;
import dev.upswell.trial.Lift;
import dev.upswell.trial.Standing;
import dev.upswell.trial.TrialWeight;
import dev.upswell.trial.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A trial as programs read it.
@Schema(name = "Trial")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrialAnswer(String id, String name,
        @Schema(description = "What is asked for, in a sentence") String says, String feature,
        @Schema(description = "above or at_most") String side,
        double threshold, String bucket, Expected expected, String begunBy, Instant begunAt, @Nullable Instant endedAt,
        @Schema(description = "What it is told by: now, or its end") Instant asOf,
        @Schema(description = "validated, rejected or not_enough_evidence; by what was asked for, whether or not it was done") String verdict,
        @Schema(description = "Engagement of test over control videos; left out while nothing can be compared") @Nullable LiftAnswer lift,
        @Schema(description = "The same among videos known to do as asked; not judged") @Nullable LiftAnswer liftAsMade,
        @Schema(description = "Left out unless there is not enough evidence") @Nullable FurtherAnswer further,
        Group test, Group control,
        @Schema(description = "Creators who made both kinds, and are compared with themselves") int pairing,
        @Schema(description = "How the pattern weighs in the next training; left out without a verdict") @Nullable WeightAnswer weight,
        @Schema(description = "Left out in lists") @Nullable List<VideoAnswer> videos) {

    /// What was expected before its first video.
    @Schema(name = "TrialExpectation")
    record Expected(double lift, double deviationWithin, double deviationBetween,
            @Schema(description = "Ended trials it rests on; 0 for the usual one") int trials) {
    }

    /// A lift.
    @Schema(name = "TrialLift")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LiftAnswer(double value,
            @Schema(description = "Ends of an interval that holds the true lift at all looks at once in 95 of 100 trials; left out while so few videos exclude nothing") @Nullable Double low,
            @Nullable Double high,
            @Schema(description = "The true lift is above it at all looks at once in 95 of 100 trials") @Nullable Double exceeds) {

        static @Nullable LiftAnswer of(@Nullable Lift lift) {
            if (lift == null) {
                return null;
            }
            Interval interval = lift.interval();
            return new LiftAnswer(lift.value(), interval == null ? null : Double.valueOf(interval.low()),
                    interval == null ? null : Double.valueOf(interval.high()), lift.exceeds());
        }
    }

    /// How many more videos validate the pattern with a chance of 80 % where its true lift is the expected one.
    @Schema(name = "TrialFurther")
    record FurtherAnswer(
            @Schema(description = "Where new creators make one of each; 10000 for as many and more") int paired,
            @Schema(description = "Where each video is of another new creator") int apart,
            @Schema(description = "Of these so many are posted and wait for their seventh day") int waiting) {
    }

    /// The videos of an arm.
    @Schema(name = "TrialGroup")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(int videos, int known, @Schema(description = "Younger than seven days") int notYet,
            @Schema(description = "Old enough, but not read then") int unread, @Nullable Instant nextDue,
            @Schema(description = "Geometric mean of the engagement rates") @Nullable Double rate, int asAsked,
            int otherwise, @Schema(description = "Did as asked or not is not known") int notAnalysed) {

        static Group of(Standing.Group one) {
            return new Group(one.videos(), one.known(), one.notYet(), one.unread(), one.due(), one.rate(),
                    one.asAsked(), one.otherwise(), one.videos() - one.asAsked() - one.otherwise());
        }
    }

    /// What its videos count for in later searches.
    @Schema(name = "TrialWeight")
    record WeightAnswer(
            @Schema(description = "2 where the pattern was validated; 1, as any other video, where it was rejected") double weight,
            @Schema(description = "Whether the pattern was validated") boolean positive) {
    }

    /// A video.
    @Schema(name = "TrialVideo")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VideoAnswer(String video, String arm, @Nullable String creator, Instant postedAt,
            @Schema(description = "known, not_yet or unread") String engagement,
            @Schema(description = "At seven days; left out unless known") @Nullable Double rate, Instant due,
            @Schema(description = "done, not_done or unknown") String made) {

        static VideoAnswer of(Trials.Line line) {
            Engagement engagement = line.video().engagement();
            return new VideoAnswer(line.told().id(), line.told().arm().word(), line.told().creator(),
                    line.told().postedAt(), switch (engagement) {
                        case Engagement.Known _ -> "known";
                        case Engagement.NotYet _ -> "not_yet";
                        case Engagement.Unread _ -> "unread";
                    }, engagement instanceof Engagement.Known known ? Double.valueOf(known.rate()) : null,
                    line.told().postedAt().plus(Engagement.AGE), line.video().made().word());
        }
    }

    static TrialAnswer of(Trials.Seen seen, boolean whole, Locale language) {
        KeptTrial trial = seen.trial();
        Standing standing = seen.standing();
        Verdict verdict = standing.verdict();
        Comparison comparison = standing.asAsked();
        KeptTrial.End end = trial.ended();
        return new TrialAnswer(trial.id().toString(), trial.name(), trial.says(language),
                trial.choice().feature().name(),
                trial.choice().side().name().toLowerCase(Locale.ROOT), trial.choice().threshold(),
                trial.bucket().name().toLowerCase(Locale.ROOT),
                new Expected(trial.expected().lift(), trial.expected().within(), trial.expected().between(),
                        trial.expected().trials()),
                trial.by(), trial.begunAt(), end == null ? null : end.at(), seen.asOf(),
                verdict.word(), LiftAnswer.of(verdict.lifted().orElse(null)), LiftAnswer.of(standing.asMade()),
                verdict instanceof Verdict.NotEnoughEvidence none
                        ? new FurtherAnswer(none.further().paired(), none.further().apart(), standing.waiting())
                        : null,
                Group.of(standing.test()), Group.of(standing.control()), comparison == null ? 0 : comparison.pairing(),
                TrialWeight.of(verdict).map(one -> new WeightAnswer(one.weight(), one.positive())).orElse(null),
                whole ? seen.lines().stream().map(VideoAnswer::of).toList() : null);
    }
}

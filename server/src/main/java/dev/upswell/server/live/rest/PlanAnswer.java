package dev.upswell.server.live.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.poll.Cadence;
import dev.upswell.server.live.WatchPlans.Bound;
import dev.upswell.server.live.WatchPlans.Planned;
import dev.upswell.server.live.WatchPlans.SourcePlan;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A plan as programs read it.
@Schema(name = "WatchPlan", description = "How often each watch of a source is visited, and why")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanAnswer(String source, Instant plannedAt,
        @Schema(description = "Why it was made: first, hour, day, budget, watches or asked") String trigger,
        @Schema(description = "The budget that binds; absent when the source has none") @Nullable BoundAnswer bound,
        @Schema(description = "What may be spent a day until that budget is renewed") double ratePerDay,
        @Schema(description = "What the plan is expected to spend a day until then") double unitsPerDay,
        @Schema(description = "What a plan for a whole fresh budget is expected to spend a day") double usualPerDay,
        @Schema(description = "Weighted bits that it adds to what is known") double bits,
        @Schema(description = "What any plan could add") double atMost,
        @Schema(description = "Whether everything pinned has its cadence") boolean pinsKept,
        List<PlannedAnswer> watches) {

    /// The budget that binds a plan.
    @Schema(name = "PlanBound")
    record BoundAnswer(String budget, long limit, long used) {
    }

    /// How often a watch is visited.
    @Schema(name = "PlannedWatch")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlannedAnswer(String id, String subject, String kind, String priority,
            @Schema(description = "Absent while it is not visited") @Nullable Long everyMinutes,
            @Schema(description = "pinned, pin_cut, worth_it or outbid") String why, Instant since,
            double unitsPerVisit, double unitsPerDay, double bits, double weight,
            @Schema(description = "Variance of the logarithm of its counter after an hour") double volatility,
            @Schema(description = "Steps from which that was learnt; 0 when it is what is usual") int steps,
            @Schema(description = "Of a surge; absent when nothing is foretold") @Nullable Double probability,
            @Schema(description = "Absent when none is known") @Nullable Double momentum) {
    }

    static PlanAnswer of(SourcePlan plan) {
        Bound bound = plan.bound();
        return new PlanAnswer(plan.source(), plan.plannedAt(), plan.trigger(),
                bound == null ? null : new BoundAnswer(bound.budget(), bound.limit(), bound.used()), plan.ratePerDay(),
                plan.unitsPerDay(), plan.usualPerDay(), plan.bits(), plan.atMost(), plan.pinsKept(),
                plan.watches().stream().map(PlanAnswer::of).toList());
    }

    private static PlannedAnswer of(Planned one) {
        return new PlannedAnswer(one.watch().id().toString(), one.watch().subject().toString(),
                one.watch().kind().label(), one.watch().priority().label(),
                one.cadence() instanceof Cadence.Every(var length) ? Long.valueOf(length.toMinutes()) : null,
                one.why().name().toLowerCase(Locale.ROOT), one.since(), one.unitsPerVisit(), one.unitsPerDay(),
                one.bits(), one.signals().weight(), one.signals().volatility(), one.signals().steps(),
                one.signals().probability(), one.signals().momentum());
    }
}

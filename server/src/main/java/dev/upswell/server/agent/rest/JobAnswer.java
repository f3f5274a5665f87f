package dev.upswell.server.agent.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.agent.Agents.Standing;
import dev.upswell.server.agent.Cadence;
import dev.upswell.server.agent.Rule;
import dev.upswell.server.agent.Run;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job as programs read it.
@Schema(name = "Job", description = "A piece of standing work of an agent")
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobAnswer(String job, @Schema(description = "Such as ingestion") String agent,
        @Schema(description = "Such as 15m or daily 02:00, UTC; absent for a job without times of its own") @Nullable String every,
        @Schema(description = "Whether it also runs whenever there are new data") boolean onNewData,
        @Schema(description = "What becomes of missed slots: catch-up or skip") String missed,
        @Schema(description = "How many missed slots are made up for at most") int backlog, boolean enabled,
        @Schema(description = "Who gave it this cadence; absent while it is the usual one") @Nullable String changedBy,
        @Schema(description = "Whether its work comes with a later capability") boolean later,
        @Schema(description = "The next slot; absent when there is none") @Nullable Instant next,
        @Schema(description = "Absent before the first") @Nullable RunAnswer last) {

    /// A run of a job.
    @Schema(name = "Run")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunAnswer(String job, Instant slot, @Schema(description = "cadence, new-data or hand") String reason,
            @Schema(description = "WAITING, RUNNING, DONE, FAILED or SKIPPED") String state,
            @Schema(description = "The server that does or did it") @Nullable String node, int attempt,
            @Nullable Instant begunAt, @Nullable Instant endedAt,
            @Schema(description = "How much was done, by name") Map<String, Long> counts, @Nullable String note) {

        static RunAnswer of(Run run) {
            return new RunAnswer(run.job(), run.slot(), run.reason().label(), run.state().name(), run.node(),
                    run.attempt(), run.begunAt(), run.endedAt(), run.counts(), run.note());
        }
    }

    static JobAnswer of(Standing standing) {
        Cadence cadence = standing.cadence();
        Rule rule = cadence.rule();
        Run last = standing.last();
        return new JobAnswer(standing.job().name(), standing.job().role().label(), rule == null ? null : rule.text(),
                cadence.onNewData(), cadence.missed().label(), cadence.backlog(), cadence.enabled(),
                standing.changedBy(), standing.job().work() == null, standing.next(),
                last == null ? null : RunAnswer.of(last));
    }
}

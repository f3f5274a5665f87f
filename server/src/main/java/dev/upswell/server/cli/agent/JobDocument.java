package dev.upswell.server.cli.agent;

import dev.upswell.server.agent.Agents.Standing;
import dev.upswell.server.agent.Rule;
import dev.upswell.server.agent.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job as `--json` writes it.
record JobDocument(String job, String agent, @Nullable String every, boolean onNewData, String missed, int backlog,
        boolean enabled, @Nullable String changedBy, boolean later, @Nullable Instant next, @Nullable Run last) {

    static JobDocument of(Standing standing) {
        Rule rule = standing.cadence().rule();
        return new JobDocument(standing.job().name(), standing.job().role().label(),
                rule == null ? null : rule.text(), standing.cadence().onNewData(),
                standing.cadence().missed().label(), standing.cadence().backlog(), standing.cadence().enabled(),
                standing.changedBy(), standing.job().work() == null, standing.next(), standing.last());
    }
}

package dev.upswell.server.agent;

import dev.upswell.server.agent.Cadence.Missed;
import org.jspecify.annotations.Nullable;

/// What a person wants to be different about when a job runs.
///
/// @param rule as [Rule#of] reads it; `never` for no times of its own; null to leave it
/// @param onNewData null to leave it
/// @param missed null to leave it
/// @param backlog null to leave it
/// @param enabled null to leave it
/// @param usual whether the usual cadence is wanted back, whatever else is said
public record CadenceChange(@Nullable String rule, @Nullable Boolean onNewData, @Nullable Missed missed,
        @Nullable Integer backlog, @Nullable Boolean enabled, boolean usual) {

    /// A job that runs only on new data, or only when asked.
    public static final String NEVER = "never";

    /// The usual cadence back.
    public static CadenceChange toUsual() {
        return new CadenceChange(null, null, null, null, null, true);
    }

    /// Only whether it runs at all.
    public static CadenceChange enabled(boolean enabled) {
        return new CadenceChange(null, null, null, null, enabled, false);
    }

    /// Only its times.
    public static CadenceChange rule(String rule) {
        return new CadenceChange(rule, null, null, null, null, false);
    }

    /// The cadence that comes of it.
    ///
    /// **errors** `IllegalArgumentException` when the rule or the backlog is none.
    Cadence applied(Cadence before) {
        Rule times = rule == null ? before.rule() : rule.strip().equalsIgnoreCase(NEVER) ? null : Rule.of(rule);
        return new Cadence(times, onNewData == null ? before.onNewData() : onNewData,
                missed == null ? before.missed() : missed, backlog == null ? before.backlog() : backlog,
                enabled == null ? before.enabled() : enabled);
    }
}

package dev.upswell.server.cli;

import dev.upswell.content.EntityKind;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.server.registry.ModelTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Of what and how far ahead a command forecasts: `--kind` and `--horizon`, hashtags over 24 hours when neither is said.
public final class TaskOptions {

    @Option(names = "--kind", description = "hashtag, sound, video or creator (default: hashtag).")
    private @Nullable EntityKind kind;

    @Option(names = "--horizon", paramLabel = "24h", description = "6h, 12h, 24h or 48h ahead (default: 24h).")
    private @Nullable String horizon;

    /// The task that is meant.
    ///
    /// **errors** [CommandFailed] when no model is made for such a horizon.
    public ModelTask task() {
        return new ModelTask(kind == null ? EntityKind.HASHTAG : kind, horizon == null ? 24 : hours(horizon));
    }

    /// Whether this task is meant, where what was not said leaves all.
    public boolean lets(ModelTask task) {
        return (kind == null || kind == task.kind()) && (horizon == null || hours(horizon) == task.horizonHours());
    }

    private static int hours(String horizon) {
        return SurgeProtocol.HORIZONS.stream()
                .filter(one -> horizon.replaceFirst("h$", "").equals(String.valueOf(one.toHours())))
                .map(Duration::toHours)
                .findFirst().map(Long::intValue)
                .orElseThrow(() -> CommandFailed.wrongUse("--horizon must be 6h, 12h, 24h or 48h",
                        "Write for example --horizon 24h."));
    }
}

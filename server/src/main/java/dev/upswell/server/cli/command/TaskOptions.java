package dev.upswell.server.cli.command;

import dev.upswell.content.EntityKind;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.registry.ModelTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Of what and how far ahead a command forecasts: `--kind` and `--horizon`, hashtags over 24 hours when neither is said.
final class TaskOptions {

    @Option(names = "--kind", description = "hashtag, sound, video or creator (default: hashtag).")
    private @Nullable EntityKind kind;

    @Option(names = "--horizon", paramLabel = "24h", converter = DurationText.class, description = "6h, 12h, 24h or 48h ahead (default: 24h).")
    private @Nullable Duration horizon;

    /// The task that is meant.
    ///
    /// **errors** [CommandFailed] when no model is made for such a horizon.
    ModelTask task() {
        EntityKind meant = kind == null ? EntityKind.HASHTAG : kind;
        return new ModelTask(meant, hours(horizon == null ? Duration.ofHours(24) : horizon));
    }

    /// Whether this task is meant, where what was not said leaves all.
    boolean lets(ModelTask task) {
        return (kind == null || kind == task.kind()) && (horizon == null || hours(horizon) == task.horizonHours());
    }

    private static int hours(Duration horizon) {
        if (!SurgeProtocol.HORIZONS.contains(horizon)) {
            throw CommandFailed.wrongUse("--horizon must be 6h, 12h, 24h or 48h", "Write for example --horizon 24h.");
        }
        return (int) horizon.toHours();
    }
}

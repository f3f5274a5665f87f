package dev.upswell.server.vigil;

import dev.upswell.server.alert.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule for programs.
///
/// @param kind what it watches: hashtag, sound, video or creator
/// @param conditions what must hold together, each as [Condition#of] reads it
/// @param scope of which it asks: all, watched, hashtag NAME or client NAME
/// @param severity info, warning or urgent
/// @param coolDownMinutes for how long it does not ring of the same again
/// @param since it rings of what is as of later than this
/// @param changedBy who changed it last; null where nobody did
public record RuleDocument(UUID id, String name, String kind, List<String> conditions, String scope, String severity,
        long coolDownMinutes, boolean paused, Instant since, String madeBy, Instant madeAt, @Nullable String changedBy,
        @Nullable Instant changedAt) {

    public RuleDocument {
        conditions = List.copyOf(conditions);
    }

    /// The rule as programs see it.
    public static RuleDocument of(AlertRule rule) {
        RuleDraft asks = rule.asks();
        AlertRule.Changed changed = rule.changed();
        return new RuleDocument(rule.id(), asks.name(), asks.kind().label(),
                asks.all().stream().map(Condition::text).toList(), asks.scope().text(), asks.severity().label(),
                asks.coolDown().toMinutes(), rule.paused(), rule.since(), rule.madeBy(), rule.madeAt(),
                changed == null ? null : changed.by(), changed == null ? null : changed.at());
    }

    /// A preview for programs.
    ///
    /// @param from it was looked at what is as of later than this; null where nothing was computed yet
    /// @param until and no later than this; null where nothing was computed yet
    /// @param times how often the rule would have rung
    /// @param things of how many things
    /// @param examples the last ones, the newest first
    public record PreviewDocument(@Nullable Instant from, @Nullable Instant until, int times, int things,
            List<Example> examples) {

        public PreviewDocument {
            examples = List.copyOf(examples);
        }

        /// The preview as programs see it.
        public static PreviewDocument of(Preview preview) {
            return new PreviewDocument(preview.from(), preview.until(), preview.times(), preview.things(),
                    preview.examples().stream().map(one -> new Example(one.hit().entity().kind().label(),
                            one.hit().entity().value(), one.name(), one.hit().at(), one.hit().rows())).toList());
        }
    }

    /// Where the rule would have rung.
    public record Example(String kind, String id, String name, Instant asOf, List<Evidence> rows) {

        public Example {
            rows = List.copyOf(rows);
        }
    }
}

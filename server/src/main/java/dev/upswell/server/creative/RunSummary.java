package dev.upswell.server.creative;

import dev.upswell.pattern.PatternAnalysis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A search for patterns in a line.
///
/// @param kind hashtag, creators or all
/// @param subject for example #bali
/// @param state open (at work, or cut off and to be resumed), done or failed
/// @param confirmed how many patterns and anti-patterns bear a label; null until it is done
/// @param tested how many choices were tested; null as above
/// @param failure why it ended without a result; null unless failed
public record RunSummary(String id, String client, String kind, String subject, String state, String by,
        Instant begunAt, @Nullable Instant endedAt, PatternRun.Progress progress, @Nullable Long confirmed,
        @Nullable Integer tested, @Nullable String failure) {

    /// A search in a line.
    public static RunSummary of(PatternRun run) {
        PatternAnalysis analysis = run.analysis();
        return new RunSummary(run.id().toString(), run.client(), run.subject().kind().label(), run.subject().said(),
                run.state(), run.by(), run.begunAt(), run.endedAt(), run.progress(),
                analysis == null ? null : (Long) analysis.confirmed(),
                analysis == null ? null : (Integer) analysis.tested(),
                run.end() instanceof PatternRun.End.Failed failed ? failed.why() : null);
    }
}

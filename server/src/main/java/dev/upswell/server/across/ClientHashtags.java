package dev.upswell.server.across;

import dev.upswell.across.CrossHashtag;
import dev.upswell.across.Searched;
import dev.upswell.pattern.PatternAnalysis;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternRuns;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A client's hashtags beside each other, by the last search of each.
public final class ClientHashtags {

    private final PatternRuns runs;

    public ClientHashtags(PatternRuns runs) {
        this.runs = runs;
    }

    /// Clients for whom hashtags were searched, with how many each has, in the order of their names.
    public List<PatternRuns.Client> clients() {
        return runs.clients();
    }

    /// What holds in which of the client's hashtags.
    ///
    /// **errors** [AcrossRefused] when none was searched
    public AcrossDocument of(String client, Locale language) {
        List<PatternRun> last = runs.lastOfHashtags(client);
        if (last.isEmpty()) {
            throw AcrossRefused.client(client);
        }
        List<Searched> searched = last.stream().map(this::searched).toList();
        return AcrossDocument.of(client, last, CrossHashtag.of(searched), language);
    }

    private Searched searched(PatternRun run) {
        PatternAnalysis analysis = Objects.requireNonNull(run.analysis(), "only ended searches are listed");
        return new Searched(run.subject().said(), runs.videos(run.id()), analysis);
    }
}

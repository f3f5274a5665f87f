package dev.upswell.server.across;

import dev.upswell.across.BucketAcross;
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

    /// A client's hashtags, compared.
    ///
    /// @param searches the last of each hashtag
    public record Compared(List<PatternRun> searches, List<BucketAcross> buckets) {

        public Compared {
            searches = List.copyOf(searches);
            buckets = List.copyOf(buckets);
        }
    }

    /// What holds in which of the client's hashtags, in words.
    ///
    /// **errors** [AcrossRefused] when none was searched
    public AcrossDocument of(String client, Locale language) {
        Compared compared = compared(client);
        return AcrossDocument.of(client, compared.searches(), compared.buckets(), language);
    }

    /// What holds in which of the client's hashtags.
    ///
    /// **errors** [AcrossRefused] when none was searched
    public Compared compared(String client) {
        List<PatternRun> last = runs.lastOfHashtags(client);
        if (last.isEmpty()) {
            throw AcrossRefused.client(client);
        }
        return new Compared(last, CrossHashtag.of(last.stream().map(this::searched).toList()));
    }

    /// A search that is done, with its videos.
    Searched searched(PatternRun run) {
        PatternAnalysis analysis = Objects.requireNonNull(run.analysis(), "only ended searches are listed");
        return new Searched(run.subject().said(), runs.videos(run.id()), analysis);
    }
}

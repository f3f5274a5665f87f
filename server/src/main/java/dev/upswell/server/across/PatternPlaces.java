package dev.upswell.server.across;

import dev.upswell.across.PatternLevels;
import dev.upswell.across.PlacedPattern;
import dev.upswell.across.PlacedSearch;
import dev.upswell.brief.Industry;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternRuns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The levels at which patterns hold, by the last search of each hashtag of clients whose industry is known.
public final class PatternPlaces {

    /// So many searches are looked at, the newest.
    static final int MOST = 60;

    private final PatternRuns runs;
    private final ClientHashtags hashtags;
    private final Industries industries;

    public PatternPlaces(PatternRuns runs, ClientHashtags hashtags, Industries industries) {
        this.runs = runs;
        this.hashtags = hashtags;
        this.industries = industries;
    }

    private record Search(String client, Industry industry, PatternRun run) {
    }

    /// Where patterns belong, in words.
    public LevelsDocument of(Locale language) {
        Map<String, Industry> known = industries.known();
        List<String> unplaced = new ArrayList<>();
        List<Search> searches = new ArrayList<>();
        for (Industries.OfClient client : industries.clients()) {
            Industry industry = client.industry() == null ? null : known.get(client.industry());
            if (industry == null) {
                unplaced.add(client.client());
            } else {
                runs.lastOfHashtags(client.client()).forEach(run -> searches.add(
                        new Search(client.client(), industry, run)));
            }
        }
        searches.sort(Comparator.comparing((Search one) -> one.run().begunAt()).reversed());
        List<Search> looked = searches.subList(0, Math.min(MOST, searches.size()));
        List<PlacedPattern> patterns = PatternLevels.of(looked.stream().map(one -> new PlacedSearch(
                one.industry().place(), one.client(), hashtags.searched(one.run()))).toList());
        return LevelsDocument.of(new LevelsDocument.Looked(
                looked.stream().map(Search::client).distinct().count(), looked.stream().map(Search::industry).distinct()
                        .count(),
                looked.size(), searches.size() - looked.size(), unplaced), patterns, known, language);
    }
}

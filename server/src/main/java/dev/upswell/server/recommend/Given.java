package dev.upswell.server.recommend;

import dev.upswell.ranking.TeamDraft.Team;
import dev.upswell.recommend.Way;
import dev.upswell.server.seek.Sought;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An answered request for recommendations.
///
/// @param id null when it could not be kept
/// @param asked how many videos were asked for
/// @param configuration that made the list
/// @param candidates how many videos could have been shown
/// @param trial that it belongs to; null when to none
/// @param shares how often each configuration in force is dealt such a request; empty for a list of two
/// @param logSlate logarithm of the probability of the list under each of them; without those that could not draw it
/// @param live what a live source was asked for it
public record Given(@Nullable UUID id, Instant at, int asked, String configuration, long seed, int candidates,
        Set<Degraded> degraded, @Nullable String trial, Map<String, Double> shares, Map<String, Double> logSlate,
        List<Item> items, Sought live) {

    public Given {
        degraded = Set.copyOf(degraded);
        shares = Map.copyOf(shares);
        logSlate = Map.copyOf(logSlate);
        items = List.copyOf(items);
    }

    /// A list for which no live source was asked.
    Given(@Nullable UUID id, Instant at, int asked, String configuration, long seed, int candidates,
            Set<Degraded> degraded, @Nullable String trial, Map<String, Double> shares, Map<String, Double> logSlate,
            List<Item> items) {
        this(id, at, asked, configuration, seed, candidates, degraded, trial, shares, logSlate, items, Sought.UNASKED);
    }

    /// The same, kept under this id or not at all.
    Given keptAs(@Nullable UUID other, Set<Degraded> ways) {
        return new Given(other, at, asked, configuration, seed, candidates, ways, trial, shares, logSlate, items, live);
    }

    /// The same, for which this was asked of a live source.
    Given asking(Sought sought) {
        return new Given(id, at, asked, configuration, seed, candidates, degraded, trial, shares, logSlate, items,
                sought);
    }

    /// A recommended video.
    ///
    /// @param place from 1
    /// @param score by formula, 0 to 1
    /// @param virality null when nothing of it is known
    /// @param relevance null when nothing of it is known
    /// @param engagement null when a count is missing
    /// @param terms of the score by name, 0 to 1; without those that are unknown
    /// @param tags liked categories that it is of, the strongest first
    /// @param probability of being drawn at this place, given those before; in a list of two, in the order of the one that picked it
    /// @param team which of the two configurations of its trial picked it; null in a list of one
    /// @param columns what a ranker saw of it; empty when that was not kept
    /// @param way it was found by; null when that was not kept
    public record Item(int place, String video, double score, @Nullable Double virality, @Nullable Double relevance,
            @Nullable Double engagement, Map<String, Double> terms, List<String> tags, String why, double probability,
            @Nullable Team team, List<Float> columns, @Nullable Way way) {

        public Item {
            terms = Map.copyOf(terms);
            tags = List.copyOf(tags);
            columns = List.copyOf(columns);
        }
    }
}

package dev.upswell.server.crowd;

import dev.upswell.ranking.Interaction;
import dev.upswell.ranking.ItemScorer;
import java.util.List;

/// Learns from what all people did how much each is expected to like each video.
///
/// Scores alone are kept of what it learns, so that one way of learning takes the place of another without anything else changing.
public interface CrowdLearner {

    /// What it learns from.
    ///
    /// @param interactions persons by number from 0, items by their place in `videos`
    /// @param videos ids, in the order of their numbers
    record Told(List<Interaction> interactions, List<String> videos) {

        public Told {
            interactions = List.copyOf(interactions);
            videos = List.copyOf(videos);
        }
    }

    /// What it learnt: scores of a person and videos, 0 where nothing is known.
    ///
    /// @param neighbours how much what the person turned to shares its audience; by these videos are sought
    /// @param factors how well person and video go together
    record Learnt(ItemScorer neighbours, ItemScorer factors) {
    }

    /// Names the way of learning and its settings; what was learnt under another name is learnt anew.
    String name();

    /// Same interactions, same scores.
    Learnt learn(Told told);
}

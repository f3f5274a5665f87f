package dev.upswell.server.crowd;

import dev.upswell.ranking.Interaction;
import dev.upswell.ranking.ItemScorer;
import java.util.List;

/// Learns from what all people did how much each is expected to like each video.
///
/// Scores alone are kept of what it learns, so that one way of learning takes the place of another without anything else changing.
public interface CrowdLearner {

    /// What it learns from: persons by number from 0, items by their place in `videos`.
    ///
    /// @param interactions all that was done
    /// @param late the same, worth half after 15 days
    /// @param overall the same, worth half after 40 days
    /// @param videos ids, in the order of their numbers
    record Told(List<Interaction> interactions, List<Interaction> late, List<Interaction> overall,
            List<String> videos) {

        /// After so many days what was done counts half, of late.
        static final double LATE_DAYS = 15;
        /// After so many days what was done counts half, over all.
        static final double LONG_DAYS = 40;

        public Told {
            interactions = List.copyOf(interactions);
            late = List.copyOf(late);
            overall = List.copyOf(overall);
            videos = List.copyOf(videos);
        }
    }

    /// What it learnt: scores of a person and videos, 0 where nothing is known, in proportion to what the person's acts count: where all of
    /// them count half, so do the scores.
    ///
    /// @param late how well the audience of a video goes with what the person turned to of late
    /// @param overall how well it goes with all that the person did
    record Learnt(ItemScorer late, ItemScorer overall) {
    }

    /// Names the way of learning and its settings; what was learnt under another name is learnt anew.
    String name();

    /// Same interactions, same scores.
    Learnt learn(Told told);
}

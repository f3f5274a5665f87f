package dev.upswell.server.recommend;

import dev.upswell.ranking.PairwiseTrees;
import java.util.Optional;

/// Learned rankers that configurations name.
public interface Rankers {

    /// No ranker has been learnt.
    Rankers NONE = id -> Optional.empty();

    /// The ranker of this id, for the columns that this program makes; empty when there is none.
    Optional<PairwiseTrees> find(String id);
}

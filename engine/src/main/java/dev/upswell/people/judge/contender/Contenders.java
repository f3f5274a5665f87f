package dev.upswell.people.judge.contender;

import dev.upswell.people.judge.Known;
import dev.upswell.people.judge.Recommender;
import dev.upswell.ranking.PairwiseTrees;
import java.util.List;
import java.util.function.Function;

/// The recommenders that are judged beside the oracle and popularity.
public final class Contenders {

    private Contenders() {
    }

    /// All of them, each unused: those that learn from what all people did, the origin's formulas, the product by formula with the vectors
    /// that it has and with learnt ones, and the product with a ranker. Two look at all candidates: what they are above the same over what
    /// is found is what the search for candidates costs.
    public static List<Recommender> all() {
        Function<Known, Product> hashed = ByProduct.once(Product::hashed);
        Function<Known, Product> learnt = ByProduct.once(Product::learnt);
        Function<Known, PairwiseTrees> byLearnt = ByProduct
                .once(known -> RankerTraining.of(learnt.apply(known), known));
        return List.of(ByInteractions.popularity(), ByInteractions.itemNeighbours(), ByInteractions.implicitFactors(),
                new ByOrigin(hashed),
                new ByProduct("by formula, hashed vectors", new ByProduct.Making(hashed, null, false)),
                new ByProduct("by formula, learnt vectors", new ByProduct.Making(learnt, null, false)),
                new ByProduct("by ranker, learnt vectors", new ByProduct.Making(learnt, byLearnt, false)),
                new ByProduct("by ranker, learnt vectors, all candidates",
                        new ByProduct.Making(learnt, byLearnt, true)));
    }
}

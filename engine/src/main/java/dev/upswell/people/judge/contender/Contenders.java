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
    /// that it has, with learnt ones and where no crowd is known, and the product with a ranker as it serves. The last looks at all candidates and leaves nothing
    /// to chance: what it is above the one before is what the search for candidates and the draw of places cost.
    public static List<Recommender> all() {
        Function<Known, Product> hashed = ByProduct.once(Product::hashed);
        Function<Known, Product> learnt = ByProduct.once(Product::learnt);
        Function<Known, PairwiseTrees> ranker = ByProduct
                .once(known -> RankerTraining.of(hashed.apply(known), known));
        return List.of(ByInteractions.popularity(), ByInteractions.itemNeighbours(), ByInteractions.implicitFactors(),
                new ByOrigin(hashed),
                new ByProduct("by formula, hashed vectors", new ByProduct.Making(hashed, null, true, false)),
                new ByProduct("by formula, learnt vectors", new ByProduct.Making(learnt, null, true, false)),
                new ByProduct("by formula, no crowd", new ByProduct.Making(hashed, null, false, false)),
                new ByProduct("by ranker", new ByProduct.Making(hashed, ranker, true, false)),
                new ByProduct("by ranker, all candidates, without chance",
                        new ByProduct.Making(hashed, ranker, true, true)));
    }
}

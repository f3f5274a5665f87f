package dev.upswell.people.judge.contender;

import dev.upswell.people.judge.Asked;
import dev.upswell.people.judge.Known;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.Ranked;
import java.util.List;

/// What the product finds for a request and how it scores it, by its formula and by a ranker that learnt from what was known when this was
/// made.
///
/// Not for several threads at once.
public final class ProductScores {

    private final Product product;
    private final PairwiseTrees trees;

    private ProductScores(Product product, PairwiseTrees trees) {
        this.product = product;
        this.trees = trees;
    }

    /// The scores of a request.
    ///
    /// @param byFormula all that the person's profile finds
    /// @param byRanker that and what goes best with what others did
    /// @param stranger whether too little is known of the person to hold anything to a threshold
    public record Scored(List<Ranked> byFormula, List<Ranked> byRanker, boolean stranger) {
        public Scored {
            byFormula = List.copyOf(byFormula);
            byRanker = List.copyOf(byRanker);
        }
    }

    /// Vectors, categories and ranker from this, as the product that is judged has them.
    ///
    /// **cost** that of growing the ranker
    public static ProductScores learnt(Known known) {
        Product product = Product.hashed(known);
        return new ProductScores(product, RankerTraining.of(product, known));
    }

    /// The scores of what is asked for.
    public Scored of(Asked asked) {
        AtHand.Asking alone = AtHand.Asking.of(product, null, asked.known(), asked.person());
        AtHand.Asking withOthers = new AtHand.Asking(product, product.crowd(asked.known()), asked.known(),
                asked.person(), alone.habits());
        int[] candidates = asked.candidates();
        return new Scored(AtHand.found(alone, candidates).byFormula(), AtHand.found(withOthers, candidates).by(trees),
                alone.profile().isStranger());
    }
}

package dev.upswell.people.judge.contender;

import dev.upswell.numeric.Dice;
import dev.upswell.people.judge.Asked;
import dev.upswell.people.judge.Known;
import dev.upswell.people.judge.Recommender;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Diversity;
import dev.upswell.recommend.Ranked;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.recommend.Slate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The product's own way from a profile to a list: what is sought, scores by formula or by a ranker, diversity, and the best at each
/// place without chance.
///
/// It stands without the product's stores: videos are found by looking at each instead of in the index.
final class ByProduct implements Recommender {

    private static final int DEPTH = 50;
    private static final Configuration JUDGED = new Configuration("judged", ScoreWeights.USUAL, null, 0, 100,
            Diversity.USUAL, Configuration.USUAL.threshold());

    private final String name;
    private final Making making;
    private @Nullable Product product;
    private @Nullable PairwiseTrees trees;

    /// How it is made.
    ///
    /// @param product from what is known when the judged days begin
    /// @param ranker that orders; null: the formula does
    /// @param everything whether all candidates are scored, and not those that are found alone
    record Making(Function<Known, Product> product, @Nullable Function<Known, PairwiseTrees> ranker,
            boolean everything) {
    }

    ByProduct(String name, Making making) {
        this.name = name;
        this.making = making;
    }

    /// This making, but of the same knowledge once for all who share it.
    static <T> Function<Known, T> once(Function<Known, T> making) {
        Map<Known, T> made = new HashMap<>();
        return known -> made.computeIfAbsent(known, making);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void learn(Known known) {
        product = making.product().apply(known);
        Function<Known, PairwiseTrees> ranker = making.ranker();
        trees = ranker == null ? null : ranker.apply(known);
    }

    @Override
    public List<Integer> order(Asked asked) {
        Product made = Objects.requireNonNull(product, "learn comes first");
        int[] candidates = asked.candidates();
        Crowd crowd = trees == null ? Crowd.NONE : made.crowd(asked.known());
        AtHand atHand = making.everything()
                ? AtHand.all(made, crowd, asked.known(), asked.person(), candidates)
                : AtHand.found(made, crowd, asked.known(), asked.person(), candidates);
        List<Ranked> ranked = trees == null ? atHand.byFormula() : atHand.by(trees);
        Map<String, Integer> numbers = new HashMap<>();
        for (int candidate : candidates) {
            numbers.put(asked.known().video(candidate).id(), candidate);
        }
        return Slate.draw(ranked, trees == null ? JUDGED : JUDGED.withThreshold(0), DEPTH, Dice.of(1, "judged", 0))
                .videos().stream()
                .map(video -> Objects.requireNonNull(numbers.get(video), video)).toList();
    }
}

package dev.upswell.people.judge.contender;

import dev.upswell.numeric.Dice;
import dev.upswell.people.judge.Asked;
import dev.upswell.people.judge.Known;
import dev.upswell.people.judge.Recommender;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Ranked;
import dev.upswell.recommend.Slate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The product's own way from a profile to a list: what is sought, scores by formula or by a ranker, diversity, and the draw of each place
/// as in the usual configuration.
///
/// It stands without the product's stores: videos are found by looking at each instead of in the index.
final class ByProduct implements Recommender {

    private static final int DEPTH = 50;
    private static final long SEED = 82;

    private final String name;
    private final Making making;
    private @Nullable Product product;
    private @Nullable PairwiseTrees trees;

    /// How it is made.
    ///
    /// @param product from what is known when the judged days begin
    /// @param ranker that orders; null: the formula does
    /// @param crowd whether it is known what all people did
    /// @param everything whether all candidates are scored, and not those that are found alone, and the best is taken at each place
    record Making(Function<Known, Product> product, @Nullable Function<Known, PairwiseTrees> ranker, boolean crowd,
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
        Crowd crowd = making.crowd() ? made.crowd(asked.known()) : null;
        AtHand.Asking asking = AtHand.Asking.of(made, crowd, asked.known(), asked.person());
        AtHand atHand = making.everything() ? AtHand.all(asking, candidates) : AtHand.found(asking, candidates);
        boolean stranger = asking.profile().isStranger();
        List<Ranked> ranked = stranger ? atHand.forStranger() : trees == null ? atHand.byFormula() : atHand.by(trees);
        Map<String, Integer> numbers = new HashMap<>();
        for (int candidate : candidates) {
            numbers.put(asked.known().video(candidate).id(), candidate);
        }
        return Slate.draw(ranked, stranger ? configuration().forStranger() : configuration(), DEPTH, dice(asked))
                .videos().stream()
                .map(video -> Objects.requireNonNull(numbers.get(video), video)).toList();
    }

    /// Rankers know no threshold.
    private Configuration configuration() {
        Configuration usual = Configuration.USUAL;
        return new Configuration("judged", usual.weights(), null, making.everything() ? 0 : usual.temperature(),
                usual.pool(), usual.diversity(), trees == null ? usual.threshold() : 0);
    }

    private static Dice dice(Asked asked) {
        return Dice.of(SEED, "judged " + asked.person(), asked.known().at());
    }
}

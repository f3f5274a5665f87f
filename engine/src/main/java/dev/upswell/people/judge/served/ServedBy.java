package dev.upswell.people.judge.served;

import dev.upswell.people.judge.contender.ProductScores.Scored;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Diversity;
import dev.upswell.recommend.Ranked;
import java.util.List;

/// A configuration that serves people.
public enum ServedBy {

    /// The formula, as it serves where no ranker won a trial.
    FORMULA(Configuration.USUAL),
    /// The ranker, as it would serve.
    RANKER(new Configuration("ranker", Configuration.USUAL.weights(), "trees", Configuration.USUAL.temperature(),
            Configuration.USUAL.pool(), Diversity.USUAL, 0)),
    /// The same ranker with more chance, one video of an author, and more against subjects that come again.
    VARIED_RANKER(new Configuration("ranker-varied", Configuration.USUAL.weights(), "trees",
            2 * Configuration.USUAL.temperature(), Configuration.USUAL.pool(), new Diversity(0.8, 0.7, 1, 20), 0));

    private final Configuration configuration;

    ServedBy(Configuration configuration) {
        this.configuration = configuration;
    }

    /// As the product would have it: what is popular, but diverse, for strangers.
    Configuration configuration(boolean stranger) {
        return stranger ? configuration.forStranger() : configuration;
    }

    /// What it orders.
    List<Ranked> of(Scored scored) {
        return this == FORMULA || scored.stranger() ? scored.byFormula() : scored.byRanker();
    }
}

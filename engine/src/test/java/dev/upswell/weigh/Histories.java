package dev.upswell.weigh;

import dev.upswell.market.Market;
import dev.upswell.market.MarketSettings;
import dev.upswell.scorecard.CreatorInputs;
import java.util.List;

/// Histories of simulated markets.
final class Histories {

    private Histories() {
    }

    static List<Outcome> of(MarketSettings settings) {
        return Market.of(settings).seen().stream().map(one -> new Outcome(one.creator(), one.period(),
                CreatorInputs.of(one.inputs()), one.nextRevenue())).toList();
    }
}

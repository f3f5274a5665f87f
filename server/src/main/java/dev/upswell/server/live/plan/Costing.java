package dev.upswell.server.live.plan;

import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Watch;

/// What visits of a source's watches cost: what they cost before; of a watch that was never visited, what is usual at its source, and
/// while nothing is, all its pages.
final class Costing {

    private final Situation situation;
    private final double usualPages;

    Costing(Situation situation) {
        this.situation = situation;
        double[] requests = situation.costs().values().stream().mapToDouble(CostRepository.Cost::requests).sorted()
                .toArray();
        usualPages = requests.length == 0 ? Double.POSITIVE_INFINITY : requests[requests.length / 2];
    }

    /// What a visit is expected to cost.
    double expected(Watch watch, Budget.Counts counts) {
        CostRepository.Cost cost = situation.costs().get(watch.id());
        if (cost == null) {
            return Math.min(watch.pages(), Math.max(1, usualPages)) * worstOfAPage(watch, counts);
        }
        return counts == Budget.Counts.REQUESTS ? cost.requests() : cost.units();
    }

    /// What a visit costs if it brings all its pages at the first try.
    double most(Watch watch, Budget.Counts counts) {
        return watch.pages() * worstOfAPage(watch, counts);
    }

    private double worstOfAPage(Watch watch, Budget.Counts counts) {
        return counts == Budget.Counts.REQUESTS
                ? 1
                : situation.source().worstCost(new Ask(watch.subject(), situation.now(), null));
    }
}

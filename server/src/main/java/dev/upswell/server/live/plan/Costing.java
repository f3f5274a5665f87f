package dev.upswell.server.live.plan;

import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Watch;
import java.util.Map;
import java.util.UUID;

/// What visits of a source's watches cost: what they cost before; of a watch that was never visited, what is usual at its source, and
/// while nothing is, all its pages.
final class Costing {

    private final Situation situation;
    private final Map<UUID, CostRepository.Cost> costs;
    private final double usualPages;

    Costing(Situation situation) {
        this.situation = situation;
        costs = told(situation.costs());
        double[] requests = costs.values().stream().mapToDouble(CostRepository.Cost::requests).sorted()
                .toArray();
        usualPages = requests.length == 0 ? Double.POSITIVE_INFINITY : requests[requests.length / 2];
    }

    /// Where every visit was denied, or answered from what was kept, nothing is told of what asking costs.
    private static Map<UUID, CostRepository.Cost> told(Map<UUID, CostRepository.Cost> costs) {
        return costs.values().stream().anyMatch(one -> one.requests() > 0) ? costs : Map.of();
    }

    /// What a visit is expected to cost.
    double expected(Watch watch, Budget.Counts counts) {
        CostRepository.Cost cost = costs.get(watch.id());
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

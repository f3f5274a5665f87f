package dev.upswell.server.crowd;

import dev.upswell.ranking.ImplicitFactors;
import dev.upswell.ranking.ItemNeighbours;

/// Learns item neighbours and hidden factors, with the settings by which contenders are judged (`people.judge.contender`).
public final class NeighboursAndFactors implements CrowdLearner {

    private static final int NEIGHBOURS = 100;
    private static final double SHRINKAGE = 20;
    private static final ImplicitFactors.Settings FACTORS = new ImplicitFactors.Settings(32, 8, 10, 5, 82);

    @Override
    public String name() {
        return "neighbours " + NEIGHBOURS + "/" + SHRINKAGE + ", " + FACTORS;
    }

    @Override
    public Learnt learn(Told told) {
        return new Learnt(ItemNeighbours.of(told.interactions(), NEIGHBOURS, SHRINKAGE),
                ImplicitFactors.of(told.interactions(), FACTORS));
    }
}

package dev.upswell.server.crowd;

import dev.upswell.ranking.ShallowAutoencoder;

/// Learns how audiences go together, with the settings by which contenders are judged (`people.judge.contender`).
public final class AudienceLearner implements CrowdLearner {

    /// In multiples of the mean over people of what each did, squared.
    private static final double PENALTY = 20;

    @Override
    public String name() {
        return "audiences " + PENALTY + ", half after " + Told.LATE_DAYS + " and " + Told.LONG_DAYS + " days";
    }

    @Override
    public Learnt learn(Told told) {
        ShallowAutoencoder learnt = ShallowAutoencoder.of(told.interactions(), PENALTY);
        return new Learnt(learnt.scoring(told.late()), learnt.scoring(told.overall()));
    }
}

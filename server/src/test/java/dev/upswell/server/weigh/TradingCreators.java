package dev.upswell.server.weigh;

import dev.upswell.server.commerce.ViewingRepository;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.scorecard.derive.LakeInputs;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.SplittableRandom;

/// A tenant whose creators sell the more in a period the better their listings were before; how good their videos are is chance.
public final class TradingCreators {

    /// Now.
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration PERIOD = Duration.ofDays(28);

    final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();
    public final Scorecards cards = new Scorecards(tenant, database,
            new LakeInputs(tenant, database, new ViewingRepository(tenant, database)), InstantSource.fixed(NOON));
    public final Learning learning = new Learning(tenant, database, cards, InstantSource.fixed(NOON));

    /// Told of so many creators at the ends of so many periods until noon: their inputs, and what the period brought.
    public static TradingCreators told(int creators, int periods) {
        TradingCreators trading = new TradingCreators();
        var random = new SplittableRandom(7);
        double[] listing = new double[creators];
        for (int period = 0; period < periods; period++) {
            StringBuilder text = new StringBuilder("creator_id,listing_quality,video_quality,total_revenue\n");
            for (int i = 0; i < creators; i++) {
                double brought = 1_000 * listing[i] + 100 * random.nextDouble();
                listing[i] = random.nextDouble();
                text.append(String.format(Locale.ROOT, "c%d,%.6f,%.6f,%.6f%n", i, listing[i], random.nextDouble(),
                        brought));
            }
            trading.cards.told().keep(text.toString(), "sales.csv",
                    NOON.minus(PERIOD.multipliedBy(periods - 1L - period)));
        }
        return trading;
    }

    static Learning.Wanted wanted(Instant asOf) {
        return new Learning.Wanted("learnt", LearningSettings.USUAL, asOf, "ada");
    }

    LearntWeights learn(Instant asOf) {
        try (Learning.Begun begun = learning.begin(wanted(asOf))) {
            return begun.run(Learning.Progress.SILENT);
        }
    }
}

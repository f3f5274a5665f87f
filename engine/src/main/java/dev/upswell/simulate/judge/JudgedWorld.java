package dev.upswell.simulate.judge;

import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The worlds on which forecasts are judged against the oracle, and the bars they must pass.
///
/// Settings, seeds and bars were fixed on 2026-11-21, before any model was tried on a world of this size
/// (`docs/decisions/011-the-judged-world.md`); a test holds them. Improvements are chosen on other seeds.
public final class JudgedWorld {

    /// The seed that decides.
    public static final long SEED = 20_261_121;

    /// Two more, never tuned on either, which tell how much the figures differ from world to world.
    public static final List<Long> FURTHER_SEEDS = List.of(20_261_122L, 20_261_123L);

    /// How far apart cuts lie.
    public static final Duration EVERY = Duration.ofHours(6);

    /// What must hold on the world of [#SEED].
    public static final Bars BARS = new Bars(0.70, 0.90, 0.01, Duration.ofHours(6), 0.88, 0.92, 5_000);

    private JudgedWorld() {
    }

    /// What a forecast must reach.
    ///
    /// @param naiveShare highest share of the oracle's PR-AUC that a naive rule may have, or the world is too easy
    /// @param prAucShare least share of the oracle's PR-AUC on the same pairs
    /// @param calibrationError highest expected calibration error, 15 bins of equal mass
    /// @param medianLead least median lead over surges that were alerted
    /// @param leastCoverage least share of outcomes inside their 90 % interval
    /// @param mostCoverage highest share of outcomes inside their 90 % interval
    /// @param outcomes least number of outcomes behind the coverage
    public record Bars(double naiveShare, double prAucShare, double calibrationError, Duration medianLead,
            double leastCoverage, double mostCoverage, int outcomes) {
    }

    /// The settings of the judged world with this seed.
    public static WorldSettings settings(long seed) {
        return WorldSettings.of(WorldSize.MEDIUM, seed);
    }

    /// The first cut that is judged; everything before it is there to be learned from.
    public static Instant firstCut() {
        return settings(SEED).firstCut();
    }

    /// The last cut that is judged: the last with 24 hours after it.
    public static Instant lastCut() {
        return settings(SEED).end().minus(Duration.ofHours(24));
    }
}

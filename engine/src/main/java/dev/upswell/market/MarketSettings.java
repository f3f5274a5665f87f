package dev.upswell.market;

import dev.upswell.scorecard.Kpi;
import java.util.EnumMap;
import java.util.Map;

/// Everything that decides what a simulated market is: equal settings give equal bytes.
///
/// @param creators at least 2
/// @param periods that are told, at least 2; each with the revenue of the one after it
/// @param drivers by how much the logarithm of the next period's revenue rises from the worst to the best true score of an indicator;
///            those that are left out drive nothing
/// @param chance deviation of the logarithm of revenue that nothing explains, from 0
/// @param error deviation of a reported score from the true one, from 0
/// @param untold share of reports that are not there, in [0, 1): whole sources, single periods and single figures, more often of
///            those who do poorly
/// @param revenueTold whether reports tell the revenue of their own period; it carries what drove revenue before
public record MarketSettings(long seed, int creators, int periods, Map<Kpi, Double> drivers, double chance,
        double error, double untold, boolean revenueTold) {

    private static final int CREATORS = 800;
    private static final int PERIODS = 36;
    private static final double CHANCE = 0.6;
    private static final double ERROR = 0.12;
    private static final double UNTOLD = 0.3;
    private static final double ALL_ALIKE = 0.5;

    public MarketSettings {
        boolean sound = creators > 1 && periods > 1 && chance >= 0 && error >= 0 && untold >= 0 && untold < 1
                && Double.isFinite(chance) && Double.isFinite(error)
                && drivers.values().stream().allMatch(Double::isFinite);
        if (!sound) {
            throw new IllegalArgumentException("market (" + creators + " creators, " + periods + " periods, chance "
                    + chance + ", error " + error + ", untold " + untold + ", drivers " + drivers
                    + ") must have two creators and periods, and no deviation below 0\nMaybe untold was given in percent.");
        }
        drivers = Map.copyOf(drivers);
    }

    /// A market in which five of the thirteen indicators drive revenue, in another order than the written weights have them; 800
    /// creators over 36 periods.
    public static MarketSettings usual(long seed) {
        return new MarketSettings(seed, CREATORS, PERIODS,
                Map.of(Kpi.SALES_PERFORMANCE, 2.0, Kpi.AUDIENCE_FIT, 1.6, Kpi.TIKTOK_SHOP, 1.2, Kpi.DISCOVERY, 0.9,
                        Kpi.TREND_FIT, 0.55),
                CHANCE, ERROR, UNTOLD, true);
    }

    /// A market in which all indicators drive revenue alike and all are reported, so that no weighting is better than equal weights.
    public static MarketSettings alike(long seed) {
        Map<Kpi, Double> drivers = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            drivers.put(kpi, ALL_ALIKE);
        }
        return new MarketSettings(seed, CREATORS, PERIODS, drivers, CHANCE, ERROR, 0, false);
    }

    /// A market in which revenue has nothing to do with what is reported.
    public static MarketSettings chanceOnly(long seed) {
        return new MarketSettings(seed, CREATORS, PERIODS, Map.of(), CHANCE, ERROR, UNTOLD, false);
    }

    /// The same with so many creators over so many periods.
    public MarketSettings ofSize(int others, int otherPeriods) {
        return new MarketSettings(seed, others, otherPeriods, drivers, chance, error, untold, revenueTold);
    }
}

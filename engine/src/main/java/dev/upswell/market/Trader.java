package dev.upswell.market;

import dev.upswell.numeric.Dice;
import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Kpi;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// A creator of a simulated market, who lives from period to period.
final class Trader {

    private static final double SMALLEST = 1_000;
    private static final double TAIL = 2;
    private static final double LARGEST = 1e6;
    /// Between plan and size, so that revenue is hardly told by size alone [ln].
    private static final double PLAN_ERROR = 0.25;
    private static final double STAYS = 0.8;
    private static final double LEVEL = 0.6;
    private static final double WANDERS = 0.8;
    /// A revenue below it was none.
    private static final double LEAST = 1;

    /// A period as it is seen, and what was to be expected of the next one.
    record Told(CreatorPeriod seen, double expected) {
    }

    private final MarketSettings settings;
    private final String name;
    private final Dice dice;
    private final int line;
    private final double plan;
    private final double bent;
    private final Report report;
    private final double[] levels = new double[Kpi.values().length];
    private final double[] wandered = new double[Kpi.values().length];
    private double revenue;

    Trader(MarketSettings settings, int index) {
        this.settings = settings;
        name = String.format(Locale.ROOT, "creator-%04d", index);
        dice = Dice.of(settings.seed(), "trader", index);
        line = dice.below(Season.LINES);
        plan = Math.min(LARGEST, SMALLEST * StrictMath.pow(1 - dice.unit(), -1 / TAIL));
        bent = PLAN_ERROR * dice.gaussian();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = LEVEL * dice.gaussian();
            wandered[i] = WANDERS * dice.gaussian();
        }
        report = new Report(settings, Dice.of(settings.seed(), "report", index), plan, scores());
        revenue = drawn(expected(-1, 0));
    }

    /// Lets a period pass.
    ///
    /// @param common what moves everybody's revenue in the next one [ln]
    Told pass(int period, double common) {
        double expected = expected(period, common);
        Map<Input, Double> inputs = report.of(scores(), revenue);
        revenue = drawn(expected);
        wander();
        return new Told(new CreatorPeriod(name, period, inputs, revenue), expected);
    }

    private void wander() {
        for (int i = 0; i < wandered.length; i++) {
            wandered[i] = STAYS * wandered[i] + WANDERS * StrictMath.sqrt(1 - STAYS * STAYS) * dice.gaussian();
        }
    }

    /// The true scores of this period [0..1].
    private Map<Kpi, Double> scores() {
        Map<Kpi, Double> scores = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            double place = levels[kpi.ordinal()] + wandered[kpi.ordinal()];
            scores.put(kpi, 1 / (1 + StrictMath.exp(-place)));
        }
        return scores;
    }

    private double expected(int period, double common) {
        double driven = 0;
        for (Map.Entry<Kpi, Double> score : scores().entrySet()) {
            driven += settings.drivers().getOrDefault(score.getKey(), 0.0) * (score.getValue() - 0.5);
        }
        return StrictMath.log(plan) + bent + Season.of(line, period + 1) + common + driven;
    }

    private double drawn(double expected) {
        double either = dice.chance(0.5) ? 1 : -1;
        double drawn = StrictMath.exp(expected + either * dice.exponential(settings.chance() / StrictMath.sqrt(2)));
        return drawn < LEAST ? 0 : StrictMath.rint(100 * drawn) / 100;
    }
}

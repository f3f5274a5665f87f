package dev.upswell.market;

import dev.upswell.numeric.Dice;
import java.util.ArrayList;
import java.util.List;

/// A simulated market, period by period: what may be seen of it, and apart from that the truth.
///
/// A creator has a size (Pareto-tailed), a line of trade with a season of its own, a plan for its revenue, and for each indicator a true
/// score that wanders around a level of its own. Revenue of the next period is
///
///     plan · season · exp(Σ driver · (true score − ½) + chance)
///
/// where chance is drawn from Laplace's distribution, so that revenue has Pareto's tail on both sides and few periods bring most of it.
/// Reports show the true scores with an error, through the inputs from which indicators are made, measured against the plan, and leave
/// things out.
///
/// @param seen what the product may be shown, creators of a period together, by time
/// @param known for each of them the truth, as far as it can be known: the expected logarithm of the next revenue [ln money]
public record Market(MarketSettings settings, List<CreatorPeriod> seen, List<Double> known) {

    public Market {
        seen = List.copyOf(seen);
        known = List.copyOf(known);
    }

    /// The market of these settings.
    ///
    /// **cost** some 10 µs a creator and period
    public static Market of(MarketSettings settings) {
        List<Trader> traders = new ArrayList<>();
        for (int i = 0; i < settings.creators(); i++) {
            traders.add(new Trader(settings, i));
        }
        List<CreatorPeriod> seen = new ArrayList<>();
        List<Double> known = new ArrayList<>();
        Dice hidden = Dice.of(settings.seed(), "months", 0);
        double month = hidden.gaussian();
        for (int period = 0; period < settings.periods(); period++) {
            double common = Season.COMMON * month;
            for (Trader trader : traders) {
                Trader.Told told = trader.pass(period, common);
                seen.add(told.seen());
                known.add(told.expected());
            }
            month = hidden.gaussian();
        }
        return new Market(settings, seen, known);
    }
}

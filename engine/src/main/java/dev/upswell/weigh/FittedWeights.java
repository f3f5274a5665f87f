package dev.upswell.weigh;

import dev.upswell.numeric.EntityBootstrap;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A weighting learnt from what creators' next periods brought, with what it was learnt from and how it stands on later periods.
///
/// The last periods judge, and nothing of them is learnt from. Nor is a creator judged by weights that know its past: what sells for one
/// reason tends to go on selling, and weights that have seen a creator would rank it well for reasons that hold for no other. So
/// creators are dealt into five groups, and each is ranked by weights learnt from the earlier periods of the four others; the weights
/// that are given are learnt from the earlier periods of all. What is missing is missing: a score is the weighted mean of what is known,
/// in learning as in judging.
///
/// @param weights where the rule for tiers holds
/// @param spread of each weight when creators are drawn anew, 90 of 100 draws: indicators whose spreads overlap have no sure order
/// @param source what was learnt from
/// @param standing on the periods that judge
public record FittedWeights(Weighting weights, Map<Kpi, Interval> spread, Source source, Standing standing) {

    private static final int LEAST_PERIODS = 3;
    private static final int LEAST_CREATORS = 20;
    private static final int LEAST_OUTCOMES = 200;
    private static final int REFITS = 100;
    private static final double OUTSIDE = 0.1;

    public FittedWeights {
        spread = Map.copyOf(spread);
    }

    /// The spread of the weight of an indicator.
    public Interval spread(Kpi kpi) {
        return Objects.requireNonNull(spread.get(kpi), "a spread is there for every indicator");
    }

    /// What weights were learnt from.
    ///
    /// @param creators in the periods that were learnt from
    /// @param outcomes in them
    /// @param from the first of them
    /// @param to the last of them
    /// @param judgedFrom the first period that judges
    /// @param judgedTo the last period that judges
    /// @param unseen indicators that are known in less than a tenth of the outcomes; their weight is 0, because nothing tells what it
    ///            should be
    /// @param fingerprint of the outcomes that were learnt from, SHA-256 in hex
    public record Source(int creators, int outcomes, int from, int to, int judgedFrom, int judgedTo, Set<Kpi> unseen,
            String fingerprint, FitSettings settings) {

        public Source {
            unseen = Set.copyOf(unseen);
        }
    }

    /// What a history has too little of to learn weights from; empty when it is enough.
    public static List<Lack> lacks(List<Outcome> history, FitSettings settings) {
        Cut cut = Cut.of(history, settings.judged());
        List<Lack> lacks = new ArrayList<>();
        check(Lack.What.PERIODS, cut.periods(), settings.judged() + LEAST_PERIODS, lacks);
        check(Lack.What.CREATORS, cut.past().creators(), LEAST_CREATORS, lacks);
        check(Lack.What.JUDGED_CREATORS, cut.later().creators(), LEAST_CREATORS, lacks);
        check(Lack.What.OUTCOMES, cut.past().size(), LEAST_OUTCOMES, lacks);
        check(Lack.What.REVENUES, cut.past().revenues(), 2, lacks);
        Set<Kpi> seen = cut.past().seen();
        check(Lack.What.INDICATORS, settings.rule().corners(seen).isEmpty() ? 0 : seen.size(), 2, lacks);
        return lacks;
    }

    private static void check(Lack.What what, int there, int needed, List<Lack> lacks) {
        if (there < needed) {
            lacks.add(new Lack(what, there, needed));
        }
    }

    /// Learns weights from a history that lacks nothing: see [#lacks].
    ///
    /// @param history at most one outcome of a creator and period, in any order
    ///
    /// **cost** about a second for 10,000 outcomes
    public static FittedWeights fit(List<Outcome> history, FitSettings settings) {
        List<Lack> lacks = lacks(history, settings);
        if (!lacks.isEmpty()) {
            throw new IllegalArgumentException(
                    "history (" + lacks + ") must hold more\nMaybe it was not asked what it lacks first.");
        }
        Cut cut = Cut.of(history, settings.judged());
        Ledger past = cut.past();
        var fitting = new Fitting(past, settings.rule());
        double[] found = fitting.weights(past.once());
        Weighting weights = weighting(found);
        Set<Kpi> unseen = unseen(past);
        Source source = new Source(past.creators(), past.size(), past.firstPeriod(), past.lastPeriod(),
                cut.later().firstPeriod(), cut.later().lastPeriod(), unseen, past.fingerprint(), settings);
        return new FittedWeights(weights, spread(past, fitting, found, settings.seed()), source,
                new Judge(cut, settings).standing(fitting));
    }

    private static Set<Kpi> unseen(Ledger past) {
        Set<Kpi> unseen = EnumSet.allOf(Kpi.class);
        unseen.removeAll(past.seen());
        return unseen;
    }

    private static Weighting weighting(double[] found) {
        Map<Kpi, Double> weights = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            weights.put(kpi, found[kpi.ordinal()]);
        }
        return new Weighting(weights);
    }

    private static Map<Kpi, Interval> spread(Ledger past, Fitting fitting, double[] found, long seed) {
        EntityBootstrap bootstrap = EntityBootstrap.of(past.creatorNumbers(), seed);
        double[][] drawn = new double[Kpi.values().length][REFITS];
        for (int i = 0; i < REFITS; i++) {
            double[] weights = fitting.weights(bootstrap.draws(i), found);
            for (int k = 0; k < weights.length; k++) {
                drawn[k][i] = weights[k];
            }
        }
        Map<Kpi, Interval> spread = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            spread.put(kpi, Interval.of(drawn[kpi.ordinal()], OUTSIDE));
        }
        return spread;
    }
}

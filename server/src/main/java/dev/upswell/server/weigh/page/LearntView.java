package dev.upswell.server.weigh.page;

import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.scorecard.KeptWeighting;
import dev.upswell.server.weigh.History;
import dev.upswell.server.weigh.LearntWeights;
import dev.upswell.server.weigh.LearntWeights.End;
import dev.upswell.weigh.Interval;
import dev.upswell.weigh.Standing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An attempt to learn weights as its page shows it.
///
/// @param done share of the history that is read; null when it does not run in this process
/// @param learnt null until weights were learnt
/// @param verdict code of the sentence that says whether they rank better; null until weights were learnt
/// @param lines weights by indicator
/// @param lacks codes of what was too little
/// @param failure null unless it failed
record LearntView(LearntWeights one, @Nullable Double done, End.@Nullable Learnt learnt, boolean inForce,
        @Nullable String verdict, List<Line> lines, List<Way> ways, List<Lacked> lacks, @Nullable String failure) {

    private static final double WHOLE = 100;

    /// An indicator with its weights, and how a bar of 100 by 10 draws them.
    ///
    /// @param from where the spread begins
    /// @param width how wide it is
    /// @param at where the learnt weight stands
    /// @param beside where the written one stands
    record Line(String field, int tier, double written, double weight, double low, double high, boolean known,
            double from, double width, double at, double beside) {
    }

    /// A weighting that judged periods rank by.
    ///
    /// @param gain of the learnt weights over it; null for themselves
    record Way(String code, double correlation, Standing.@Nullable Gain gain) {
    }

    /// Of what there was too little.
    record Lacked(String code, int there, int needed) {
    }

    static LearntView of(LearntWeights one, KeptWeighting inForce, @Nullable Double done) {
        End.Learnt learnt = one.end() instanceof End.Learnt it ? it : null;
        return new LearntView(one, done, learnt,
                learnt != null && inForce.name().equals(one.name()) && inForce.version() == learnt.version(),
                learnt == null ? null : verdict(learnt.standing()), learnt == null ? List.of() : lines(learnt),
                learnt == null ? List.of() : ways(learnt.standing()),
                one.end() instanceof End.Lacking lacking
                        ? lacking.lacks().stream()
                                .map(lack -> new Lacked("learnt.lack." + lack.what().name().toLowerCase(Locale.ROOT),
                                        lack.there(), lack.needed()))
                                .toList()
                        : List.of(),
                one.end() instanceof End.Failed failed ? failed.why() : null);
    }

    private static String verdict(Standing standing) {
        if (standing.beatsBoth()) {
            return "learnt.verdict.better";
        }
        if (standing.overSeed().isLoss()) {
            return "learnt.verdict.worse";
        }
        return standing.overSeed().isSure() ? "learnt.verdict.notEqual" : "learnt.verdict.same";
    }

    private static List<Way> ways(Standing standing) {
        return List.of(new Way("learnt.way.learnt", standing.fitted(), null),
                new Way("learnt.way.written", standing.seed(), standing.overSeed()),
                new Way("learnt.way.equal", standing.equal(), standing.overEqual()));
    }

    private static List<Line> lines(End.Learnt learnt) {
        double most = Stream.of(Kpi.values())
                .mapToDouble(kpi -> Math.max(Weighting.SEED.of(kpi),
                        Math.max(learnt.weights().of(kpi), learnt.spread(kpi).high())))
                .max().orElse(1);
        return Stream.of(Kpi.values()).map(kpi -> line(kpi, learnt, most)).toList();
    }

    private static Line line(Kpi kpi, End.Learnt learnt, double most) {
        Interval spread = learnt.spread(kpi);
        double weight = learnt.weights().of(kpi);
        double written = Weighting.SEED.of(kpi);
        double low = rounded(spread.low() / most);
        return new Line(kpi.field(), kpi.tier().number(), written, weight, spread.low(), spread.high(),
                !learnt.source().unseen().contains(kpi), low, rounded(spread.high() / most) - low,
                mark(weight / most), mark(written / most));
    }

    /// Half the width of the mark lies on either side.
    private static double mark(double share) {
        return Math.clamp(rounded(share), 1, WHOLE - 1) - 1;
    }

    private static double rounded(double share) {
        return Math.round(Math.clamp(share, 0, 1) * WHOLE * 10) / 10.0;
    }

    /// A period as it is written.
    public String period(int number) {
        History.Extent history = one.history();
        return history == null ? "" : history.period(number);
    }
}

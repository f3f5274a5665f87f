package dev.upswell.server.cli.score;

import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.scorecard.KeptWeighting;
import dev.upswell.server.weigh.History;
import dev.upswell.server.weigh.LearntWeights;
import dev.upswell.weigh.FittedWeights;
import dev.upswell.weigh.Interval;
import dev.upswell.weigh.Lack;
import dev.upswell.weigh.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Learnt weights on the command line.
final class WeightsText {

    private WeightsText() {
    }

    static String told(Lack lack) {
        String what = switch (lack.what()) {
            case PERIODS -> "periods, with those that judge";
            case CREATORS -> "creators in the periods that are learnt from";
            case JUDGED_CREATORS -> "creators in the periods that judge";
            case OUTCOMES -> "rows with a next revenue in the periods that are learnt from";
            case REVENUES -> "different revenues in them";
            case INDICATORS -> "indicators that are known in a tenth of them, of the tiers that the rule needs";
        };
        return "%,d of at least %,d %s".formatted(lack.there(), lack.needed(), what);
    }

    static Map<String, Double> named(Map<Kpi, Double> values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (Kpi kpi : Kpi.values()) {
            Double value = values.get(kpi);
            if (value != null) {
                named.put(kpi.field(), value);
            }
        }
        return named;
    }

    static WeightsCommand.Result result(FittedWeights fitted, History.Extent extent, @Nullable String kept,
            @Nullable Integer version, List<OutcomeFile.Problems> broken) {
        Map<String, Interval> spread = new LinkedHashMap<>();
        for (Kpi kpi : Kpi.values()) {
            spread.put(kpi.field(), fitted.spread(kpi));
        }
        FittedWeights.Source source = fitted.source();
        return new WeightsCommand.Result(named(fitted.weights().weights()), spread,
                between(extent, source.from(), source.to()), between(extent, source.judgedFrom(), source.judgedTo()),
                source, fitted.standing(), fitted.standing().beatsBoth(), kept, version, broken);
    }

    /// Weights that were kept, as they were fitted.
    static FittedWeights fitted(LearntWeights.End.Learnt kept) {
        return new FittedWeights(kept.weights(), kept.spread(), kept.source(), kept.standing());
    }

    /// What a history left out.
    static String left(History.Extent extent) {
        return "%s without a known next revenue left out, %,d of them in another currency."
                .formatted(Counted.of(extent.withoutRevenue(), "scorecard"), extent.otherCurrency());
    }

    private static List<String> between(History.Extent extent, int from, int to) {
        return List.of(extent.period(from), extent.period(to));
    }

    /// An attempt in short, as a document.
    record Line(String id, String name, @Nullable Integer version, String state, boolean inForce, String origin,
            String by, String begunAt, @Nullable Double overWritten, @Nullable Double overEqual,
            @Nullable Boolean betterThanBoth, List<String> lacks) {

        static Line of(LearntWeights one, KeptWeighting inForce) {
            LearntWeights.End.Learnt learnt = one.end() instanceof LearntWeights.End.Learnt it ? it : null;
            return new Line(one.id().toString(), one.name(), learnt == null ? null : learnt.version(), one.state(),
                    learnt != null && inForce.name().equals(one.name()) && inForce.version() == learnt.version(),
                    one.origin(), one.by(), one.begunAt().toString(),
                    learnt == null ? null : (Double) learnt.standing().overSeed().difference(),
                    learnt == null ? null : (Double) learnt.standing().overEqual().difference(),
                    learnt == null ? null : (Boolean) learnt.standing().beatsBoth(),
                    one.end() instanceof LearntWeights.End.Lacking lacking
                            ? lacking.lacks().stream().map(WeightsText::told).toList()
                            : List.of());
        }
    }

    static void list(Screen screen, List<LearntWeights> all, KeptWeighting inForce) {
        List<Line> lines = all.stream().map(one -> Line.of(one, inForce)).toList();
        screen.document(lines);
        if (lines.isEmpty()) {
            screen.line("No learnt weights are kept yet: \"upswell weights fit --keep NAME\" learns them.");
            return;
        }
        var table = new TextTable("name", ">version", "state", ">over written", ">over equal", "better", "from", "by",
                "begun", "id");
        lines.forEach(one -> table.row(one.name(), one.version() == null ? "–" : one.version().toString(),
                one.inForce() ? "in force" : one.state(), signed(one.overWritten()), signed(one.overEqual()),
                one.betterThanBoth() == null ? "–" : one.betterThanBoth() ? "yes" : "not shown", one.origin(),
                one.by(), one.begunAt(), one.id()));
        screen.line(table.toString());
        lines.stream().filter(one -> !one.lacks().isEmpty())
                .forEach(one -> screen.line(one.id() + " lacks: " + String.join("; ", one.lacks())));
    }

    private static String signed(@Nullable Double value) {
        return value == null ? "–" : "%+.3f".formatted(value);
    }

    private static TextTable table(FittedWeights fitted) {
        var table = new TextTable("indicator", ">tier", ">written", ">learnt", ">in 90 of 100 draws");
        for (Kpi kpi : Kpi.values()) {
            Interval spread = fitted.spread(kpi);
            table.row(words(kpi), String.valueOf(kpi.tier().number()), "%.3f".formatted(Weighting.SEED.of(kpi)),
                    fitted.source().unseen().contains(kpi)
                            ? "not known"
                            : "%.3f".formatted(fitted.weights().of(kpi)),
                    "%.3f to %.3f".formatted(spread.low(), spread.high()));
        }
        return table;
    }

    static String words(Kpi kpi) {
        return kpi.field().replace('_', ' ');
    }

    static void say(FittedWeights fitted, History.Extent extent, Screen screen) {
        FittedWeights.Source source = fitted.source();
        Standing standing = fitted.standing();
        screen.line(table(fitted).toString());
        screen.line(
                "Learnt from %s of %s, periods %s; judged on %s, periods %s, each creator by weights that do not know its past."
                        .formatted(Counted.of(source.outcomes(), "row"), Counted.of(source.creators(), "creator"),
                                String.join(" to ", between(extent, source.from(), source.to())),
                                Counted.of(standing.outcomes(), "row"),
                                String.join(" to ", between(extent, source.judgedFrom(), source.judgedTo()))));
        screen.line("Rank correlation with the next revenue: learnt %.3f, written %.3f, equal %.3f."
                .formatted(standing.fitted(), standing.seed(), standing.equal()));
        screen.line("Learnt beside written %s; beside equal %s, in 95 of 100 draws of creators."
                .formatted(said(standing.overSeed()), said(standing.overEqual())));
        screen.line(standing.beatsBoth()
                ? "The learnt weights rank later revenue better than both, by more than chance explains."
                : "The learnt weights are not shown to rank later revenue better than both: there is no reason to adopt them.");
    }

    private static String said(Standing.Gain gain) {
        return "%+.3f (%+.3f to %+.3f)".formatted(gain.difference(), gain.interval().low(), gain.interval().high());
    }
}

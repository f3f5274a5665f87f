package dev.upswell.server.cli.score;

import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.KpiScore;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Tier;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.scorecard.AlikeCreators;
import dev.upswell.server.scorecard.CreatorList;
import dev.upswell.server.scorecard.KeptScorecard;
import dev.upswell.server.scorecard.KeptWeighting;
import dev.upswell.server.scorecard.KnownInput;
import dev.upswell.server.scorecard.Playbook;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scoring;
import dev.upswell.server.scorecard.ToldInputs;
import dev.upswell.server.scorecard.Weightings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Scorecards on the command line.
final class ScoreText {

    private ScoreText() {
    }

    /// A creator in short.
    record Line(String creator, String day, @Nullable Double score, @Nullable String level, double worst, double best,
            double coverage, @Nullable Double revenue, @Nullable Double enabling, @Nullable Double health,
            @Nullable String biggestGap) {

        static Line of(CreatorList.Row row) {
            return new Line(row.name(), row.card().day().toString(), row.overall(), row.level(), row.scored().worst(),
                    row.scored().best(), row.scored().coverage(), row.tier(1), row.tier(2), row.tier(3),
                    row.gap() == null ? null : row.gap().gap().field());
        }
    }

    static void list(Screen screen, List<CreatorList.Row> rows, int top) {
        List<Line> lines = rows.stream().limit(top).map(Line::of).toList();
        screen.document(lines);
        if (lines.isEmpty()) {
            screen.line(
                    "No scorecard is kept yet. They are made by the server when new data has come, or by \"upswell score run\".");
            return;
        }
        var table = new TextTable("creator", "day", "score [0..1]", "level", "can be", "known", "revenue",
                "leads there",
                "health", "biggest gap");
        lines.forEach(one -> table.row(one.creator(), one.day(), score(one.score()),
                one.level() == null ? "–" : one.level(), "%.3f to %.3f".formatted(one.worst(), one.best()),
                percent(one.coverage()), score(one.revenue()), score(one.enabling()), score(one.health()),
                one.biggestGap() == null ? "–" : one.biggestGap().replace('_', ' ')));
        screen.line(table.toString());
        screen.line("%,d of %,d creators.".formatted(lines.size(), rows.size()));
    }

    /// A scorecard as a document.
    record Card(String creator, String day, String asOf, String weighting, int version, @Nullable Double score,
            double worst, double best, double coverage, Map<String, @Nullable Double> indicators,
            List<KnownInput> inputs, List<Fix> fixes, List<Similar> similar) {
    }

    /// Creators alike who do well where this one is held back.
    ///
    /// @param alike how many are alike
    /// @param winners by what they are called, with the score of the indicator
    /// @param differences mean of the winners by input, beside the own value
    record Similar(String gap, int alike, Map<String, Double> winners, Map<String, List<Double>> differences) {

        static Similar of(AlikeCreators.Winners one, Pseudonyms names) {
            Map<String, Double> winners = new LinkedHashMap<>();
            one.winners().forEach(who -> winners.put(names.name(who.creator()), who.score()));
            Map<String, List<Double>> differences = new LinkedHashMap<>();
            one.differences()
                    .forEach(each -> differences.put(each.input().field(), List.of(each.own(), each.theirs())));
            return new Similar(one.bottleneck().gap().field(), one.alike(), winners, differences);
        }

        String said() {
            if (winners.isEmpty()) {
                return "Of %,d creators alike in size and hashtags none does well there.".formatted(alike);
            }
            String who = winners.entrySet().stream().map(one -> "%s (%.2f)".formatted(one.getKey(), one.getValue()))
                    .collect(Collectors.joining(", "));
            String differing = differences.entrySet().stream().map(
                    one -> "%s %.3g, here %.3g".formatted(one.getKey().replace('_', ' '), one.getValue().getLast(),
                            one.getValue().getFirst()))
                    .collect(Collectors.joining("; "));
            return "Alike, and well there: %s. %s".formatted(who, differing.isEmpty()
                    ? "Nothing that is known of both differs by a twentieth."
                    : "They differ in: " + differing + ".");
        }
    }

    /// What to fix.
    record Fix(String gap, double value, double impact, double gain, double confidence, int hours) {
    }

    static void card(Screen screen, KeptScorecard card, Scoring scoring,
            List<AlikeCreators.Winners> winners, Pseudonyms names) {
        CreatorInputs inputs = card.inputs().inputs();
        Scorecard scored = Scorecard.of(inputs, scoring.weighting());
        List<Fix> fixes = Diagnosis.of(inputs, scoring.weighting(), scoring.evidence()).bottlenecks().stream()
                .map(one -> new Fix(one.gap().field(), one.value(), one.impact(), one.gain(), one.confidence(),
                        Playbook.of(one.gap()).hours()))
                .toList();
        Map<String, @Nullable Double> indicators = new LinkedHashMap<>();
        var table = new TextTable("indicator", "tier", "weight", "score", "known", "can be");
        for (KpiScore one : scored.scores()) {
            indicators.put(one.kpi().field(), known(one.score()));
            table.row(one.kpi().field().replace('_', ' '), Integer.toString(one.kpi().tier().number()),
                    percent(scoring.weighting().of(one.kpi())), score(known(one.score())), percent(one.coverage()),
                    "%.2f to %.2f".formatted(one.worst(), one.best()));
        }
        screen.document(new Card(names.name(card.creator()), card.day().toString(), card.asOf().toString(),
                scoring.name(), scoring.version(), known(scored.overall()), scored.worst(), scored.best(),
                scored.coverage(), indicators, card.inputs().all(), fixes,
                winners.stream().map(one -> Similar.of(one, names)).toList()));
        screen.line(
                "%s as of %s: %s of 1, could be %.3f to %.3f, %s known (weighting %s, version %d; seed's weights %s, equal %s)."
                        .formatted(names.shown(card.creator()), card.asOf(), score(known(scored.overall())),
                                scored.worst(),
                                scored.best(), percent(scored.coverage()), scoring.name(), scoring.version(),
                                score(known(scored.with(Weighting.SEED).overall())),
                                score(known(scored.with(Weighting.EQUAL).overall()))));
        screen.line(table.toString());
        fixes.forEach(one -> {
            screen.line("Fix %s: it stands at %.3f, impact %.3f; expected gain %+.2f, confidence %s, about %d h."
                    .formatted(one.gap().replace('_', ' '), one.value(), one.impact(), one.gain(),
                            percent(one.confidence()), one.hours()));
            winners.stream().filter(who -> who.bottleneck().gap().field().equals(one.gap()))
                    .forEach(who -> screen.line("  " + Similar.of(who, names).said()));
        });
        screen.line(inputs(card).toString());
    }

    private static TextTable inputs(KeptScorecard card) {
        var table = new TextTable("input", "value", "from", "as of");
        card.inputs().all().forEach(one -> table.row(one.input().field().replace('_', ' '),
                "%.4f".formatted(one.value()), one.origin().label() + ": " + one.from(), one.asOf().toString()));
        return table;
    }

    /// Which ads are a creator's, as a document.
    record Linked(String creator, String ads, String since, String by) {

        static Linked of(String creator, ToldInputs.Link link) {
            String ads = link.ads();
            return new Linked(creator, ads == null ? "" : ads, link.since().toString(), link.by());
        }
    }

    static void links(Screen screen, String creator, List<ToldInputs.Link> links) {
        List<Linked> said = links.stream().map(link -> Linked.of(creator, link)).toList();
        screen.document(said);
        if (said.isEmpty()) {
            screen.line("Nothing was said of ads of " + creator + ": no ads count on this scorecard.");
            return;
        }
        var table = new TextTable("since", "ads", "said by");
        said.forEach(one -> table.row(one.since(), one.ads().isEmpty() ? "none" : one.ads(), one.by()));
        screen.line(table.toString());
    }

    /// A weighting as a document.
    record Weights(String name, int version, boolean inForce, Map<String, Double> weights, String reason) {
    }

    static void weights(Screen screen, Weightings weightings) {
        KeptWeighting inForce = weightings.inForce();
        var table = new TextTable("name", "version", "revenue", "leads there", "health", "in force", "reason");
        List<Weights> documents = weightings.list().stream().map(one -> weights(one, inForce)).toList();
        weightings.list().forEach(one -> table.row(one.name(), Integer.toString(one.version()),
                percent(weight(one, Tier.REVENUE)), percent(weight(one, Tier.ENABLING)),
                percent(weight(one, Tier.HEALTH)), weights(one, inForce).inForce() ? "yes" : "", one.reason()));
        screen.document(documents);
        screen.line(table.toString());
    }

    private static Weights weights(KeptWeighting one, KeptWeighting inForce) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Kpi kpi : Kpi.values()) {
            weights.put(kpi.field(), one.weighting().of(kpi));
        }
        return new Weights(one.name(), one.version(),
                one.name().equals(inForce.name()) && one.version() == inForce.version(), weights, one.reason());
    }

    private static double weight(KeptWeighting one, Tier tier) {
        double sum = 0;
        for (Kpi kpi : Kpi.values()) {
            sum += kpi.tier() == tier ? one.weighting().of(kpi) : 0;
        }
        return sum;
    }

    private static @Nullable Double known(OptionalDouble score) {
        return score.isPresent() ? (Double) score.getAsDouble() : null;
    }

    private static String score(@Nullable Double score) {
        return score == null ? "–" : "%.3f".formatted(score);
    }

    private static String percent(double share) {
        return "%.0f %%".formatted(100 * share);
    }
}

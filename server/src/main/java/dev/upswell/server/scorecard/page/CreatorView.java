package dev.upswell.server.scorecard.page;

import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.Evidence;
import dev.upswell.scorecard.Gap;
import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.KpiScore;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Tier;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.scorecard.AlikeCreators;
import dev.upswell.server.scorecard.ExperimentPlan;
import dev.upswell.server.scorecard.FollowedPlaybook;
import dev.upswell.server.scorecard.KeptScorecard;
import dev.upswell.server.scorecard.KnownInput;
import dev.upswell.server.scorecard.Playbook;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scoring;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A scorecard as its page shows it.
///
/// @param seed the overall score by the seed's weights; null when nothing is known
/// @param equal by equal ones
/// @param unknown titles of playbooks whose bottleneck could not be looked for
record CreatorView(@Nullable Double overall, @Nullable String level, Span span, double worst, double best,
        double coverage, @Nullable Double seed, @Nullable Double equal, List<TierLine> tiers,
        List<Indicator> indicators, List<Advice> advice, List<Unknown> unknown, List<Told> inputs,
        List<Outcome> followed) {

    /// A tier with the share of its weight of which something is known.
    record TierLine(int number, double weight, @Nullable Double average, Span span, double coverage) {
    }

    /// An indicator.
    ///
    /// @param missing names of inputs that would tell more
    record Indicator(String field, int tier, double weight, @Nullable Double score, @Nullable String level, Span span,
            double coverage, List<String> missing) {
    }

    /// What to do about a bottleneck.
    ///
    /// @param score of the measure
    /// @param followed id under which it is followed; null when it is not
    record Advice(String gap, boolean high, double value, double score, double impact, double gain, double confidence,
            int outcomes, Playbook playbook, ExperimentPlan plan, @Nullable String followed, Similar similar) {
    }

    /// Who is alike and does better.
    ///
    /// @param alike how many creators are alike
    record Similar(int alike, double score, List<Who> who, List<Differs> differs) {
    }

    /// A creator who does better.
    record Who(String page, String name, double score, double times, double shared) {
    }

    /// What stands elsewhere with those who do better.
    record Differs(String input, double own, double theirs, int known) {
    }

    /// A bottleneck that could not be looked for.
    record Unknown(String title, List<String> inputs) {
    }

    /// What is known of an input.
    ///
    /// @param beside what was derived, where something else was told; null otherwise
    record Told(String input, double value, String origin, KnownInput known, @Nullable Double beside) {
    }

    /// What became of a playbook.
    ///
    /// @param state followed, settled or dropped
    record Outcome(FollowedPlaybook one, String title, String state) {
    }

    /// @param winners of the bottlenecks of this card
    static CreatorView of(KeptScorecard card, Scoring scoring, List<FollowedPlaybook> followed,
            List<AlikeCreators.Winners> winners, Pseudonyms names) {
        CreatorInputs inputs = card.inputs().inputs();
        Scorecard scored = Scorecard.of(inputs, scoring.weighting());
        Diagnosis diagnosis = Diagnosis.of(inputs, scoring.weighting(), scoring.evidence());
        Double overall = known(scored.overall());
        return new CreatorView(overall, level(overall), Span.of(scored.worst(), scored.best(), overall), scored.worst(),
                scored.best(), scored.coverage(), known(scored.with(Weighting.SEED).overall()),
                known(scored.with(Weighting.EQUAL).overall()),
                Stream.of(Tier.values()).map(tier -> tier(tier, scored)).toList(),
                Stream.of(Kpi.values()).map(kpi -> indicator(kpi, scored, inputs)).toList(),
                diagnosis.bottlenecks().stream()
                        .map(one -> advice(one, scoring, followed, similar(one.gap(), winners, names)))
                        .toList(),
                diagnosis.unknown().stream().map(gap -> unknown(gap, inputs)).toList(), inputs(card),
                followed.stream().map(CreatorView::outcome).toList());
    }

    private static TierLine tier(Tier tier, Scorecard card) {
        double weight = card.weight(tier);
        double coverage = 0;
        double worst = 0;
        double best = 0;
        for (KpiScore one : card.scores()) {
            if (one.kpi().tier() == tier && weight > 0) {
                double share = card.weighting().of(one.kpi()) / weight;
                coverage += share * one.coverage();
                worst += share * one.worst();
                best += share * one.best();
            }
        }
        Double average = known(card.of(tier));
        return new TierLine(tier.number(), weight, average, Span.of(worst, best, average), coverage);
    }

    private static Indicator indicator(Kpi kpi, Scorecard card, CreatorInputs inputs) {
        KpiScore one = card.of(kpi);
        Double score = known(one.score());
        return new Indicator(kpi.field(), kpi.tier().number(), card.weighting().of(kpi), score, level(score),
                Span.of(one.worst(), one.best(), score), one.coverage(), missing(kpi.inputs(), inputs));
    }

    private static List<String> missing(Collection<Input> wanted, CreatorInputs inputs) {
        return wanted.stream().sorted().filter(input -> input.kind() != Input.Kind.TARGET && !inputs.isTold(input))
                .map(CreatorView::said).toList();
    }

    private static Similar similar(Gap gap, List<AlikeCreators.Winners> winners, Pseudonyms names) {
        return winners.stream().filter(one -> one.bottleneck().gap() == gap).findFirst()
                .map(one -> new Similar(one.alike(), one.score(), one.winners().stream()
                        .map(who -> new Who(CreatorsController.card(names.name(who.creator())),
                                names.shown(who.creator()), who.score(), who.times(), who.shared()))
                        .toList(),
                        one.differences().stream()
                                .map(each -> new Differs(said(each.input()), rounded(each.own()),
                                        rounded(each.theirs()), each.known()))
                                .toList()))
                .orElseGet(() -> new Similar(0, 0, List.of(), List.of()));
    }

    /// To three digits: a mean of few is known no better.
    private static double rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(3)).doubleValue();
    }

    private static Advice advice(Diagnosis.Bottleneck one, Scoring scoring, List<FollowedPlaybook> followed,
            Similar similar) {
        String open = followed.stream().filter(taken -> taken.gap() == one.gap() && taken.end() == null)
                .map(taken -> taken.id().toString()).findFirst().orElse(null);
        int outcomes = scoring.evidence().getOrDefault(one.gap(), Evidence.NONE).outcomes();
        return new Advice(one.gap().field(), one.severity() == Gap.Severity.HIGH, one.value(), one.score(),
                one.impact(), one.gain(), one.confidence(), outcomes, Playbook.of(one.gap()), ExperimentPlan.of(one),
                open, similar);
    }

    private static Unknown unknown(Gap gap, CreatorInputs inputs) {
        return new Unknown(Playbook.of(gap).title(), missing(gap.inputs(), inputs));
    }

    private static List<Told> inputs(KeptScorecard card) {
        Map<Input, KnownInput> used = card.inputs().used();
        return used.values().stream()
                .map(one -> new Told(said(one.input()), one.value(), one.origin().label(), one,
                        card.inputs().beside(one.input()).map(KnownInput::value).orElse(null)))
                .toList();
    }

    private static Outcome outcome(FollowedPlaybook one) {
        FollowedPlaybook.End end = one.end();
        return new Outcome(one, Playbook.of(one.gap()).title(),
                end == null ? "followed" : end.outcome() == null ? "dropped" : "settled");
    }

    private static String said(Input input) {
        return input.field().replace('_', ' ');
    }

    static @Nullable String level(@Nullable Double score) {
        return score == null ? null : KpiScore.Level.of(score).name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Double known(OptionalDouble score) {
        return score.isPresent() ? (Double) score.getAsDouble() : null;
    }
}

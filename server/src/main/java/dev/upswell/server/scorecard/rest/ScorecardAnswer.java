package dev.upswell.server.scorecard.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.Gap;
import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.KpiScore;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Tier;
import dev.upswell.server.scorecard.ExperimentPlan;
import dev.upswell.server.scorecard.Playbook;
import dev.upswell.server.web.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A scorecard as programs read it.
@Schema(name = "Scorecard")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScorecardAnswer(boolean success, @Nullable String creatorId,
        @Schema(description = "Mean of what is known, by weight [0..1]; left out when nothing is") @Nullable Double overallScore,
        @Schema(description = "The overall score if all that is missing were as bad as can be [0..1]") double worstScore,
        @Schema(description = "The overall score if all that is missing were as good as can be [0..1]") double bestScore,
        @Schema(description = "Share of all weight whose inputs are known [0..1]") double coverage,
        @Schema(description = "Of the first tier [0..1]; left out when nothing of it is known") @Nullable Double revenueFocusScore,
        @Schema(description = "By tier_1 (revenue), tier_2 (what leads there), tier_3 (health)") Map<String, TierAnswer> tierBreakdown,
        @Schema(description = "By indicator; those of which nothing is known have no score") Map<String, KpiAnswer> indicators,
        @Schema(description = "What holds the creator back and what to do about it, first what weighs most") List<Recommendation> recommendations,
        @Schema(description = "Bottlenecks that could not be looked for, because inputs are missing") List<String> unknown) {

    private static final Map<Tier, List<String>> FIELDS = Stream.of(Kpi.values())
            .collect(Collectors.groupingBy(Kpi::tier, Collectors.mapping(Kpi::field, Collectors.toList())));

    /// A tier.
    @Schema(name = "ScorecardTier")
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TierAnswer(List<String> kpis, double totalWeight, @Nullable Double averageScore) {
    }

    /// An indicator.
    @Schema(name = "ScorecardIndicator")
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KpiAnswer(double weight, @Nullable Double score,
            @Schema(description = "low below 0.3, medium below 0.6, else high") @Nullable String level,
            double worstScore, double bestScore, double coverage,
            @Schema(description = "Inputs that would tell more") List<String> missing) {
    }

    /// What to do about a bottleneck.
    @Schema(name = "ScorecardRecommendation")
    @JsonNaming(SnakeCaseStrategy.class)
    record Recommendation(String component, String kpiAffected, String severity,
            @Schema(description = "The measure in its own unit") double value,
            @Schema(description = "The measure as a score [0..1]") double currentScore,
            @Schema(description = "Weight of the indicator times what is missing to the full score") double impact,
            double priorityScore,
            @Schema(description = "By which the score of the measure is expected to rise; written down, until outcomes are known") double expectedImprovement,
            @Schema(description = "Rises with what is known and with outcomes [0..1]") double confidence,
            String title, List<String> actions, String costLevel, int estimatedEffortHours, List<String> successMetrics,
            Experiment experiment) {
    }

    /// An experiment that could confirm it.
    @Schema(name = "ScorecardExperiment")
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Experiment(List<String> variants, int durationDays, String primaryMetric,
            @Schema(description = "What is dealt to the two groups") String unit, double baseline, double expected,
            String formula, @Nullable Double assumedDeviation,
            @Schema(description = "Units that each group needs, with an error of 5 % and a power of 80 %") @Nullable Long unitsPerGroup) {
    }

    static ScorecardAnswer of(@Nullable String creator, CreatorInputs inputs, Scorecard card, Diagnosis diagnosis,
            Words words) {
        Map<String, TierAnswer> tiers = new LinkedHashMap<>();
        for (Tier tier : Tier.values()) {
            tiers.put("tier_" + tier.number(),
                    new TierAnswer(FIELDS.getOrDefault(tier, List.of()), card.weight(tier), known(card.of(tier))));
        }
        Map<String, KpiAnswer> indicators = new LinkedHashMap<>();
        card.scores().forEach(one -> indicators.put(one.kpi().field(), indicator(one, inputs, card)));
        return new ScorecardAnswer(true, creator, known(card.overall()), card.worst(), card.best(),
                card.coverage(), known(card.of(Tier.REVENUE)), tiers, indicators,
                diagnosis.bottlenecks().stream().map(one -> recommendation(one, words)).toList(),
                diagnosis.unknown().stream().map(Gap::field).toList());
    }

    private static KpiAnswer indicator(KpiScore one, CreatorInputs inputs, Scorecard card) {
        Double score = known(one.score());
        return new KpiAnswer(card.weighting().of(one.kpi()), score,
                score == null ? null : lower(KpiScore.Level.of(score)), one.worst(), one.best(), one.coverage(),
                one.kpi().inputs().stream()
                        .filter(input -> input.kind() != Input.Kind.TARGET && !inputs.isTold(input))
                        .map(Input::field).toList());
    }

    private static Recommendation recommendation(Diagnosis.Bottleneck one, Words words) {
        Playbook playbook = Playbook.of(one.gap());
        ExperimentPlan plan = ExperimentPlan.of(one);
        return new Recommendation(one.gap().field(), one.gap().kpi().field(), lower(one.severity()), one.value(),
                one.score(), one.impact(), one.priority(), one.gain(), one.confidence(), words.say(playbook.title()),
                playbook.steps().stream().map(words::say).toList(), playbook.cost(), playbook.hours(),
                playbook.watched(),
                new Experiment(List.of("baseline", playbook.variant()), playbook.days(), one.gap().field(), plan.unit(),
                        plan.from(), plan.to(), plan.formula(), plan.deviation(), plan.unitsPerGroup()));
    }

    static @Nullable Double known(OptionalDouble score) {
        return score.isPresent() ? Double.valueOf(score.getAsDouble()) : null;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

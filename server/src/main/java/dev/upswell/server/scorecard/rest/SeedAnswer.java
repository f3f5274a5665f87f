package dev.upswell.server.scorecard.rest;

import dev.upswell.scorecard.Gap;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.KpiScore;
import dev.upswell.scorecard.SeedAnalysis;
import dev.upswell.scorecard.Tier;
import dev.upswell.server.scorecard.Playbook;
import dev.upswell.server.web.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The answers of the origin, in its shape: for programs that were written for it.
final class SeedAnswer {

    private SeedAnswer() {
    }

    static Map<String, Object> analysis(SeedAnalysis analysis, Words words) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("success", true);
        answer.put("overall_score", analysis.card().overall().orElse(0));
        answer.put("revenue_focus_score", analysis.revenue());
        Map<String, Object> tiers = new LinkedHashMap<>();
        for (Tier tier : Tier.values()) {
            tiers.put("tier_" + tier.number(), Map.of("kpis", names(tier), "total_weight", analysis.card().weight(tier),
                    "average_score", analysis.card().of(tier).orElse(0)));
        }
        answer.put("tier_breakdown", tiers);
        Map<String, Object> scores = new LinkedHashMap<>();
        Map<String, Object> levels = new LinkedHashMap<>();
        for (KpiScore score : analysis.card().scores()) {
            scores.put(name(score.kpi()), score.sum());
            levels.put(name(score.kpi()), ScorecardAnswer.lower(KpiScore.Level.of(score.sum())));
        }
        answer.put("individual_scores", scores);
        answer.put("performance_levels", levels);
        answer.put("recommendations", analysis.advice().stream().map(one -> advice(one, words)).toList());
        answer.put("insights", insights(analysis));
        return answer;
    }

    private static List<String> names(Tier tier) {
        return Stream.of(Kpi.values()).filter(kpi -> kpi.tier() == tier).map(SeedAnswer::name).toList();
    }

    private static String name(Kpi kpi) {
        return kpi.field() + "_scorer";
    }

    private static Map<String, Object> advice(SeedAnalysis.Advice one, Words words) {
        Gap gap = one.gap();
        Playbook playbook = Playbook.of(gap);
        Map<String, Object> advice = new LinkedHashMap<>();
        advice.put("id", "rec_" + name(gap.kpi()) + "_" + gap.field());
        advice.put("title", words.say(playbook.title()));
        advice.put("description", words.say("playbook.description", gap.field(), name(gap.kpi())));
        advice.put("priority_score", one.priority());
        advice.put("expected_improvement", one.gain());
        advice.put("confidence", one.confidence());
        advice.put("cost_level", playbook.cost());
        advice.put("severity", ScorecardAnswer.lower(one.severity()));
        advice.put("current_score", one.score());
        advice.put("target_score", one.target());
        advice.put("actions", playbook.steps().stream().map(words::say).toList());
        advice.put("experiment",
                Map.of("type", "A/B Test", "variants", List.of("baseline", playbook.variant()), "duration_days",
                        playbook.days(), "primary_metric", gap.kpi().field() + "_score", "success_threshold",
                        playbook.threshold()));
        advice.put("kpi_affected", name(gap.kpi()));
        advice.put("component", gap.field());
        advice.put("estimated_effort_hours", playbook.hours());
        advice.put("success_metrics", playbook.watched());
        return advice;
    }

    private static Map<String, Object> insights(SeedAnalysis analysis) {
        Map<String, Object> insights = new LinkedHashMap<>();
        List<Map<String, Object>> low = analysis.low().stream()
                .map(one -> Map.<String, Object>of("kpi", name(one.kpi()), "score", one.score(), "weight", one.weight(),
                        "impact", one.impact()))
                .toList();
        insights.put("current_revenue_score", analysis.revenue());
        insights.put("max_possible_revenue_score", analysis.bestRevenue());
        insights.put("improvement_potential", analysis.bestRevenue() - analysis.revenue());
        insights.put("low_performance_kpis", low);
        insights.put("priority_actions", low);
        Map<String, Object> tiers = new LinkedHashMap<>();
        for (Tier tier : Tier.values()) {
            tiers.put("tier_" + tier.number(), analysis.card().of(tier).orElse(0));
        }
        insights.put("tier_performance", tiers);
        insights.put("overall_performance", analysis.card().overall().orElse(0));
        return insights;
    }
}

package dev.upswell.server.fyp.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.RootCause;
import dev.upswell.fyp.rule.Prescription;
import dev.upswell.server.fyp.Diagnosis;
import dev.upswell.server.fyp.ScoreDocument;
import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.fyp.SettledScore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is told of a video.
@Schema(name = "VideoDiagnosis")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DiagnosisAnswer(
        @Schema(description = "Its scores as known at the marks, the earliest first") List<ScoreDocument> marks,
        @Schema(description = "Its score with everything told since; left out before it is a day old") ScoreDocument.@Nullable Settled settled,
        @Schema(description = "known or settled: which score the causes are of; the settled one where there is one") String causesOf,
        @Schema(description = "What moved that score, the most first; the points sum to the score less 50") List<Cause> causes,
        @Schema(description = "Ids of the strong videos that resemble it most") List<String> winners,
        @Schema(description = "What was told after the video's day, and so is in its settled score only") List<Late> late,
        @Schema(description = "Rules that fire for the latest score as known at its mark, which tasks rest on") List<Step> steps,
        @Schema(description = "Rules of which it cannot be told, because something was not measured") List<Step> undecided,
        @Schema(description = "Rules that fire for the settled score only; they open no task") List<Step> settledSteps,
        @Schema(description = "What was asked for about it, and how that stands") List<PlanAnswer> plans) {

    /// A measure that was told late.
    @Schema(name = "VideoLateMeasure")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Late(String metric,
            @Schema(description = "As known at a day; left out when it was not") @Nullable Double known,
            double settled) {
    }

    /// What one measure did.
    @Schema(name = "VideoCause")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cause(String metric, double value, @Schema(description = "Of the brand's videos before it") double median,
            @Schema(description = "Median of the winners") @Nullable Double winners, double points) {
    }

    /// A rule, and what it asks for.
    @Schema(name = "VideoStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(int line, String rule, List<String> actions, @Nullable Long slaMinutes, @Nullable String assignee) {

        static Step of(Prescription rule) {
            Duration sla = rule.sla();
            return new Step(rule.line(), rule.text(), rule.actions(), sla == null ? null : sla.toMinutes(),
                    rule.assignee());
        }
    }

    static DiagnosisAnswer of(Diagnosis diagnosis, boolean literal) {
        List<ScoreDocument> marks = diagnosis.marks().stream()
                .map(score -> ScoreDocument.of(new ScoredVideo(score, diagnosis.latest().video(), null), literal))
                .toList();
        SettledScore settled = diagnosis.latest().settled();
        return new DiagnosisAnswer(marks, settled == null ? null : ScoreDocument.Settled.of(settled, literal),
                settled == null ? "known" : "settled",
                diagnosis.cause().causes().stream().map(DiagnosisAnswer::cause).toList(),
                diagnosis.cause().winners().stream().map(FypScore::video).map(id -> id.value()).toList(),
                settled == null
                        ? List.of()
                        : settled.late(diagnosis.atDay().orElse(null)).stream()
                                .map(one -> new Late(one.metric().word(), one.known(), one.settled())).toList(),
                steps(diagnosis.steps().firing()), steps(diagnosis.steps().undecided()),
                steps(diagnosis.steps().settled()), diagnosis.plans().stream().map(PlanAnswer::of).toList());
    }

    private static List<Step> steps(List<Prescription> rules) {
        return rules.stream().map(Step::of).toList();
    }

    private static Cause cause(RootCause.Cause cause) {
        return new Cause(cause.metric().word(), cause.value(), cause.median(), cause.winners(), cause.points());
    }
}

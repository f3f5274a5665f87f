package dev.upswell.server.fyp.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.RootCause;
import dev.upswell.fyp.rule.Prescription;
import dev.upswell.server.fyp.Diagnosis;
import dev.upswell.server.fyp.ScoreDocument;
import dev.upswell.server.fyp.ScoredVideo;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is told of a video.
@Schema(name = "VideoDiagnosis")
record DiagnosisAnswer(@Schema(description = "Its scores, the earliest mark first") List<ScoreDocument> marks,
        @Schema(description = "What moved the latest score, the most first; the points sum to the score less 50") List<Cause> causes,
        @Schema(description = "Ids of the strong videos that resemble it most") List<String> winners,
        @Schema(description = "Rules that fire for the latest score") List<Step> steps,
        @Schema(description = "Rules of which it cannot be told, because something was not measured") List<Step> undecided) {

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
                .map(score -> ScoreDocument.of(new ScoredVideo(score, diagnosis.latest().video()), literal)).toList();
        return new DiagnosisAnswer(marks, diagnosis.cause().causes().stream().map(DiagnosisAnswer::cause).toList(),
                diagnosis.cause().winners().stream().map(FypScore::video).map(id -> id.value()).toList(),
                diagnosis.steps().stream().map(Step::of).toList(),
                diagnosis.undecided().stream().map(Step::of).toList());
    }

    private static Cause cause(RootCause.Cause cause) {
        return new Cause(cause.metric().word(), cause.value(), cause.median(), cause.winners(), cause.points());
    }
}

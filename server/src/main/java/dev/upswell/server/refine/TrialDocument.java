package dev.upswell.server.refine;

import dev.upswell.server.refine.PromptTrial.Figure;
import dev.upswell.server.refine.PromptTrial.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/// A tried version of a prompt beside the serving one, as programs read it.
@Schema(name = "PromptTrialStanding", description = "A tried version beside the one that serves; intervals hold at all looks at once, 95 % over all figures together")
public record TrialDocument(String purpose, int serving, int tried,
        @Schema(description = "Planned part of the texts of both that the tried version is asked for") double share,
        Instant since,
        @Schema(description = "Texts for which the serving version was asked since then") long servingAsked,
        long triedAsked, Verdict verdict, List<Line> figures) {

    public TrialDocument {
        figures = List.copyOf(figures);
    }

    /// A figure of both.
    @Schema(name = "PromptTrialFigure", description = "Shares from 0 to 1; dwell in seconds")
    public record Line(Figure figure, long servingTexts, double serving, long triedTexts, double tried,
            double difference,
            @Schema(description = "Lower end of the interval of the difference") double low, double high,
            @Schema(description = "Always-valid") double p) {
    }

    /// This trial as programs read it.
    public static TrialDocument of(PromptTrial trial) {
        return new TrialDocument(trial.purpose(), trial.serving(), trial.tried(), trial.share(), trial.since(),
                trial.baseline().asked(), trial.treated().asked(), trial.verdict(),
                trial.compared().stream().map(one -> new Line(one.figure(), one.baseline().units(),
                        one.baseline().mean(), one.treated().units(), one.treated().mean(),
                        one.sequential().difference(), one.sequential().low(), one.sequential().high(),
                        one.sequential().p())).toList());
    }
}

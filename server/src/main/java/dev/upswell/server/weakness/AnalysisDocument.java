package dev.upswell.server.weakness;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.segment.Measured;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An analysis of errors as programs read it.
@Schema(name = "ErrorAnalysis", description = "In which segments the forecasts of a fortnight were worse than in the others")
public record AnalysisDocument(String kind, int horizonHours,
        @Schema(description = "First instant of the window") Instant from,
        @Schema(description = "End of the window; no forecast made at or after it was looked at, but outcomes, which lie up to a horizon after it") Instant to,
        @Schema(description = "One of so many entities was looked at; 1 for all") int part, int entities, int forecasts,
        @Schema(description = "Segments that were large enough to say something") int looked,
        @Schema(description = "How many the first half of the entities chose; the second had to confirm them") int chosen,
        @Schema(description = "Confirmed segments, the surest first") List<Line> findings,
        @Schema(description = "How the segments of pending tasks stand") List<FollowedLine> followed) {

    public AnalysisDocument {
        findings = List.copyOf(findings);
        followed = List.copyOf(followed);
    }

    /// A confirmed segment.
    @Schema(name = "ErrorSegment", description = "A segment in which forecasts were worse than elsewhere")
    public record Line(@Schema(description = "Dimension and value, such as age=under-3") String segment,
            @Schema(description = "As people call it") String name,
            @Schema(description = "too-low, too-high or unsure") String fault,
            @Schema(description = "By the half that had no part in the choice: the figures to believe") Figures confirmed,
            @Schema(description = "By the half that chose it: too large on average") Figures chosen,
            @Schema(description = "Chance of so large a difference by luck, with all chosen segments taken into account") double p,
            List<Finding.Text> texts) {

        public Line {
            texts = List.copyOf(texts);
        }
    }

    /// How a segment stands beside the others.
    @Schema(name = "ErrorFigures", description = "A segment beside the others; for too-low and too-high shares of probability, for unsure squared error over that of always stating the share that came true")
    public record Figures(double inside, double elsewhere,
            @Schema(description = "inside − elsewhere") double difference,
            @Schema(description = "Lower end of its 95 % interval") double low, double high, int entities,
            int forecasts,
            @Schema(description = "Mean of what was stated in the segment") double stated,
            @Schema(description = "Share that came true in it") double came) {

        static Figures of(Measured measured) {
            return new Figures(measured.inside(), measured.elsewhere(), measured.apart(), measured.low(),
                    measured.high(), measured.told().entities(), measured.told().forecasts(), measured.told().stated(),
                    measured.told().came());
        }
    }

    /// A segment of which a task is pending, or was closed by this analysis.
    @Schema(name = "FollowedSegment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FollowedLine(UUID task, String segment, String fault,
            @Schema(description = "Left out where the window holds too few of it") @Nullable Figures figures,
            @Schema(description = "Whether the window shares no day with what the task was opened on") boolean fresh,
            boolean closed) {
    }

    /// This analysis as programs read it.
    public static AnalysisDocument of(ErrorAnalysis analysis) {
        return new AnalysisDocument(analysis.task().kind().label(), analysis.task().horizonHours(), analysis.from(),
                analysis.to(), analysis.part(), analysis.entities(), analysis.forecasts(), analysis.looked(),
                analysis.chosen(), analysis.findings().stream().map(AnalysisDocument::line).toList(),
                analysis.followed().stream().map(AnalysisDocument::line).toList());
    }

    private static Line line(Finding finding) {
        return new Line(finding.segment().label(), ErrorAnalyses.name(finding), finding.fault().label(),
                Figures.of(finding.confirmed()), Figures.of(finding.chosen()), finding.adjusted(), finding.texts());
    }

    private static FollowedLine line(Followed followed) {
        Measured measured = followed.measured();
        return new FollowedLine(followed.task(), followed.segment().label(), followed.fault().label(),
                measured == null ? null : Figures.of(measured), followed.fresh(), followed.closed());
    }
}

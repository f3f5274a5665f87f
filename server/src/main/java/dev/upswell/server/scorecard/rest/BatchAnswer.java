package dev.upswell.server.scorecard.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.KpiScore;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Tier;
import dev.upswell.server.scorecard.ScorecardFile;
import dev.upswell.server.scorecard.ScorecardRequest;
import dev.upswell.server.scorecard.ScorecardRequest.Read;
import dev.upswell.server.scorecard.Scoring;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// The scores of many creators.
@Schema(name = "ScorecardBatch")
record BatchAnswer(boolean success, List<Scored> scored, List<Refused> refused) {

    /// A row that was scored.
    @Schema(name = "ScorecardBatchRow")
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scored(@Schema(description = "On which it begins, from 1") long line, @Nullable String creatorId,
            @Schema(description = "Left out when nothing is known [0..1]") @Nullable Double overallScore,
            @Nullable String level, double worstScore, double bestScore, double coverage,
            @Schema(description = "Average of the first tier, revenue [0..1]") @Nullable Double tier1,
            @Schema(description = "Average of the second, what leads there [0..1]") @Nullable Double tier2,
            @Schema(description = "Average of the third, health [0..1]") @Nullable Double tier3,
            @Schema(description = "What weighs most of what holds the creator back; left out when nothing does") @Nullable String biggestGap) {
    }

    /// A row that cannot be scored.
    @Schema(name = "ScorecardBatchProblem")
    record Refused(@Schema(description = "On which it begins, from 1") long line, List<String> problems) {
    }

    static BatchAnswer of(List<ScorecardFile.Row> rows, Scoring scoring) {
        List<Scored> scored = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (ScorecardFile.Row row : rows) {
            switch (row.read()) {
                case Read.Sound(ScorecardRequest request) -> scored.add(scored(row.line(), request, scoring));
                case Read.Broken(List<String> problems) -> refused.add(new Refused(row.line(), problems));
            }
        }
        return new BatchAnswer(true, scored, refused);
    }

    private static Scored scored(long line, ScorecardRequest request, Scoring scoring) {
        CreatorInputs inputs = CreatorInputs.of(request.inputs());
        Scorecard card = Scorecard.of(inputs, scoring.weighting());
        Double overall = ScorecardAnswer.known(card.overall());
        return new Scored(line, request.creator(), overall,
                overall == null ? null : ScorecardAnswer.lower(KpiScore.Level.of(overall)), card.worst(), card.best(),
                card.coverage(), ScorecardAnswer.known(card.of(Tier.REVENUE)),
                ScorecardAnswer.known(card.of(Tier.ENABLING)), ScorecardAnswer.known(card.of(Tier.HEALTH)),
                Diagnosis.of(inputs, scoring.weighting(), scoring.evidence()).bottlenecks().stream().findFirst()
                        .map(one -> one.gap().field()).orElse(null));
    }
}

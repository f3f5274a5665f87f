package dev.upswell.server.quality.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.quality.Finding;
import dev.upswell.quality.GateLimit;
import dev.upswell.server.quality.QualityRefused;
import dev.upswell.server.quality.QualityRepository;
import dev.upswell.server.quality.StalenessRepository;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the endpoints of quality answer.
final class QualityAnswers {

    private QualityAnswers() {
    }

    /// A rule with its limits.
    @Schema(name = "QualityRule", description = "What a quality gate looks at, and from where on it warns and blocks")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(String rule, @Schema(description = "share, minutes, times or fields") String unit,
            @Schema(description = "Larger values warn; absent when none does") @Nullable Double warnAbove,
            @Schema(description = "Larger values set the batch aside; absent when none does") @Nullable Double blockAbove,
            @Schema(description = "How many cases must be looked at before it judges") long least) {

        static Rule of(GateLimit limit) {
            return new Rule(limit.rule().label(), QualityRefused.unit(limit.rule()), limit.warnAbove(),
                    limit.blockAbove(), limit.least());
        }
    }

    /// What a rule found.
    @Schema(name = "QualityFinding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(String source, String rule, @Nullable Double value, long cases, long failed,
            @Schema(description = "unjudged, pass, warn or block") String verdict, String detail, @Nullable UUID batch,
            @Nullable Instant judgedAt) {

        static Found of(String source, Finding finding, @Nullable UUID batch, @Nullable Instant judgedAt) {
            return new Found(source, finding.rule().label(), finding.value(), finding.cases(), finding.failed(),
                    finding.verdict().label(), finding.detail(), batch, judgedAt);
        }
    }

    /// A batch with all that was found in it.
    @Schema(name = "QualityBatch")
    record Whole(QualityRepository.Batch batch, List<Found> results,
            @Schema(description = "The first hundred readings that failed a rule") List<QualityRepository.Failure> failures,
            long failuresKept) {
    }

    /// How old the newest of a source is.
    @Schema(name = "SourceStaleness")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceAge(String source, @Nullable Instant newest, boolean live, @Nullable Double minutes, String verdict,
            @Schema(description = "Present when the source repeats one answer") @Nullable String frozen) {

        static SourceAge of(StalenessRepository.Source source) {
            return new SourceAge(source.name(), source.newest(), source.live(), source.freshness().value(),
                    source.freshness().verdict().label(), source.frozen());
        }
    }

    /// How old what is known of a watched subject is.
    @Schema(name = "SubjectStaleness")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SubjectAge(String source, String subject, @Nullable Instant lastPage, @Nullable Instant lastReading,
            @Nullable Long allowedSeconds, boolean stale) {

        static SubjectAge of(StalenessRepository.Watched one) {
            Duration allowed = one.allowed();
            return new SubjectAge(one.source(), one.subject(), one.lastPage(), one.lastReading(),
                    allowed == null ? null : allowed.toSeconds(), one.stale());
        }
    }

    /// How many rows a decision concerned.
    @Schema(name = "QualityDecision")
    record Decided(UUID batch, String state, long rows) {
    }
}

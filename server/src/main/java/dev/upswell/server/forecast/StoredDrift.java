package dev.upswell.server.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.learn.drift.DriftReport;
import dev.upswell.learn.drift.DriftVerdict;
import dev.upswell.learn.drift.FeatureDrift;
import dev.upswell.learn.drift.MissingShift;
import dev.upswell.learn.drift.PrevalenceShift;
import dev.upswell.learn.drift.ReferenceSource;
import dev.upswell.learn.drift.ResidualDrift;
import dev.upswell.learn.drift.StrangeRows;
import dev.upswell.learn.drift.ValueShift;
import dev.upswell.server.registry.ModelTask;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A comparison of what was scored with what the serving model learned from, as it is kept.
///
/// @param author the model that served then
/// @param asOf end of the window that was compared
/// @param drifted whether drift is confirmed, see [Drifting]
/// @param always features that had drifted in the model's first report already, so that they say nothing in later ones
public record StoredDrift(ModelTask task, Author author, Instant asOf, boolean drifted, DriftReport report,
        Set<String> always) {

    private static final List<DriftVerdict> GRAVEST_FIRST = List.of(DriftVerdict.DRIFTED, DriftVerdict.WATCH,
            DriftVerdict.STABLE, DriftVerdict.UNTESTED);

    public StoredDrift {
        always = Set.copyOf(always);
    }

    /// The model whose training rows were compared with.
    ///
    /// @param serving whether it still gives the predictions
    public record Author(UUID id, String family, boolean serving) {
    }

    /// The features that drifted and had not from the start.
    public Set<String> news() {
        return drifted(report).stream().filter(feature -> !always.contains(feature)).collect(Collectors.toSet());
    }

    /// The share of all features that [#news] are.
    public double share() {
        return report.features().isEmpty() ? 0 : (double) news().size() / report.features().size();
    }

    /// Whether the share of surges or the model's errors drifted.
    public boolean beyondFeatures() {
        PrevalenceShift prevalence = report.prevalence();
        return prevalence != null && prevalence.verdict() == DriftVerdict.DRIFTED
                || report.residuals().stream().anyMatch(one -> one.verdict() == DriftVerdict.DRIFTED);
    }

    /// Drifted features first, then those to watch; of one verdict what is new before what was so from the start, and then the
    /// larger shift first.
    public List<FeatureDrift> bySeverity() {
        return report.features().stream()
                .sorted(Comparator.comparingInt((FeatureDrift one) -> GRAVEST_FIRST.indexOf(one.verdict()))
                        .thenComparing(one -> always.contains(one.feature()))
                        .thenComparingDouble(one -> -one.size(report.settings())))
                .toList();
    }

    /// The names of the drifted features of a report.
    static Set<String> drifted(DriftReport report) {
        return report.features().stream().filter(one -> one.verdict() == DriftVerdict.DRIFTED)
                .map(FeatureDrift::feature).collect(Collectors.toSet());
    }

    /// The report as programs read it.
    ///
    /// @param most how many of its features, the gravest first
    public Document document(int most) {
        StrangeRows strange = report.strange();
        return new Document(task.kind().label(), task.horizonHours(), author.id(), author.family(), author.serving(),
                asOf, drifted, report.verdict(), report.settings().window().toHours(), report.rows(),
                report.entityGroups(), report.reference(), counts(), report.prevalence(), report.residuals(),
                strange == null ? null : new Strange(strange.judged(), strange.strange(), strange.share()),
                features().subList(0, Math.min(most, report.features().size())));
    }

    /// All features as programs read them, the gravest first.
    public List<Feature> features() {
        return bySeverity().stream().map(one -> new Feature(one.feature(), one.verdict(),
                always.contains(one.feature()), one.size(report.settings()), one.values(), one.missing())).toList();
    }

    private Counts counts() {
        return new Counts(report.features().size(), report.count(DriftVerdict.DRIFTED), news().size(),
                report.count(DriftVerdict.WATCH), report.count(DriftVerdict.STABLE),
                report.count(DriftVerdict.UNTESTED));
    }

    /// A drift report as programs read it, on the command line and over REST alike. What is absent is left out.
    @Schema(name = "DriftReport", description = "What was scored in a window held against what the serving model learned from")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Document(@Schema(description = "hashtag, sound, video or creator") String kind, int horizonHours,
            @Schema(description = "Id of the model that served then") UUID model,
            @Schema(description = "Family of the model") String family,
            @Schema(description = "Whether that model still gives the predictions") boolean serving,
            @Schema(description = "End of the window that was compared") Instant asOf,
            @Schema(description = "Whether the drift counts as confirmed, which opens a retraining task") boolean confirmed,
            @Schema(description = "The gravest verdict of all parts; by itself it confirms nothing") DriftVerdict verdict,
            @Schema(description = "Length of the window") long windowHours,
            @Schema(description = "Rows of the window") long rows,
            @Schema(description = "How many of 32 groups of entities have a row in the window") int entityGroups,
            @Schema(description = "The training rows") ReferenceSource reference, Counts features,
            @Schema(description = "Left out when too few outcomes are known") @Nullable PrevalenceShift prevalence,
            @Schema(description = "What the detectors of concept drift say of the model's errors") List<ResidualDrift> errors,
            @Schema(description = "Left out when the training held back too few rows to tell") @Nullable Strange strange,
            @Schema(description = "The gravest features first; all by /drift/features") List<Feature> gravest) {

        public Document {
            errors = List.copyOf(errors);
            gravest = List.copyOf(gravest);
        }
    }

    /// How many features have which verdict.
    @Schema(name = "DriftCounts", description = "How many features have which verdict")
    public record Counts(int all, long drifted,
            @Schema(description = "Drifted, and had not in the model's first report") int news, long watch, long stable,
            @Schema(description = "Too few entities to tell") long untested) {
    }

    /// Rows stranger than 99 % of the training rows held back.
    @Schema(name = "StrangeRows", description = "Rows stranger than 99 % of the training rows held back")
    public record Strange(long judged, long strange,
            @Schema(description = "Without drift about 0.01") double share) {
    }

    /// One feature of a report.
    @Schema(name = "FeatureDrift", description = "How one feature moved between the training rows and the window")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Feature(String feature, DriftVerdict verdict,
            @Schema(description = "Whether it had drifted in the model's first report already, so that it says nothing") boolean fromTheStart,
            @Schema(description = "The larger of its two shifts as a multiple of its bar") double size,
            @Schema(description = "How its known values moved; left out when one side has none or too few entities") @Nullable ValueShift values,
            @Schema(description = "How its missing share moved; left out with too few entities") @Nullable MissingShift missing) {
    }
}

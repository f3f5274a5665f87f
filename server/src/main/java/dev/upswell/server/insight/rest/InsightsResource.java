package dev.upswell.server.insight.rest;

import dev.upswell.content.EntityKind;
import dev.upswell.forecast.SurgeKind;
import dev.upswell.forecast.explain.Dependence;
import dev.upswell.forecast.explain.FeatureImportance;
import dev.upswell.server.insight.ImportanceHistory;
import dev.upswell.server.insight.KeptImportance;
import dev.upswell.server.insight.ModelInsights;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What models rest on.
@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Insights", description = "Which features models rest on, how that moved, and how a probability hangs on them")
class InsightsResource {

    private static final int LONGEST_HORIZON = 24 * 365;
    private static final int MOST_TRAININGS = 100;

    private final Governance governance;
    private final ModelInsights insights;

    InsightsResource(Governance governance, ModelInsights insights) {
        this.governance = governance;
        this.insights = insights;
    }

    /// How much a model rests on a feature.
    @Schema(name = "FeatureImportance", description = "How much a model rests on a feature")
    record Importance(String feature, int rank,
            @Schema(description = "Mean of the absolute SHAP values, in log odds") double effect,
            @Schema(description = "The effect in that of all features, 0 to 1") double share,
            @Schema(description = "Share in the gain of all splits; null for a model without splits") @Nullable Double gain,
            @Schema(description = "Share of the rows in which it was missing") double missing,
            @Schema(description = "Time that it takes for one entity, in nanoseconds; null when not measured") @Nullable Double costNanos) {

        static Importance of(KeptImportance kept) {
            FeatureImportance one = kept.importance();
            return new Importance(one.feature(), one.rank(), one.effect(), one.share(), one.gain(), one.missing(),
                    kept.costNanos());
        }
    }

    /// How a probability hangs on a feature.
    @Schema(name = "Dependence", description = "How a model's probability hangs on one feature, the others as they are")
    record Curve(String feature, String unit, List<Point> points,
            @Schema(description = "The 0, 10, …, 100 % quantiles of its known values") List<Double> quantiles,
            @Schema(description = "Mean probability with the feature missing; null when it never was") @Nullable Double unknown,
            @Schema(description = "Share of the rows in which it was missing") double missing) {

        static Curve of(Dependence one) {
            return new Curve(one.feature(), one.unit(),
                    one.points().stream().map(at -> new Point(at.x(), at.mean(), at.low(), at.high())).toList(),
                    one.quantiles(), one.unknown(), one.missing());
        }
    }

    /// The model at one value of the feature.
    @Schema(name = "DependencePoint", description = "Mean probability, and the 10 and 90 % quantiles of the centred curves of single rows")
    record Point(double x, double mean, double low, double high) {
    }

    /// One training of the history.
    @Schema(name = "ImportanceTraining", description = "A training and the features that the newest training rests on most")
    record Step(UUID model, Instant trainedTo, String featureSet, boolean serving, List<Place> features) {
    }

    /// A feature in a training.
    @Schema(name = "ImportancePlace", description = "Share and rank of a feature in a training; null where its set lacks it")
    record Place(String feature, @Nullable Double share, @Nullable Integer rank) {
    }

    @GetMapping("/{id}/importance")
    @Operation(operationId = "modelImportance", summary = "The features of a model, the most important first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No model has this id")
    Listing<Importance> importance(@PathVariable String id, @Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(insights.importance(governance.tenant(), model(id)).stream().map(Importance::of).toList(),
                paging);
    }

    @GetMapping("/{id}/dependence")
    @Operation(operationId = "modelDependence", summary = "How the probability of a model hangs on its strongest features", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No model has this id")
    Listing<Curve> dependence(@PathVariable String id, @Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(insights.dependence(governance.tenant(), model(id)).stream().map(Curve::of).toList(), paging);
    }

    @GetMapping("/importance")
    @Operation(operationId = "importanceHistory", summary = "Importance over the trainings of one family, the oldest training first", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "In hours; 24 if absent"),
            @Parameter(name = "family", in = ParameterIn.QUERY, description = "logistic or boosted-trees; boosted-trees if absent"),
            @Parameter(name = "features", in = ParameterIn.QUERY, description = "How many features, 1 to 500; 20 if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Step> history(@Parameter(hidden = true) Query query) {
        ModelTask task = new ModelTask(query.kind("kind", EntityKind.HASHTAG),
                query.number("horizon", 1, LONGEST_HORIZON, 24));
        String family = query.choice("family", List.of(SurgeKind.LOGISTIC.label(), SurgeKind.TREES.label()),
                SurgeKind.TREES.label());
        int features = query.number("features", 1, Paging.MOST, 20);
        Paging paging = query.paging(50);
        query.done();
        ImportanceHistory history = insights.history(governance.tenant(), task, family, features, MOST_TRAININGS);
        return Listing.of(IntStream.range(0, history.trainings().size()).mapToObj(at -> step(history, at)).toList(),
                paging);
    }

    private static Step step(ImportanceHistory history, int at) {
        ImportanceHistory.Training training = history.trainings().get(at);
        return new Step(training.model(), training.trainedTo(), training.featureSet(), training.serving(),
                history.lines().stream()
                        .map(line -> new Place(line.feature(), line.shares().get(at), line.ranks().get(at))).toList());
    }

    private UUID model(String id) {
        try {
            return governance.models().find(governance.tenant(), UUID.fromString(id)).map(RegisteredModel::id)
                    .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.model")));
        } catch (IllegalArgumentException unknown) {
            throw WebProblem.notFound(Sentence.of("problem.model"));
        }
    }
}

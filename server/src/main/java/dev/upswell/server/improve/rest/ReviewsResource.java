package dev.upswell.server.improve.rest;

import dev.upswell.content.EntityKind;
import dev.upswell.server.improve.FeatureReview;
import dev.upswell.server.improve.FeatureReview.Advice;
import dev.upswell.server.improve.Improvements;
import dev.upswell.server.registry.ModelTask;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The feature reviews.
@RestController
@RequestMapping("/api/v1/features/reviews")
@Tag(name = "Features", description = "Feature sets and vectors, how fresh they are, and which features are worth their cost")
class ReviewsResource {

    private static final int LONGEST_HORIZON = 24 * 365;
    private static final int MOST_REVIEWS = 500;

    private final Improvements improvements;

    ReviewsResource(Improvements improvements) {
        this.improvements = improvements;
    }

    /// A review as programs read it.
    @Schema(name = "FeatureReview", description = "Which features a serving model could do without, which are not well, and whether others are wanted")
    record Answer(String kind, int horizonHours, Instant asOf, UUID model, String featureSet,
            @Schema(description = "Over so many trainings importance was looked at") int trainings,
            @Schema(description = "Wrong calls of the two weeks that no feature spoke of") int gaps,
            @Schema(description = "Wrong calls of the two weeks") int wrong,
            @Schema(description = "Whether at least a fifth of at least five wrong calls had no sign") boolean wanting,
            @Schema(description = "Time of all features for one entity, in microseconds; null when not measured") @Nullable Double micros,
            List<Line> features, List<Missing> absent) {

        static Answer of(FeatureReview review) {
            return new Answer(review.task().kind().label(), review.task().horizonHours(), review.asOf(),
                    review.model(), review.featureSet(), review.trainings(), review.gaps(), review.wrong(),
                    review.wanting(), review.micros(), review.features().stream().map(Line::of).toList(),
                    review.absent().stream().map(one -> new Missing(one.group(), one.reason())).toList());
        }
    }

    /// One feature of a review.
    @Schema(name = "ReviewedFeature", description = "A feature, what it is worth and what is advised")
    record Line(String feature, int rank, @Schema(description = "Share in the effect of all features") double share,
            @Schema(description = "The largest share over the trainings") double most,
            @Schema(description = "Share of the rows in which it was missing") double missing,
            @Schema(description = "Whether it moved since the training; null when not compared") @Nullable Boolean drifted,
            @Nullable Double costNanos, Advice advice) {

        static Line of(FeatureReview.Line one) {
            return new Line(one.feature(), one.rank(), one.share(), one.most(), one.missing(), one.drifted(),
                    one.costNanos(), one.advice());
        }
    }

    /// A family of features that is absent.
    @Schema(name = "AbsentFeatures", description = "A family of features that a set lacks, or has in part, and why")
    record Missing(String group, String reason) {
    }

    @GetMapping
    @Operation(operationId = "featureReviews", summary = "Feature reviews, the newest first", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "In hours; 24 if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 5 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Answer> list(@Parameter(hidden = true) Query query) {
        ModelTask task = task(query);
        Paging paging = query.paging(5);
        query.done();
        return Listing.of(improvements.reviews(task, MOST_REVIEWS).stream().map(Answer::of).toList(), paging);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "reviewFeatures", summary = "Makes the feature review of a task now", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "In hours; 24 if absent")})
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "404", description = "No model serves the task that rests on features")
    Answer review(@Parameter(hidden = true) Query query) {
        ModelTask task = task(query);
        query.done();
        return improvements.review(task).map(Answer::of)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.review.none", task.label())));
    }

    private static ModelTask task(Query query) {
        return new ModelTask(query.kind("kind", EntityKind.HASHTAG),
                query.number("horizon", 1, LONGEST_HORIZON, 24));
    }
}

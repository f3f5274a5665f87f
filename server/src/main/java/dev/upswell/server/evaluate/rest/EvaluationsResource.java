package dev.upswell.server.evaluate.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.content.EntityKind;
import dev.upswell.server.evaluate.Cause;
import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.EvaluationDocument;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.evaluate.Evidence;
import dev.upswell.server.evaluate.JudgedCall;
import dev.upswell.server.evaluate.Retrospective;
import dev.upswell.server.evaluate.Verdict;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How predictions did, day by day and week by week.
@RestController
@RequestMapping("/api/v1/evaluations")
@Tag(name = "Evaluation", description = "Predictions beside what happened, by day and by week, and why calls were wrong")
class EvaluationsResource {

    private static final int LONGEST_HORIZON = 24 * 365;

    private final Evaluations evaluations;

    EvaluationsResource(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    /// A call as programs read it.
    @Schema(name = "JudgedCall", description = "A call beside what came of it, or a surge that was not called")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CallDocument(String id, String name, Instant cut, UUID model, Verdict verdict,
            @Schema(description = "What the model had stated, 0 to 1") double probability,
            @Schema(description = "Log ratio of views at the end to views at the cut") double growth,
            @Schema(description = "Of a hit: hours from the cut to the passing of the bar; left out when not known") @Nullable Double leadHours,
            @Schema(description = "Why it was wrong; left out for hits") @Nullable Cause cause,
            @Schema(description = "What the cause follows from") @Nullable Evidence evidence) {

        static CallDocument of(JudgedCall call) {
            return new CallDocument(call.entity(), call.name(), call.cut(), call.model(), call.verdict(),
                    call.probability(), call.growth(), call.leadHours(), call.cause(), call.evidence());
        }
    }

    @GetMapping
    @Operation(operationId = "evaluations", summary = "Judged days, newest first", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "Hours ahead, such as 24 or 24h; 24 if absent"),
            @Parameter(name = "model", in = ParameterIn.QUERY, description = "Id of a model; all if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<EvaluationDocument> list(@Parameter(hidden = true) Query query) {
        ModelTask task = task(query);
        UUID model = model(query);
        Paging paging = query.paging(50);
        query.done();
        Optional<LocalDate> last = evaluations.lastDay(task);
        List<DailyEvaluation> all = last.isEmpty()
                ? List.of()
                : evaluations.days(task, model, LocalDate.EPOCH, last.get()).reversed();
        return new Listing<>(all.stream().skip(paging.offset()).limit(paging.limit()).map(EvaluationDocument::of)
                .toList(), all.size(), paging);
    }

    @GetMapping("/calls")
    @Operation(operationId = "judgedCalls", summary = "Hits, misses and false surges with their causes, the newest cut first", parameters = {
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "hashtag, sound, video or creator; hashtag if absent"),
            @Parameter(name = "horizon", in = ParameterIn.QUERY, description = "Hours ahead, such as 24 or 24h; 24 if absent"),
            @Parameter(name = "model", in = ParameterIn.QUERY, description = "Id of a model; whichever served if absent"),
            @Parameter(name = "verdict", in = ParameterIn.QUERY, description = "hit, miss or false_surge; all if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<CallDocument> calls(@Parameter(hidden = true) Query query) {
        ModelTask task = task(query);
        UUID model = model(query);
        Verdict verdict = query.oneOf("verdict", Arrays.stream(Verdict.values()).map(Verdict::code).toList())
                .map(code -> Arrays.stream(Verdict.values()).filter(one -> one.code().equals(code)).findFirst()
                        .orElseThrow())
                .orElse(null);
        Paging paging = query.paging(50);
        query.done();
        LocalDate last = evaluations.lastDay(task).orElse(LocalDate.EPOCH);
        var filter = new Evaluations.CallFilter(task, model, LocalDate.EPOCH, last, verdict);
        return new Listing<>(evaluations.calls(filter, paging.limit(), paging.offset()).stream().map(CallDocument::of)
                .toList(), evaluations.countCalls(filter), paging);
    }

    @GetMapping("/retrospectives")
    @Operation(operationId = "retrospectives", summary = "What each week came to, newest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 10 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<Retrospective> retrospectives(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(10);
        query.done();
        return new Listing<>(evaluations.retrospectives(paging.limit(), paging.offset()),
                evaluations.countRetrospectives(), paging);
    }

    @PostMapping
    @Operation(operationId = "evaluate", summary = "Judges every day whose outcomes are new")
    Evaluations.Done run(@Parameter(hidden = true) Query query) {
        query.done();
        return evaluations.run();
    }

    private static ModelTask task(Query query) {
        return new ModelTask(query.kind("kind", EntityKind.HASHTAG), query.hours("horizon", 1, LONGEST_HORIZON, 24));
    }

    /// An id that no model has finds nothing, as any other unknown one.
    private static @Nullable UUID model(Query query) {
        return query.text("model", 40).map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException unknown) {
                return new UUID(0, 0);
            }
        }).orElse(null);
    }
}

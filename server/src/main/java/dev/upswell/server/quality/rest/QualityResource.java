package dev.upswell.server.quality.rest;

import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.quality.Verdict;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.quality.QualityProblem;
import dev.upswell.server.quality.QualityRefused;
import dev.upswell.server.quality.QualityRepository;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Quality gates: rules, what they found, batches set aside, staleness, shapes of items.
@RestController
@RequestMapping("/api/v1/quality")
@Tag(name = "Quality", description = "Quality gates: rules, findings, batches set aside, staleness, shapes of items")
class QualityResource {

    private static final List<String> VERDICTS = Arrays.stream(Verdict.values()).map(Verdict::label).toList();
    private static final List<String> STATES = List.of("passed", "held", "released", "dropped");
    private static final int FAILURES = 100;

    private final Quality quality;

    QualityResource(Quality quality) {
        this.quality = quality;
    }

    @GetMapping("/rules")
    @Operation(operationId = "qualityRules", summary = "The rules with their limits", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<QualityAnswers.Rule> rules(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(quality.found().rules().limits().values().stream().map(QualityAnswers.Rule::of).toList(),
                paging);
    }

    @PostMapping("/rules/{rule}")
    @Operation(operationId = "editQualityRule", summary = "Edits a rule; the next batch is judged by it", parameters = {
            @Parameter(name = "warn", in = ParameterIn.QUERY, description = "Larger values warn, in percent for shares; never for none; as it is if absent"),
            @Parameter(name = "block", in = ParameterIn.QUERY, description = "Larger values set the batch aside; never for none; as it is if absent"),
            @Parameter(name = "least", in = ParameterIn.QUERY, description = "Cases without which it does not judge, 1 to 1000000; as it is if absent"),
            @Parameter(name = "reset", in = ParameterIn.QUERY, description = "true for the usual limits")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "The limits cannot be used, or there is no such rule")
    QualityAnswers.Rule edit(@PathVariable String rule, @Parameter(hidden = true) Query query) {
        String warn = query.text("warn", 20).orElse("");
        String block = query.text("block", 20).orElse("");
        int least = query.number("least", 1, 1_000_000, 0);
        boolean reset = query.flag("reset");
        query.done();
        return QualityProblem.translated(() -> {
            GateRule meant = QualityRefused.rule(rule);
            if (reset) {
                quality.found().reset(meant);
            } else {
                GateLimit now = quality.found().rules().of(meant);
                quality.found().set(QualityRefused.limit(now, warn, block, least == 0 ? null : Integer.valueOf(least)));
            }
            return QualityAnswers.Rule.of(quality.found().rules().of(meant));
        });
    }

    @GetMapping("/findings")
    @Operation(operationId = "qualityFindings", summary = "The latest finding of each rule on each source", parameters = {
            @Parameter(name = "verdict", in = ParameterIn.QUERY, description = "pass, warn or block; all if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<QualityAnswers.Found> findings(@Parameter(hidden = true) Query query) {
        String verdict = query.oneOf("verdict", VERDICTS).orElse("");
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(quality.found().latest().stream()
                .filter(one -> verdict.isEmpty() || one.finding().verdict().label().equals(verdict))
                .map(one -> QualityAnswers.Found.of(one.source(), one.finding(), one.batch(), one.judgedAt())).toList(),
                paging);
    }

    @GetMapping("/batches")
    @Operation(operationId = "qualityBatches", summary = "Batches as they were judged, the newest first", parameters = {
            @Parameter(name = "verdict", in = ParameterIn.QUERY, description = "unjudged, pass, warn or block; all if absent"),
            @Parameter(name = "state", in = ParameterIn.QUERY, description = "passed, held, released or dropped; all if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<QualityRepository.Batch> batches(@Parameter(hidden = true) Query query) {
        String verdict = query.oneOf("verdict", VERDICTS).orElse("");
        String state = query.oneOf("state", STATES).orElse("");
        Paging paging = query.paging(50);
        query.done();
        return new Listing<>(quality.found().batches(verdict, state, paging.limit(), paging.offset()),
                quality.found().count(verdict, state), paging);
    }

    @GetMapping("/batches/{id}")
    @Operation(operationId = "qualityBatch", summary = "One batch: what each rule found, and readings that failed")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No batch has this id")
    QualityAnswers.Whole batch(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        UUID meant = QualityProblem.id(id);
        QualityRepository.Batch batch = quality.found().find(meant)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.quality.batch")));
        return new QualityAnswers.Whole(batch, quality.found().results(meant).stream()
                .map(one -> QualityAnswers.Found.of(one.source(), one.finding(), null, null)).toList(),
                quality.found().failures(meant, FAILURES, 0), quality.found().failureCount(meant));
    }

    @PostMapping("/batches/{id}/release")
    @Operation(operationId = "releaseBatch", summary = "Lets a batch in that was set aside")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No such batch is set aside")
    QualityAnswers.Decided release(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        UUID meant = QualityProblem.id(id);
        return QualityProblem.translated(
                () -> new QualityAnswers.Decided(meant, "released", quality.held().release(meant)));
    }

    @PostMapping("/batches/{id}/drop")
    @Operation(operationId = "dropBatch", summary = "Drops a batch that was set aside")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "No such batch is set aside")
    QualityAnswers.Decided drop(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        UUID meant = QualityProblem.id(id);
        return QualityProblem
                .translated(() -> new QualityAnswers.Decided(meant, "dropped", quality.held().drop(meant)));
    }

    @GetMapping("/staleness/sources")
    @Operation(operationId = "sourceStaleness", summary = "How old the newest reading of each source is", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<QualityAnswers.SourceAge> sources(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(quality.staleness().sources().stream().map(QualityAnswers.SourceAge::of).toList(), paging);
    }

    @GetMapping("/staleness/subjects")
    @Operation(operationId = "subjectStaleness", summary = "How old what is known of each watched subject is", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<QualityAnswers.SubjectAge> subjects(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(quality.staleness().watched().stream().map(QualityAnswers.SubjectAge::of).toList(), paging);
    }

    @GetMapping("/schemas")
    @Operation(operationId = "schemaVersions", summary = "Shapes that the items of each format had", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 100 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<QualityRepository.Version> schemas(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(100);
        query.done();
        return Listing.of(quality.found().versions(), paging);
    }
}

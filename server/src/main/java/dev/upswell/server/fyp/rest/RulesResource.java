package dev.upswell.server.fyp.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.fyp.rule.RuleBook;
import dev.upswell.fyp.rule.RuleProblem;
import dev.upswell.server.fyp.FiringRule;
import dev.upswell.server.fyp.NextSteps;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The rules that say what is to be done about a video.
@RestController
@RequestMapping("/api/v1/rules")
@Tag(name = "Video scores")
class RulesResource {

    private static final int LONGEST = 200_000;

    private final NextSteps steps;
    private final VideoScores scores;

    RulesResource(NextSteps steps, VideoScores scores) {
        this.steps = steps;
        this.scores = scores;
    }

    /// A version of the rules.
    @Schema(name = "NextStepRules")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionAnswer(@Schema(description = "0 for the rules that stand while nobody wrote others") int version,
            String rules, @Nullable String by, @Nullable Instant at) {

        static VersionAnswer of(NextSteps.Version version) {
            return new VersionAnswer(version.number(), version.rules(), version.by(), version.at());
        }
    }

    /// Rules that somebody wrote.
    @Schema(name = "NextStepDraft")
    record Draft(@Schema(description = "One rule a line") @Nullable String rules,
            @Schema(description = "Who writes them, where nobody has to sign in; whoever came in by a name is who did it, whatever is said here") @Nullable String by) {
    }

    /// What is wrong with a rule.
    @Schema(name = "NextStepProblem")
    record Problem(int line, int column, String what) {

        static Problem of(RuleProblem problem) {
            return new Problem(problem.line(), problem.column(), problem.what());
        }
    }

    /// A rule, and which recent videos it fires for.
    @Schema(name = "NextStepFiring")
    record Firing(int line, String rule, List<String> videos,
            @Schema(description = "Videos of which it cannot be told") int undecided) {
    }

    /// What rules would do.
    @Schema(name = "NextStepCheck")
    record Check(boolean sound, List<Problem> problems, List<Firing> firing) {
    }

    @GetMapping
    @Operation(operationId = "nextStepRules", summary = "The rules in force")
    VersionAnswer rules(@Parameter(hidden = true) Query query) {
        query.done();
        return VersionAnswer.of(steps.current());
    }

    @GetMapping("/versions")
    @Operation(operationId = "nextStepVersions", summary = "The versions that people wrote, the newest first")
    Listing<VersionAnswer> versions(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(steps.versions().stream().map(VersionAnswer::of).toList(), paging);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "saveNextStepRules", summary = "Puts rules in force as a new version")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "400", description = "They cannot be read; all that is wrong is told")
    VersionAnswer save(@RequestBody Draft draft, @Parameter(hidden = true) Query query) {
        query.done();
        return switch (steps.save(text(draft), query.author(draft.by(), ""))) {
            case NextSteps.Saved.InForce(NextSteps.Version version) -> VersionAnswer.of(version);
            case NextSteps.Saved.Broken(List<RuleProblem> problems) ->
                throw WebProblem.badRequest(problems.stream().map(one -> Sentence.of("problem.rule", one.line(),
                        one.column(), one.what())).toList());
        };
    }

    @PostMapping("/check")
    @Operation(operationId = "checkNextStepRules", summary = "What is wrong with rules, or which of the last 200 videos each would fire for; nothing is kept")
    Check check(@RequestBody Draft draft, @Parameter(hidden = true) Query query) {
        query.done();
        return switch (RuleBook.read(text(draft))) {
            case RuleBook.Read.Sound(RuleBook book) -> new Check(true, List.of(),
                    FiringRule.of(book, scores).stream().map(one -> new Firing(one.rule().line(), one.rule().text(),
                            one.videos().stream().map(video -> video.score().video().value()).toList(),
                            one.undecided())).toList());
            case RuleBook.Read.Broken(List<RuleProblem> problems) ->
                new Check(false, problems.stream().map(Problem::of).toList(), List.of());
        };
    }

    private static String text(Draft draft) {
        String rules = draft.rules();
        if (rules == null) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.rules.missing")));
        }
        if (rules.length() > LONGEST || rules.indexOf('\0') >= 0) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.rules.long", LONGEST)));
        }
        return rules;
    }
}

package dev.upswell.server.wording.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.numeric.WilsonInterval;
import dev.upswell.prompt.Acceptance;
import dev.upswell.prompt.Attention;
import dev.upswell.prompt.PromptVersion;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.wording.Prompts;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Wordings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The prompts by which language models are asked.
@RestController
@RequestMapping("/api/v1/prompts")
@Tag(name = "Wording", description = "Language models: prompts, what they wrote, what it cost")
class PromptsResource {

    static final String HAND = "hand";

    private final Wordings wordings;

    PromptsResource(Wordings wordings) {
        this.wordings = wordings;
    }

    /// A version of a prompt, and what became of what was written by it.
    @Schema(name = "Prompt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PromptAnswer(String purpose, int number, String template, String author, String note,
            @Schema(description = "draft, trial, serving or retired") String state,
            @Schema(description = "Part of the outputs that it words while it is tried") double trialShare,
            @Schema(description = "Texts that it wrote, and those of which nothing that it wrote held") long outputs,
            long accepted, long edited, long rejected,
            @Schema(description = "Texts of which a sentence was discarded") long falsehoods,
            @Schema(description = "Lower end of the 95 % interval of the share accepted; left out where nothing was judged") @Nullable Double acceptedLow,
            @Schema(description = "Upper end of it") @Nullable Double acceptedHigh, Seen seen) {

        static PromptAnswer of(PromptVersion version, Acceptance acceptance, Attention attention) {
            WilsonInterval rate = acceptance.rate().orElse(null);
            return new PromptAnswer(version.purpose(), version.number(), version.template(), version.author(),
                    version.note(), version.state().name().toLowerCase(Locale.ROOT), version.trialShare(),
                    acceptance.outputs(), acceptance.accepted(), acceptance.edited(), acceptance.rejected(),
                    acceptance.falsehoods(), rate == null ? null : Double.valueOf(rate.low()),
                    rate == null ? null : Double.valueOf(rate.high()), Seen.of(attention));
        }
    }

    /// What came of the texts of a prompt that were in view on pages.
    @Schema(name = "PromptSeen")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seen(@Schema(description = "Texts that were in view at least once") long texts,
            @Schema(description = "Mean time in view of a text; left out where nobody looked") @Nullable Double dwellSeconds,
            @Schema(description = "Lower end of its 95 % interval; left out for fewer than two texts") @Nullable Double dwellLow,
            @Schema(description = "Upper end of it") @Nullable Double dwellHigh,
            @Schema(description = "Texts that were accepted, edited, or had a link followed, of those in view") long acted,
            @Schema(description = "Lower end of the 95 % interval of their share; left out where nobody looked") @Nullable Double actedLow,
            @Schema(description = "Upper end of it") @Nullable Double actedHigh) {

        static Seen of(Attention attention) {
            Attention.Dwell dwell = attention.dwell().orElse(null);
            WilsonInterval rate = attention.actionRate().orElse(null);
            return new Seen(attention.seen(), dwell == null ? null : Double.valueOf(dwell.seconds()),
                    dwell == null ? null : dwell.low(), dwell == null ? null : dwell.high(), attention.acted(),
                    rate == null ? null : Double.valueOf(rate.low()),
                    rate == null ? null : Double.valueOf(rate.high()));
        }
    }

    /// A prompt that somebody wrote.
    @Schema(name = "PromptDraft")
    record Draft(
            @Schema(description = "The words; {language}, {sentences} and {length} are put in") @Nullable String template,
            @Schema(description = "What it changes") @Nullable String note,
            @Schema(description = "Who writes it, where nobody has to sign in; whoever came in by a name is who did it, whatever is said here") @Nullable String by) {
    }

    /// Who promotes a prompt.
    @Schema(name = "PromptPromotion")
    record Promotion(
            @Schema(description = "Who promotes it, where nobody has to sign in; whoever came in by a name is who did it, whatever is said here") @Nullable String by) {
    }

    /// How a draft is tried.
    @Schema(name = "PromptTrial")
    record Trial(
            @Schema(description = "Part of the outputs that it words, 0 (not tried) to 1") @Nullable Double share) {
    }

    @GetMapping
    @Operation(operationId = "prompts", summary = "The prompt that serves for each purpose")
    Listing<PromptAnswer> list(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(Arrays.stream(Purpose.values())
                .flatMap(purpose -> wordings.prompts().versions(purpose).stream()
                        .filter(version -> version.state() == PromptVersion.State.SERVING)
                        .map(version -> answer(purpose, version)))
                .toList(), paging);
    }

    @GetMapping("/{purpose}")
    @Operation(operationId = "promptVersions", summary = "The versions for a purpose, the newest first")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such purpose")
    Listing<PromptAnswer> versions(@PathVariable String purpose, @Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        Purpose known = Prompts.purpose(purpose);
        return Listing.of(wordings.prompts().versions(known).stream().map(version -> answer(known, version)).toList(),
                paging);
    }

    private PromptAnswer answer(Purpose purpose, PromptVersion version) {
        return PromptAnswer.of(version, wordings.outputs().acceptance(purpose, version.number()),
                wordings.outputs().attention(purpose, version.number()));
    }

    @PostMapping("/{purpose}")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "proposePrompt", summary = "Writes a version that nobody is asked by until it is promoted or tried")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "422", description = "The template cannot be used")
    @ApiResponse(responseCode = "404", description = "There is no such purpose")
    PromptAnswer propose(@PathVariable String purpose, @RequestBody Draft draft,
            @Parameter(hidden = true) Query query) {
        query.done();
        Purpose known = Prompts.purpose(purpose);
        String note = draft.note() == null ? "" : draft.note().strip();
        PromptVersion version = wordings.prompts().propose(known, draft.template() == null ? "" : draft.template(),
                query.author(draft.by(), HAND), note);
        return answer(known, version);
    }

    @PostMapping("/{purpose}/{number}/promote")
    @Operation(operationId = "promotePrompt", summary = "Lets a version serve; the one that did is retired")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such purpose or version")
    PromptAnswer promote(@PathVariable String purpose, @PathVariable int number,
            @RequestBody(required = false) @Nullable Promotion promotion,
            @Parameter(hidden = true) Query query) {
        query.done();
        Purpose known = Prompts.purpose(purpose);
        String by = query.author(promotion == null ? null : promotion.by(), HAND);
        return answer(known, wordings.prompts().promote(known, number, by));
    }

    @PostMapping("/{purpose}/{number}/trial")
    @Operation(operationId = "tryPrompt", summary = "Tries a draft on a part of the outputs")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "No share is told")
    @ApiResponse(responseCode = "422", description = "The share is none, or the version serves or served")
    @ApiResponse(responseCode = "404", description = "There is no such purpose or version")
    PromptAnswer tryOut(@PathVariable String purpose, @PathVariable int number, @RequestBody Trial trial,
            @Parameter(hidden = true) Query query) {
        query.done();
        Purpose known = Prompts.purpose(purpose);
        if (trial.share() == null) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.wording.share")));
        }
        return answer(known, wordings.prompts().tryOut(known, number, trial.share()));
    }
}

package dev.upswell.server.wording.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Spending;
import dev.upswell.server.wording.Worded;
import dev.upswell.server.wording.Wordings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Texts that were put into words, what was discarded, what people said, and what it cost.
@RestController
@RequestMapping("/api/v1/wording")
@Tag(name = "Wording")
class WordingResource {

    private static final double MILLION = 1e6;
    private static final int USUAL_DAYS = 30;

    private final Wordings wordings;
    private final InstantSource clock;

    WordingResource(Wordings wordings, InstantSource clock) {
        this.wordings = wordings;
        this.clock = clock;
    }

    /// A text.
    @Schema(name = "WordedText")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutputAnswer(UUID id, String purpose, String language,
            @Schema(description = "With its citations, such as [f1]; as it was edited, where it was") String text,
            @Schema(description = "model or template") String writtenBy, @Nullable String model,
            @Schema(description = "What was tried and failed, in order") List<Worded.Step> steps,
            @Schema(description = "In the currency of the prices") double cost, long millis, Instant at,
            @Schema(description = "accept, edit or reject; left out while nobody said anything") @Nullable String verdict) {

        static OutputAnswer of(Outputs.Line line) {
            Outputs.Word word = line.word();
            return new OutputAnswer(line.id(), line.purpose(), line.language(), line.text(),
                    line.by().name().toLowerCase(Locale.ROOT), line.model(), line.steps(), line.costMicros() / MILLION,
                    line.millis(), line.at(), word == null ? null : word.name().toLowerCase(Locale.ROOT));
        }
    }

    /// What a person says of a text.
    @Schema(name = "WordingVerdict")
    record Said(@Schema(description = "accept, edit or reject") @Nullable String verdict,
            @Schema(description = "The edited text with its citations; needed for edit") @Nullable String text,
            @Schema(description = "Lets an edit stand although the checker objects to it") @Nullable Boolean unchecked,
            @Schema(description = "How long it was in view before, in milliseconds") @Nullable Long dwellMillis,
            @Schema(description = "Whether something was done because of it; leave it out where that is not known") @Nullable Boolean acted,
            @Schema(description = "Who says so, where nobody has to sign in; whoever came in by a name is who did it, whatever is said here") @Nullable String by) {
    }

    /// A verdict as it was kept.
    @Schema(name = "KeptWordingVerdict")
    record JudgedAnswer(UUID id, String verdict, String by) {
    }

    /// How often sentences were discarded.
    @Schema(name = "WordingFailures")
    record FailureAnswer(@Schema(description = "For example NUMBER or NAME") String rule, long sentences) {
    }

    /// What a day cost.
    @Schema(name = "WordingSpending")
    record DayAnswer(LocalDate day,
            @Schema(description = "In the currency of the prices, as the others") double ceiling,
            double spent, @Schema(description = "What questions under way may cost at most") double reserved,
            @Schema(description = "Of the prices, such as USD") String currency) {

        static DayAnswer of(Spending.Day day, String currency) {
            return new DayAnswer(day.day(), day.ceilingMicros() / MILLION, day.spentMicros() / MILLION,
                    day.reservedMicros() / MILLION, currency);
        }
    }

    @GetMapping("/outputs")
    @Operation(operationId = "wordedTexts", summary = "Texts that were put into words, the newest first", parameters = {
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    Listing<OutputAnswer> outputs(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return new Listing<>(
                wordings.outputs().list(paging.limit(), paging.offset()).stream().map(OutputAnswer::of).toList(),
                wordings.outputs().count(), paging);
    }

    @PostMapping("/outputs/{id}/verdict")
    @Operation(operationId = "judgeWording", summary = "Says whether a text is good, to be another, or not to be shown")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "The verdict is none")
    @ApiResponse(responseCode = "404", description = "There is no such text")
    @ApiResponse(responseCode = "422", description = "An edit says more than its evidence")
    JudgedAnswer judge(@PathVariable String id, @RequestBody Said said, @Parameter(hidden = true) Query query) {
        query.done();
        UUID output = uuid(id);
        Outputs.Judged judged = judged(said);
        String by = query.author(said.by(), PromptsResource.HAND);
        wordings.outputs().judge(output, judged, by);
        return new JudgedAnswer(output, judged.word().name().toLowerCase(Locale.ROOT), by);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw WebProblem.notFound(Sentence.of("problem.wording.output"));
        }
    }

    private static Outputs.Judged judged(Said said) {
        Outputs.Word word = Arrays.stream(Outputs.Word.values())
                .filter(one -> one.name().equalsIgnoreCase(said.verdict())).findFirst()
                .orElseThrow(() -> WebProblem.badRequest(List.of(Sentence.of("problem.wording.verdict"))));
        boolean texted = said.text() != null && !said.text().isBlank();
        if (word == Outputs.Word.EDIT != texted) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.wording.text")));
        }
        Long dwell = said.dwellMillis();
        if (dwell != null && dwell < 0) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.wording.dwell")));
        }
        return new Outputs.Judged(word, texted ? said.text() : null, Boolean.TRUE.equals(said.unchecked()),
                dwell == null ? null : Duration.ofMillis(dwell), said.acted());
    }

    @GetMapping("/failures")
    @Operation(operationId = "wordingFailures", summary = "Sentences that were discarded in the last 30 days, by rule")
    Listing<FailureAnswer> failures(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing
                .of(wordings.outputs().failures(clock.instant().minus(Duration.ofDays(USUAL_DAYS))).entrySet().stream()
                        .map(one -> new FailureAnswer(one.getKey(), one.getValue())).toList(), paging);
    }

    @GetMapping("/spending")
    @Operation(operationId = "wordingSpending", summary = "What language models cost on the last 30 days on which one was asked")
    Listing<DayAnswer> spending(@Parameter(hidden = true) Query query) {
        Paging paging = query.paging(50);
        query.done();
        return Listing.of(wordings.spending().days(USUAL_DAYS).stream()
                .map(day -> DayAnswer.of(day, wordings.currency())).toList(), paging);
    }
}

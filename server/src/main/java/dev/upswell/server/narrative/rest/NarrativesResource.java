package dev.upswell.server.narrative.rest;

import dev.upswell.server.narrative.NarrativeDocument;
import dev.upswell.server.narrative.Narratives;
import dev.upswell.server.narrative.Narratives.Filter;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.wording.Outputs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Narratives with their evidence, and what people say of them.
@RestController
@RequestMapping("/api/v1/narratives")
@Tag(name = "Narratives", description = "Why something moves, in checked sentences with their evidence")
class NarrativesResource {

    private static final String HAND = "hand";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 8_000;

    private final Narratives narratives;

    NarrativesResource(Narratives narratives) {
        this.narratives = narratives;
    }

    /// What a person says of a narrative.
    @Schema(name = "NarrativeVerdict")
    record Said(@Schema(description = "accept, edit or reject") @Nullable String verdict,
            @Schema(description = "The edited text with its citations, a sentence on each line; needed for edit") @Nullable String text,
            @Schema(description = "Lets an edit stand although the checker objects to it") @Nullable Boolean unchecked,
            @Schema(description = "Whether something was done because of it; leave it out where that is not known") @Nullable Boolean acted,
            @Schema(description = "Who says so, where nobody has to sign in; whoever came in by a name is who did it, whatever is said here") @Nullable String by) {
    }

    @GetMapping
    @Operation(operationId = "narratives", summary = "The narratives that stand, the newest first", parameters = {
            @Parameter(name = "entity", in = ParameterIn.QUERY, description = "Of this alone, as kind/id, such as hashtag/corgilife"),
            @Parameter(name = "kind", in = ParameterIn.QUERY, description = "narrative, risk, counterfactual or collision; all if absent"),
            @Parameter(name = "language", in = ParameterIn.QUERY, description = "en or id; both if absent"),
            @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500; 50 if absent"),
            @Parameter(name = "offset", in = ParameterIn.QUERY, description = "From 0")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "The entity is no kind/id")
    @ApiResponse(responseCode = "422", description = "There is no such kind or language")
    Listing<NarrativeDocument> list(@Parameter(hidden = true) Query query) {
        String entity = query.text("entity", 300).orElse(null);
        String kind = query.text("kind", LONGEST_NAME).orElse(null);
        String language = query.text("language", LONGEST_NAME).orElse(null);
        Paging paging = query.paging(50);
        query.done();
        Narratives.Part part = narratives.list(
                new Filter(Narratives.kind(kind), Narratives.topic(entity), Narratives.language(language)),
                paging.limit(), paging.offset());
        return new Listing<>(part.items().stream().map(NarrativeDocument::of).toList(), part.total(), paging);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "narrative", summary = "A narrative with its evidence")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such narrative")
    NarrativeDocument one(@PathVariable String id, @Parameter(hidden = true) Query query) {
        query.done();
        return NarrativeDocument.of(narratives.get(id));
    }

    @PostMapping("/{id}/verdict")
    @Operation(operationId = "judgeNarrative", summary = "Says whether a narrative is good, to be another text, or not to be shown")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "400", description = "The verdict is none, or the text is missing or too much")
    @ApiResponse(responseCode = "404", description = "There is no such narrative")
    @ApiResponse(responseCode = "422", description = "An edit says more than its evidence")
    NarrativeDocument judge(@PathVariable String id, @RequestBody Said said, @Parameter(hidden = true) Query query) {
        query.done();
        return NarrativeDocument.of(narratives.judge(id, judged(said), query.author(said.by(), HAND)));
    }

    private static Outputs.Judged judged(Said said) {
        Outputs.Word word = Arrays.stream(Outputs.Word.values())
                .filter(one -> one.name().equalsIgnoreCase(said.verdict())).findFirst()
                .orElseThrow(() -> WebProblem.badRequest(List.of(Sentence.of("problem.wording.verdict"))));
        String text = said.text() == null || said.text().isBlank() ? null : said.text().strip();
        if (word == Outputs.Word.EDIT != (text != null) || text != null && text.length() > LONGEST_TEXT) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.wording.text")));
        }
        return new Outputs.Judged(word, text, Boolean.TRUE.equals(said.unchecked()), null, said.acted());
    }
}

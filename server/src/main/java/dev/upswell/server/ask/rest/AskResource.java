package dev.upswell.server.ask.rest;

import dev.upswell.server.ask.AnswerDocument;
import dev.upswell.server.ask.Asking;
import dev.upswell.server.web.Query;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Questions in words.
@RestController
@RequestMapping("/api/v1/ask")
@Tag(name = "Ask", description = "Questions in words, answered from what is stored, or refused")
class AskResource {

    private static final int LONGEST = 2_000;

    private final Asking asking;

    AskResource(Asking asking) {
        this.asking = asking;
    }

    @PostMapping
    @Operation(operationId = "ask", summary = "Answers a question in English or Indonesian with its numbers, or says that it is not known and why", parameters = {
            @Parameter(name = "question", in = ParameterIn.QUERY, description = "At most 300 characters"),
            @Parameter(name = "language", in = ParameterIn.QUERY, description = "en or id; told by the words if absent"),
            @Parameter(name = "about", in = ParameterIn.QUERY, description = "What \"it\" means, as kind/id, such as hashtag/glowskin")})
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "Nothing is stored that it is to be about")
    @ApiResponse(responseCode = "422", description = "The language is neither of the two")
    AnswerDocument ask(@Parameter(hidden = true) Query query) {
        var wanted = new Asking.Wanted(query.text("question", LONGEST).orElse(""),
                query.text("language", 20).orElse(null),
                query.text("about", 200).orElse(null), "REST");
        query.done();
        return asking.ask(wanted);
    }

    @PostMapping("/{id}/helped")
    @Operation(operationId = "answerHelped", summary = "Says whether an answer helped", parameters = @Parameter(name = "helped", in = ParameterIn.QUERY, description = "true or false; false if absent"))
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "There is no such question")
    Helped helped(@PathVariable String id, @Parameter(hidden = true) Query query) {
        boolean helped = query.flag("helped");
        query.done();
        asking.helped(id, helped);
        return new Helped(id, helped);
    }

    /// What was said of an answer.
    @Schema(name = "AnswerHelped")
    record Helped(String id, boolean helped) {
    }
}

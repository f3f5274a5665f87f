package dev.upswell.server.ask.page;

import dev.upswell.ask.Language;
import dev.upswell.ask.Question;
import dev.upswell.server.ask.AnswerDocument;
import dev.upswell.server.ask.AnswerText;
import dev.upswell.server.ask.Asking;
import dev.upswell.server.web.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page on which questions are asked and answered.
@Controller
class AskController {

    private static final int LONGEST = 2_000;
    private static final String PAGE = "ask";

    private final Asking asking;

    AskController(Asking asking) {
        this.asking = asking;
    }

    /// The empty page, or the answer to what is asked; an answer can be linked to.
    @GetMapping("/ask")
    String ask(Query query, Model model) {
        String about = query.text("about", 200).orElse(null);
        String question = query.text("q", LONGEST).orElse("");
        boolean thanks = query.flag("thanks");
        query.done();
        AnswerDocument answer = question.isBlank()
                ? null
                : asking.ask(new Asking.Wanted(question, null, about, "page"));
        return page(model, question, about, answer, thanks);
    }

    @PostMapping("/ask/{id}/helped")
    String helped(@PathVariable String id, Query query) {
        boolean helped = query.flag("helped");
        query.done();
        asking.helped(id, helped);
        return "redirect:/ask?thanks=true";
    }

    private String page(Model model, String question, @Nullable String about, @Nullable AnswerDocument answer,
            boolean thanks) {
        model.addAttribute("question", question);
        model.addAttribute("about", about == null ? "" : about);
        model.addAttribute("subject", asking.named(about));
        model.addAttribute("longest", Question.LONGEST);
        model.addAttribute("answer", answer);
        model.addAttribute("thanks", thanks);
        model.addAttribute("text",
                AnswerText.in(answer == null ? Language.ENGLISH : Language.find(answer.language()).orElseThrow()));
        model.addAttribute("examples", answer == null ? asking.examples() : answer.suggestions());
        model.addAttribute("lines", answer == null ? List.of() : answer.text().lines().toList());
        return PAGE;
    }
}

package dev.upswell.server.narrative.page;

import dev.upswell.server.narrative.Narrative;
import dev.upswell.server.narrative.NarrativeDocument;
import dev.upswell.server.narrative.NarrativeKind;
import dev.upswell.server.narrative.Narratives;
import dev.upswell.server.narrative.Narratives.Filter;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import dev.upswell.server.wording.Outputs;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of narratives with their evidence, and what people say of them.
@Controller
class NarrativesController {

    private static final String PATH = "/themes/narratives";
    private static final String HAND = "hand";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ENTITY = 300;
    private static final int LONGEST_TEXT = 8_000;
    private static final int ROWS = 20;
    /// A day: what a page tells beyond it is no time in view.
    private static final int MOST_MILLIS = 86_400_000;

    private final Narratives narratives;
    private final Words words;
    private final Figures figures;

    NarrativesController(Narratives narratives, Words words, Figures figures) {
        this.narratives = narratives;
        this.words = words;
        this.figures = figures;
    }

    @GetMapping(PATH)
    String list(Query query, Model model, Locale reader) {
        List<String> kinds = Arrays.stream(NarrativeKind.values()).map(NarrativeKind::label).toList();
        String kind = query.oneOf("kind", kinds).orElse("");
        String language = query.choice("language", List.of("en", "id"),
                narratives.languageFor(reader).getLanguage());
        String entity = query.text("entity", LONGEST_ENTITY).orElse("");
        Paging paging = query.paging(ROWS);
        query.done();
        Narratives.Part part = narratives.list(
                new Filter(Narratives.kind(kind), Narratives.topic(entity), Narratives.language(language)),
                paging.limit(), paging.offset());
        model.addAttribute("kinds", kinds);
        model.addAttribute("kind", kind);
        model.addAttribute("language", language);
        model.addAttribute("entity", entity);
        model.addAttribute("isFiltered", !kind.isEmpty() || !entity.isEmpty());
        model.addAttribute("narratives", new Listing<>(part.items().stream()
                .map(one -> NarrativeView.of(NarrativeDocument.of(one), words, figures)).toList(), part.total(),
                paging));
        Link link = Link.to(PATH).with("kind", kind, "").with("language", language, null).with("entity", entity, "")
                .with("limit", paging.limit(), ROWS);
        model.addAttribute("previous", link.with("offset", paging.previous().offset(), 0).toString());
        model.addAttribute("next", link.with("offset", paging.next().offset(), 0).toString());
        return "themes-narratives";
    }

    @PostMapping(PATH + "/make")
    String make(Query query) {
        String entity = query.text("entity", LONGEST_ENTITY).orElse("");
        query.done();
        narratives.make(entity);
        return "redirect:" + NarrativeView.page(entity);
    }

    @PostMapping(PATH + "/{id}/verdict")
    String judge(@PathVariable String id, Query query) {
        String word = query.choice("verdict", List.of("accept", "edit", "reject"), "accept");
        String text = query.text("text", LONGEST_TEXT).orElse(null);
        boolean unchecked = query.flag("unchecked");
        boolean ofEntity = query.flag("ofEntity");
        String by = query.text("by", LONGEST_NAME).orElse(HAND);
        query.done();
        if (word.equals("edit") != (text != null)) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.wording.text")));
        }
        Narrative judged = narratives.judge(id, new Outputs.Judged(Outputs.Word.valueOf(word.toUpperCase(Locale.ROOT)),
                text, unchecked, null, null), by);
        return "redirect:" + (ofEntity
                ? NarrativeView.page(judged.topic().kind() + "/" + judged.topic().id())
                : PATH);
    }

    /// A page tells that a narrative was in view, as it is left: nobody waits for an answer.
    @PostMapping(PATH + "/{id}/look")
    ResponseEntity<Void> look(@PathVariable String id, Query query) {
        int millis = query.number("millis", 0, MOST_MILLIS, 0);
        boolean acted = query.flag("acted");
        query.done();
        narratives.looked(id, new Outputs.Look(Duration.ofMillis(millis), acted));
        return ResponseEntity.noContent().build();
    }
}

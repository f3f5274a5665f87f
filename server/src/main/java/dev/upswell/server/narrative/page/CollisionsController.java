package dev.upswell.server.narrative.page;

import dev.upswell.server.narrative.CollisionTelling;
import dev.upswell.server.narrative.Narratives;
import dev.upswell.server.theme.CollisionDocument;
import dev.upswell.server.theme.CollisionRun;
import dev.upswell.server.theme.Collisions;
import dev.upswell.server.web.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of pairs that the same creators take up while both rise, each told in checked sentences.
@Controller
class CollisionsController {

    private static final List<String> KINDS = List.of("hashtag", "theme");

    private final Collisions collisions;
    private final Narratives narratives;

    CollisionsController(Collisions collisions, Narratives narratives) {
        this.collisions = collisions;
        this.narratives = narratives;
    }

    /// A pair with what it means.
    record Told(CollisionDocument pair, List<String> sentences) {
    }

    @GetMapping("/themes/collisions")
    String list(Query query, Model model, Locale reader) {
        String kind = query.choice("kind", KINDS, "hashtag");
        query.done();
        CollisionRun run = collisions.last(CollisionRun.Kind.find(kind).orElse(CollisionRun.Kind.HASHTAG), null)
                .orElse(null);
        List<Told> told = new ArrayList<>();
        if (run != null) {
            Locale language = narratives.languageFor(reader);
            List<List<String>> sentences = new CollisionTelling(collisions).sentences(run, language);
            for (int i = 0; i < run.found().size(); i++) {
                told.add(new Told(CollisionDocument.of(run.found().get(i)), sentences.get(i)));
            }
        }
        model.addAttribute("kinds", KINDS);
        model.addAttribute("kind", kind);
        model.addAttribute("run", run);
        model.addAttribute("pairs", told);
        return "themes-collisions";
    }
}

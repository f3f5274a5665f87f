package dev.upswell.server.narrative.page;

import dev.upswell.server.narrative.Narrative;
import dev.upswell.server.narrative.NarrativeDocument;
import dev.upswell.server.narrative.Narratives;
import dev.upswell.server.theme.CollisionDocument;
import dev.upswell.server.theme.CollisionRun;
import dev.upswell.server.theme.Collisions;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of pairs that the same creators take up while both rise, each told in checked sentences that are kept.
@Controller
class CollisionsController {

    private static final List<String> KINDS = List.of("hashtag", "theme");

    private final Collisions collisions;
    private final Narratives narratives;
    private final Words words;
    private final Figures figures;

    CollisionsController(Collisions collisions, Narratives narratives, Words words, Figures figures) {
        this.collisions = collisions;
        this.narratives = narratives;
        this.words = words;
        this.figures = figures;
    }

    /// A pair with what it means.
    ///
    /// @param narrative null where nothing was put into words yet, or a surer pair of both is told
    /// @param entity by which it is put into words, as kind/id
    record Told(CollisionDocument pair, @Nullable NarrativeView narrative, String entity) {
    }

    @GetMapping("/themes/collisions")
    String list(Query query, Model model, Locale reader) {
        String kind = query.choice("kind", KINDS, "hashtag");
        query.done();
        CollisionRun run = collisions.last(CollisionRun.Kind.find(kind).orElse(CollisionRun.Kind.HASHTAG), null)
                .orElse(null);
        List<Told> told = new ArrayList<>();
        if (run != null) {
            List<Optional<Narrative>> worded = narratives.collided(run, narratives.languageFor(reader));
            for (int i = 0; i < run.found().size(); i++) {
                CollisionDocument pair = CollisionDocument.of(run.found().get(i));
                told.add(new Told(pair, worded.get(i)
                        .map(one -> NarrativeView.of(NarrativeDocument.of(one), words, figures)).orElse(null),
                        kind + "/" + pair.one().id()));
            }
        }
        model.addAttribute("kinds", KINDS);
        model.addAttribute("kind", kind);
        model.addAttribute("run", run);
        model.addAttribute("pairs", told);
        return "themes-collisions";
    }
}

package dev.upswell.server.theme.page;

import dev.upswell.server.theme.DivergenceDocument;
import dev.upswell.server.theme.DivergenceRun;
import dev.upswell.server.theme.Divergences;
import dev.upswell.server.web.Query;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of pairs that mean nearly the same and move differently.
@Controller
class DivergencesController {

    private final Divergences divergences;

    DivergencesController(Divergences divergences) {
        this.divergences = divergences;
    }

    @GetMapping("/themes/divergences")
    String list(Query query, Model model) {
        query.done();
        DivergenceRun run = divergences.last(null).orElse(null);
        model.addAttribute("run", run);
        model.addAttribute("pairs", run == null ? List.of() : DivergenceDocument.of(run.found()));
        return "themes-divergences";
    }
}

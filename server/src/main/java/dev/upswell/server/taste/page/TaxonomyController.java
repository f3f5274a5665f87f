package dev.upswell.server.taste.page;

import dev.upswell.server.taste.KeptTaxonomy;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import dev.upswell.taxonomy.CategoryMaking;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of taxonomies: one version with its categories, beside the version before.
@Controller
class TaxonomyController {

    private static final String PATH = "/recommendations/taxonomy";
    private static final int MOST = 1_000_000;
    /// Versions that are listed, the newest; REST pages through all.
    private static final int SHOWN = 50;

    private final Taxonomies taxonomies;

    TaxonomyController(Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
    }

    @GetMapping(PATH)
    String show(Query query, Model model) {
        int number = query.number("version", 1, MOST, 0);
        query.done();
        Optional<KeptTaxonomy> shown = number == 0 ? taxonomies.find() : Optional.of(taxonomies.get(number));
        model.addAttribute("shown", shown.orElse(null));
        model.addAttribute("versions", taxonomies.list(SHOWN, 0).items());
        model.addAttribute("difference", shown.filter(one -> one.number() > 1)
                .map(one -> taxonomies.compare(one.number() - 1, one.number())).orElse(null));
        model.addAttribute("usual", TaxonomyMaking.USUAL);
        model.addAttribute("most", CategoryMaking.Settings.MOST);
        return "taxonomy";
    }

    @PostMapping(PATH)
    String make(Query query) {
        int categories = query.number("categories", 1, CategoryMaking.Settings.MOST, TaxonomyMaking.USUAL);
        Locale language = Locale.of(query.choice("language", List.of("en", "id"), "en"));
        query.done();
        return "redirect:" + Link.to(PATH).with("version", taxonomies.make(categories, language).number(), 0);
    }
}

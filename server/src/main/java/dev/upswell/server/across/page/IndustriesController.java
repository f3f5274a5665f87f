package dev.upswell.server.across.page;

import dev.upswell.server.across.Industries;
import dev.upswell.server.across.IndustryDraft;
import dev.upswell.server.across.IndustryForm;
import dev.upswell.server.web.Query;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of industries: which there are, and which client belongs to which.
@Controller
class IndustriesController {

    private static final String PATH = "/patterns/industries";

    private final Industries industries;

    IndustriesController(Industries industries) {
        this.industries = industries;
    }

    /// With `key` its form holds that industry, to be changed.
    @GetMapping(PATH)
    String list(Query query, Model model) {
        Optional<String> key = query.text("key", 100);
        query.done();
        model.addAttribute("industries", industries.list());
        model.addAttribute("clients", industries.clients());
        model.addAttribute("lengths", IndustryDraft.LENGTHS);
        model.addAttribute("draft", key.map(industries::get).orElse(null));
        return "patterns-industries";
    }

    @PostMapping(PATH)
    String keep(Query query) {
        IndustryForm.Said said = IndustryForm.of(query);
        industries.put(said.key(), said.draft(), said.by());
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{key}/remove")
    String remove(@PathVariable String key, Query query) {
        query.done();
        industries.remove(key);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/clients")
    String place(Query query) {
        String client = query.text("client", 200).orElse("");
        Optional<String> industry = query.text("industry", 100);
        String by = IndustryForm.by(query, "hand");
        query.done();
        industries.place(client, industry.orElse(null), by);
        return "redirect:" + PATH;
    }
}

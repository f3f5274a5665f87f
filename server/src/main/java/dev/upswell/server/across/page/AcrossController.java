package dev.upswell.server.across.page;

import dev.upswell.server.across.AcrossQuery;
import dev.upswell.server.across.ClientHashtags;
import dev.upswell.server.across.Competitors;
import dev.upswell.server.across.Transfers;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.web.Query;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Pages of patterns beyond one search.
@Controller
class AcrossController {

    private final ClientHashtags hashtags;
    private final Competitors competitors;
    private final Transfers transfers;

    AcrossController(ClientHashtags hashtags, Competitors competitors, Transfers transfers) {
        this.hashtags = hashtags;
        this.competitors = competitors;
        this.transfers = transfers;
    }

    @GetMapping("/patterns/across")
    String across(Query query, Model model, Locale language) {
        Optional<String> asked = AcrossQuery.name(query, "client");
        query.done();
        List<PatternRuns.Client> clients = hashtags.clients();
        model.addAttribute("clients", clients);
        model.addAttribute("across", asked.or(() -> clients.stream().findFirst().map(PatternRuns.Client::name))
                .map(client -> hashtags.of(client, language)).orElse(null));
        return "patterns-across";
    }

    @GetMapping("/patterns/competitors")
    String competitor(Query query, Model model) {
        Optional<String> handle = AcrossQuery.name(query, "handle");
        Optional<String> own = AcrossQuery.name(query, "own");
        query.done();
        model.addAttribute("handle", handle.orElse(""));
        model.addAttribute("own", own.orElse(""));
        model.addAttribute("rival",
                handle.map(name -> RivalView.of(competitors.of(name, own.orElse(null)))).orElse(null));
        return "patterns-competitors";
    }

    @GetMapping("/patterns/transfer")
    String transfer(Query query, Model model) {
        Optional<String> from = AcrossQuery.name(query, "from");
        Optional<String> to = AcrossQuery.name(query, "to");
        Transfers.Told told = AcrossQuery.told(query);
        query.done();
        model.addAttribute("from", from.orElse(""));
        model.addAttribute("to", to.orElse(""));
        model.addAttribute("told", told);
        model.addAttribute("stages", AcrossQuery.STAGES);
        model.addAttribute("weighed", from.isPresent() && to.isPresent()
                ? transfers.between(from.get(), to.get(), told)
                : null);
        return "patterns-transfer";
    }
}

package dev.upswell.server.commerce.page;

import dev.upswell.commerce.AudienceShare.Trait;
import dev.upswell.server.commerce.CommerceFacts;
import dev.upswell.server.commerce.FactKind;
import dev.upswell.server.commerce.page.AudienceMaps.Told;
import dev.upswell.server.heat.HeatMap;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of who watches, as owners are told of their accounts and videos.
@Controller
class AudienceController {

    private static final String PATH = "/audience";
    /// More shares than these are not looked at, those told last first.
    private static final int SHARES = 5_000;
    private static final int WAYS = 20;

    private final CommerceFacts facts;
    private final AudienceMaps maps;
    private final InstantSource clock;

    AudienceController(CommerceFacts facts, InstantSource clock, Words words, Figures figures) {
        this.facts = facts;
        this.clock = clock;
        this.maps = new AudienceMaps(words, figures);
    }

    @GetMapping(PATH)
    String audience(Query query, Model model) {
        Optional<String> wanted = query.text("of", 200);
        query.done();
        List<Told> told = facts.list(FactKind.AUDIENCE, Optional.empty(), clock.instant(), SHARES, 0).facts().stream()
                .flatMap(AudienceController::told).toList();
        List<String> abouts = new ArrayList<>(new TreeSet<>(told.stream()
                .filter(one -> one.trait() == Trait.COUNTRY_DEVICE).map(Told::about).toList()));
        String about = wanted.filter(abouts::contains).orElse(abouts.isEmpty() ? "" : abouts.getFirst());
        model.addAttribute("empty", told.isEmpty());
        model.addAttribute("together", maps.together(about, told));
        model.addAttribute("ways", abouts.stream().limit(WAYS).map(one -> new Link.Way(one,
                Link.to(PATH).with("of", one, null).toString(), one.equals(about))).toList());
        model.addAttribute("maps", Stream.of(Trait.COUNTRY, Trait.DEVICE, Trait.AGE, Trait.GENDER)
                .map(trait -> maps.beside(trait, told)).filter(AudienceController::hasRows).toList());
        return "audience";
    }

    private static boolean hasRows(HeatMap map) {
        return !map.rows().isEmpty();
    }

    private static Stream<Told> told(Map<String, @Nullable Object> fact) {
        String word = String.valueOf(fact.get("trait"));
        return fact.get("share") instanceof Number share
                ? Arrays.stream(Trait.values()).filter(trait -> trait.label().equals(word))
                        .map(trait -> new Told(fact.get("entity_kind") + "/" + fact.get("entity_id"), trait,
                                String.valueOf(fact.get("band")), share.doubleValue()))
                : Stream.empty();
    }
}

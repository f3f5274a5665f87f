package dev.upswell.server.commerce.page;

import dev.upswell.server.commerce.CommerceFacts;
import dev.upswell.server.commerce.CommerceFacts.Known;
import dev.upswell.server.commerce.FactKind;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Words;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What is known now of ads and shops, one list at a time, under the names of the data dictionary.
@Controller
class CommerceController {

    private static final String PATH = "/sources/commerce";
    private static final int ROWS = 25;

    private final CommerceFacts facts;
    private final InstantSource clock;
    private final Words words;
    private final Figures figures;

    CommerceController(CommerceFacts facts, InstantSource clock, Words words, Figures figures) {
        this.facts = facts;
        this.clock = clock;
        this.words = words;
        this.figures = figures;
    }

    /// A list that can be chosen.
    record Way(String url, String text, boolean here) {
    }

    /// A fact as cells.
    record Row(List<String> cells) {
    }

    @GetMapping(PATH)
    String commerce(Query query, Model model) {
        FactKind kind = FactKind.of(query.choice("of", FactKind.LABELS, FactKind.RESULTS.label()));
        Paging paging = query.paging(ROWS);
        query.done();
        Known known = facts.list(kind, Optional.empty(), clock.instant(), paging.limit(), paging.offset());
        model.addAttribute("headline", Sentence.of("commerce.headline", known.total(), name(kind)));
        model.addAttribute("name", name(kind));
        model.addAttribute("ways", Arrays.stream(FactKind.values())
                .map(one -> new Way(url(one, 0), name(one), one == kind)).toList());
        model.addAttribute("columns", kind.shown());
        model.addAttribute("rows", new Listing<>(known.facts().stream().map(fact -> row(kind, fact)).toList(),
                known.total(), paging));
        model.addAttribute("previous", url(kind, paging.previous().offset()));
        model.addAttribute("next", url(kind, paging.next().offset()));
        return "commerce";
    }

    private String name(FactKind kind) {
        return switch (kind) {
            case RESULTS -> words.say("commerce.results");
            case ADS -> words.say("commerce.ads");
            case ORDERS -> words.say("commerce.orders");
            case ORDER_LINES -> words.say("commerce.lines");
            case PRODUCT_SALES -> words.say("commerce.sales");
            case ASSETS -> words.say("commerce.assets");
            case AUDIENCE -> words.say("commerce.audience");
            case ACTIVITY -> words.say("commerce.activity");
        };
    }

    private static String url(FactKind kind, int offset) {
        return Link.to(PATH).with("of", kind.label(), FactKind.RESULTS.label()).with("offset", offset, 0).toString();
    }

    private Row row(FactKind kind, Map<String, @Nullable Object> fact) {
        return new Row(kind.shown().stream().map(column -> cell(fact.get(column))).toList());
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case Long whole -> figures.exact(whole);
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
                figures.exact(number.longValue());
            case Double number -> String.format("%.4f", number);
            default -> value.toString();
        };
    }
}

package dev.upswell.server.commerce.page;

import dev.upswell.server.commerce.CommerceFacts;
import dev.upswell.server.commerce.CommerceFacts.Known;
import dev.upswell.server.commerce.FactKind;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Times;
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

/// What is known now of ads and shops, one list at a time.
@Controller
class CommerceController {

    private static final String PATH = "/sources/commerce";
    private static final int ROWS = 25;

    private final CommerceFacts facts;
    private final InstantSource clock;
    private final FactWords words;

    CommerceController(CommerceFacts facts, InstantSource clock, Words words, Figures figures, Times times) {
        this.facts = facts;
        this.clock = clock;
        this.words = new FactWords(words, figures, times);
    }

    /// A list that can be chosen.
    record Way(String url, String text, boolean here) {
    }

    /// A fact as cells.
    record Row(List<FactWords.Cell> cells) {
    }

    @GetMapping(PATH)
    String commerce(Query query, Model model) {
        FactKind kind = FactKind.of(query.choice("of", FactKind.LABELS, FactKind.RESULTS.label()));
        Paging paging = query.paging(ROWS);
        query.done();
        Known known = facts.list(kind, Optional.empty(), clock.instant(), paging.limit(), paging.offset());
        model.addAttribute("headline", Sentence.of("commerce.headline", known.total(), words.name(kind)));
        model.addAttribute("name", words.name(kind));
        model.addAttribute("text", words.text(kind));
        model.addAttribute("ways", Arrays.stream(FactKind.values())
                .map(one -> new Way(url(one, 0), words.name(one), one == kind)).toList());
        model.addAttribute("columns", kind.shown().stream().map(words::heading).toList());
        model.addAttribute("command", words.command(kind));
        model.addAttribute("rows", new Listing<>(known.facts().stream().map(fact -> row(kind, fact)).toList(),
                known.total(), paging));
        model.addAttribute("previous", url(kind, paging.previous().offset()));
        model.addAttribute("next", url(kind, paging.next().offset()));
        return "commerce";
    }

    @GetMapping(path = PATH, params = FileFormat.PARAMETER)
    Table<Map<String, @Nullable Object>> file(Query query) {
        FactKind kind = FactKind.of(query.choice("of", FactKind.LABELS, FactKind.RESULTS.label()));
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("commerce-" + kind.label(), format, FactColumns.of(kind),
                facts.list(kind, Optional.empty(), clock.instant(), Table.ONE_MORE, 0).facts());
    }

    private static String url(FactKind kind, int offset) {
        return Link.to(PATH).with("of", kind.label(), FactKind.RESULTS.label()).with("offset", offset, 0).toString();
    }

    private Row row(FactKind kind, Map<String, @Nullable Object> fact) {
        return new Row(kind.shown().stream().map(column -> words.cell(column, fact.get(column))).toList());
    }
}

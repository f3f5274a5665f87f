package dev.upswell.server.privacy.page;

import dev.upswell.server.privacy.DataMap;
import dev.upswell.server.privacy.Erasure;
import dev.upswell.server.privacy.ErasureDocument;
import dev.upswell.server.privacy.Holding;
import dev.upswell.server.privacy.Privacy;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The page about personal data: erasures with their proof, exports, and where what lies of whom.
///
/// A handle is sent in the body of a form and never in an address, for addresses stand in the request audit, which nobody can change.
@Controller
class PrivacyController {

    private static final String PATH = "/compliance/privacy";
    private static final int ROWS = 20;

    private final Privacy privacy;
    private final Words words;
    private final Figures figures;

    PrivacyController(Privacy privacy, Words words, Figures figures) {
        this.privacy = privacy;
        this.words = words;
        this.figures = figures;
    }

    /// An erasure as a row of the page.
    ///
    /// @param removed rows by place, in words
    /// @param kept what has to stay, in words; empty when nothing does
    record Row(Erasure told, String standing, String removed, String kept) {
    }

    /// A holding as a row of the page.
    record Held(Holding told, String whose, String erasure) {
    }

    @GetMapping(PATH)
    String page(Query query, Model model) {
        Paging paging = query.paging(ROWS);
        String whose = query.oneOf("whose", Arrays.stream(Holding.Whose.values()).map(Holding.Whose::label).toList())
                .orElse("");
        query.done();
        model.addAttribute("rows", new Listing<>(privacy.erasures().list(paging.limit(), paging.offset()).stream()
                .map(this::row).toList(), privacy.erasures().count(), paging));
        model.addAttribute("previous", url(paging.previous()));
        model.addAttribute("next", url(paging.next()));
        model.addAttribute("suppressed", privacy.erasures().suppressed());
        model.addAttribute("whose", whose);
        model.addAttribute("people", Arrays.stream(Holding.Whose.values()).map(Holding.Whose::label).toList());
        model.addAttribute("holdings", DataMap.all().stream().filter(one -> !one.whose().isEmpty())
                .filter(one -> whose.isEmpty() || one.whose().stream().anyMatch(who -> who.label().equals(whose)))
                .map(this::held).toList());
        return "privacy";
    }

    private Row row(Erasure one) {
        String removed = new TreeMap<>(one.removed()).entrySet().stream()
                .map(place -> place.getKey() + " " + figures.exact(place.getValue()))
                .collect(Collectors.joining(", "));
        Erasure.Search search = one.search();
        String kept = search == null
                ? ""
                : search.kept().entrySet().stream()
                        .map(place -> place.getKey() + " " + figures.exact(place.getValue()))
                        .collect(Collectors.joining(", "));
        return new Row(one, ErasureDocument.standing(one).replace(' ', '-'), removed, kept);
    }

    private Held held(Holding one) {
        String whose = one.whose().stream().map(Holding.Whose::label).sorted()
                .map(label -> words.say("privacy.whose." + label)).collect(Collectors.joining(", "));
        String erasure = one.erasure().isEmpty()
                ? ""
                : Arrays.stream(one.erasure().split(", ")).map(deed -> words.say("privacy.deed." + deed)).distinct()
                        .collect(Collectors.joining(" "));
        return new Held(one, whose, erasure);
    }

    @PostMapping(PATH + "/erasures")
    String erase(Query query) {
        String handle = query.text("handle", 100).orElse("");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        privacy.erasures().erase(handle, by);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/exports")
    void export(Query query, HttpServletResponse response) throws IOException {
        String handle = query.text("handle", 100).orElse("");
        query.done();
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"export.zip\"");
        response.setHeader("Cache-Control", "no-store");
        if (handle.isBlank()) {
            privacy.export().tenant(response.getOutputStream());
        } else {
            privacy.export().creator(handle, response.getOutputStream());
        }
    }

    private static String url(Paging paging) {
        return Link.to(PATH).with("limit", paging.limit(), ROWS).with("offset", paging.offset(), 0).toString();
    }
}

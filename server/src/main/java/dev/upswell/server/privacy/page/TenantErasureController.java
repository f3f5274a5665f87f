package dev.upswell.server.privacy.page;

import dev.upswell.server.access.Admission;
import dev.upswell.server.access.Admission.Admitted;
import dev.upswell.server.access.Installation;
import dev.upswell.server.access.Tenant;
import dev.upswell.server.privacy.TenantErasure;
import dev.upswell.server.privacy.TenantErasures;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The page on which whoever runs the installation erases a tenant and sees the records of those that were; for nobody else there.
///
/// The tenant's name is sent in the body of a form and never in an address, for addresses stand in the request audit.
@Controller
class TenantErasureController {

    private static final String PATH = "/access/tenants/erasures";
    private static final int ROWS = 20;
    private static final int LONGEST = 200;
    private static final int MARK = 12;

    private final TenantErasures erasures;
    private final Installation installation;
    private final Admission admission;
    private final Figures figures;

    TenantErasureController(TenantErasures erasures, Installation installation, Admission admission, Figures figures) {
        this.erasures = erasures;
        this.installation = installation;
        this.admission = admission;
        this.figures = figures;
    }

    /// An erasure as a row of the page.
    ///
    /// @param mark how the name is kept, shortened
    /// @param removed rows and files by place, in words
    /// @param kept what has to stay, in words; empty when nothing does
    record Row(TenantErasure told, String mark, String standing, String removed, String kept) {
    }

    @GetMapping(PATH)
    String page(Query query, Model model, @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        Paging paging = query.paging(ROWS);
        query.done();
        require(caller);
        TenantErasures.Chain chain = erasures.chain();
        model.addAttribute("rows", new Listing<>(erasures.list(paging.limit(), paging.offset()).stream()
                .map(one -> row(one, chain)).toList(), erasures.count(), paging));
        model.addAttribute("previous", url(paging.previous()));
        model.addAttribute("next", url(paging.next()));
        model.addAttribute("chain", chain);
        model.addAttribute("tenants", installation.tenants().stream().filter(one -> !one.id().equals(admission.home()))
                .map(Tenant::name).toList());
        return "access-tenant-erasures";
    }

    private Row row(TenantErasure one, TenantErasures.Chain chain) {
        TenantErasure.TenantSearch search = one.search();
        return new Row(one, one.marks().name().substring(0, MARK), one.standing(chain).replace(' ', '-'),
                counts(one.removed()), search == null ? "" : counts(search.kept()));
    }

    private String counts(Map<String, Long> byPlace) {
        return new TreeMap<>(byPlace).entrySet().stream()
                .map(place -> place.getKey() + " " + figures.exact(place.getValue())).collect(Collectors.joining(", "));
    }

    private static void require(Admitted caller) {
        if (!caller.runsInstallation()) {
            throw WebProblem.notFound(Sentence.of("tenants.notHere"));
        }
    }

    @PostMapping(PATH)
    String erase(Query query, @RequestAttribute(Admitted.ATTRIBUTE) Admitted caller) {
        String name = query.text("name", LONGEST).orElse("");
        String confirmation = query.text("confirm", LONGEST).orElse("");
        String by = query.author("hand");
        query.done();
        require(caller);
        try {
            erasures.eraseOther(name, confirmation, by);
        } finally {
            admission.forget();
        }
        return "redirect:" + PATH;
    }

    private static String url(Paging paging) {
        return Link.to(PATH).with("limit", paging.limit(), ROWS).with("offset", paging.offset(), 0).toString();
    }
}

package dev.upswell.server.audit.page;

import dev.upswell.server.audit.AuditedRow;
import dev.upswell.server.audit.RequestAudit;
import dev.upswell.server.audit.RequestFilter;
import dev.upswell.server.audit.Verification;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of the request audit: its rows, the newest first, and a walk along the chain when somebody asks for one.
@Controller
class RequestAuditController {

    private static final int ROWS = 50;
    private static final int LONGEST = 100;
    private static final List<Column<AuditedRow>> COLUMNS = Column.of(AuditedRow.class,
            Map.of("seq", "place in the chain", "request.status", "HTTP status"));

    private final RequestAudit audit;

    RequestAuditController(RequestAudit audit) {
        this.audit = audit;
    }

    @GetMapping("/access/audit")
    String page(Query query, Model model) {
        return page(query, model, null);
    }

    @GetMapping(path = "/access/audit", params = FileFormat.PARAMETER)
    Table<AuditedRow> file(Query query) {
        RequestFilter filter = filter(query);
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("request-audit", format, COLUMNS, audit.list(filter, Table.ONE_MORE, 0));
    }

    @PostMapping("/access/audit/verify")
    String verify(Query query, Model model) {
        return page(query, model, audit.verify());
    }

    private String page(Query query, Model model, @Nullable Verification verified) {
        RequestFilter filter = filter(query);
        Paging paging = query.paging(ROWS);
        query.done();
        var listing = new Listing<AuditedRow>(audit.list(filter, paging.limit(), paging.offset()),
                audit.count(filter), paging);
        model.addAttribute("headline", Sentence.of("audit.headline", audit.chain().rows()));
        model.addAttribute("listing", listing);
        model.addAttribute("filter", filter);
        model.addAttribute("previous", at(filter, paging.previous()));
        model.addAttribute("next", at(filter, paging.next()));
        model.addAttribute("verified", verified == null ? null : said(verified));
        model.addAttribute("sound", verified instanceof Verification.Sound);
        return "request-audit";
    }

    private static RequestFilter filter(Query query) {
        String actor = query.text("actor", LONGEST).orElse("");
        String text = query.text("q", LONGEST).orElse("");
        return new RequestFilter(actor, query.flag("refused"), text);
    }

    private static String at(RequestFilter filter, Paging paging) {
        return Link.to("/access/audit").with("actor", filter.actor(), "").with("q", filter.text(), "")
                .with("refused", filter.refused(), false).with("limit", paging.limit(), ROWS)
                .with("offset", paging.offset(), 0).toString();
    }

    private static Sentence said(Verification verified) {
        return switch (verified) {
            case Verification.Sound sound ->
                Sentence.of("audit.sound", sound.state().rows(), sound.state().seq(), sound.state().hash());
            case Verification.Broken(long seq, Verification.How how) -> switch (how) {
                case CHANGED -> Sentence.of("audit.changed", seq);
                case REMOVED -> Sentence.of("audit.removed", seq);
                case ADDED -> Sentence.of("audit.added", seq);
            };
        };
    }
}

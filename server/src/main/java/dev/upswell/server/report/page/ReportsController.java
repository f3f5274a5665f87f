package dev.upswell.server.report.page;

import dev.upswell.server.access.Caller;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.Handovers;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.ReportFormat;
import dev.upswell.server.report.ReportKind;
import dev.upswell.server.report.ReportShelf;
import dev.upswell.server.report.Reports;
import dev.upswell.server.report.text.HtmlRendering;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The pages of reports: those that were made, one of them to read, and the builder of new ones.
@Controller
class ReportsController {

    private static final String PATH = "/reports";
    private static final int ROWS = 25;
    private static final int LONGEST = 200;
    private static final List<Column<KeptReport>> COLUMNS = List.of(Column.text("id", KeptReport::id),
            Column.text("kind", KeptReport::kind), Column.text("title", KeptReport::title),
            Column.text("language", one -> one.language().getLanguage()), Column.text("run", KeptReport::run),
            Column.text("madeBy", KeptReport::madeBy), Column.time("createdAt", KeptReport::createdAt));

    private final Reports reports;
    private final Brandings brandings;
    private final Handovers handovers;

    ReportsController(Reports reports, Brandings brandings, Handovers handovers) {
        this.reports = reports;
        this.brandings = brandings;
        this.handovers = handovers;
    }

    private ReportShelf shelf(@Nullable Caller caller) {
        return reports.shelf(by(caller));
    }

    /// Whoever looks at pages of a site without a door sits at the machine.
    private static Caller by(@Nullable Caller caller) {
        return Objects.requireNonNullElse(caller, new Caller.Local());
    }

    private static List<String> endings(ReportShelf shelf) {
        return shelf.formats().stream().map(ReportFormat::ending).toList();
    }

    @GetMapping(PATH)
    String list(Query query, Model model,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        ReportShelf shelf = shelf(caller);
        Paging paging = query.paging(ROWS);
        query.done();
        Reports.Part part = shelf.list(paging.limit(), paging.offset());
        model.addAttribute("rows", new Listing<>(part.items(), part.total(), paging));
        model.addAttribute("formats", endings(shelf));
        model.addAttribute("previous", url(paging.previous()));
        model.addAttribute("next", url(paging.next()));
        return "reports";
    }

    @GetMapping(path = PATH, params = FileFormat.PARAMETER)
    Table<KeptReport> file(Query query,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("reports", format, COLUMNS, shelf(caller).list(Table.ONE_MORE, 0).items());
    }

    private static String url(Paging paging) {
        return Link.to(PATH).with("limit", paging.limit(), ROWS).with("offset", paging.offset(), 0).toString();
    }

    @GetMapping(PATH + "/new")
    String builder(Query query, Model model) {
        query.done();
        model.addAttribute("kinds", reports.kinds());
        return "reports-new";
    }

    @PostMapping(PATH)
    String make(Query query) {
        String kind = query.text("kind", LONGEST).orElse("");
        Map<String, String> said = new LinkedHashMap<>();
        List<ReportKind> wanted = reports.kinds().stream().filter(one -> one.name().equals(kind)).toList();
        wanted.stream().flatMap(one -> one.parameters().stream()).map(ReportKind.Parameter::name)
                .forEach(name -> query.text(name, LONGEST).ifPresent(value -> said.put(name, value)));
        if (!wanted.isEmpty()) {
            query.done();
        }
        List<KeptReport> made = reports.make(kind, said, query.author("hand"));
        return made.size() == 1 ? "redirect:" + Link.to(PATH, made.getFirst().id().toString()) : "redirect:" + PATH;
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable String id, Query query, Model model,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        ReportShelf shelf = shelf(caller);
        query.done();
        KeptReport report = shelf.get(id);
        model.addAttribute("report", report);
        model.addAttribute("formats", endings(shelf));
        boolean hands = !by(caller).seesOnlyWhatWasHanded();
        model.addAttribute("readers", hands ? handovers.readers(id) : List.of());
        model.addAttribute("candidates", hands ? handovers.candidates() : List.of());
        model.addAttribute("html", HtmlRendering.fragment(shelf.document(report), brandings.get(),
                Reports.day(report.createdAt()), 0));
        return "report";
    }

    @GetMapping(PATH + "/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id, Query query,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        ReportShelf shelf = shelf(caller);
        ReportFormat format = ReportFormat.of(query.choice("format", endings(shelf), ReportFormat.PDF.ending()));
        query.done();
        Reports.File file = shelf.file(id, format);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file.name()).build().toString())
                .body(file.bytes());
    }

    @PostMapping(PATH + "/{id}/readers")
    String give(@PathVariable String id, Query query,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        String person = query.text("person", LONGEST).orElse("");
        query.done();
        handovers.give(id, person, by(caller).signature());
        return "redirect:" + Link.to(PATH, id);
    }

    @PostMapping(PATH + "/{id}/readers/{person}/remove")
    String take(@PathVariable String id, @PathVariable String person, Query query) {
        query.done();
        handovers.take(id, person);
        return "redirect:" + Link.to(PATH, id);
    }

    @PostMapping(PATH + "/{id}/remove")
    String remove(@PathVariable String id, Query query) {
        query.done();
        reports.remove(id);
        return "redirect:" + PATH;
    }
}

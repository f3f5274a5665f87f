package dev.upswell.server.report.page;

import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.ReportFormat;
import dev.upswell.server.report.ReportKind;
import dev.upswell.server.report.Reports;
import dev.upswell.server.report.text.HtmlRendering;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The pages of reports: those that were made, one of them to read, and the builder of new ones.
@Controller
class ReportsController {

    private static final String PATH = "/reports";
    private static final int ROWS = 25;
    private static final int LONGEST = 200;
    private static final List<String> ENDINGS = Stream.of(ReportFormat.values()).map(ReportFormat::ending).toList();

    private final Reports reports;
    private final Brandings brandings;

    ReportsController(Reports reports, Brandings brandings) {
        this.reports = reports;
        this.brandings = brandings;
    }

    @GetMapping(PATH)
    String list(Query query, Model model) {
        Paging paging = query.paging(ROWS);
        query.done();
        Reports.Part part = reports.list(paging.limit(), paging.offset());
        model.addAttribute("rows", new Listing<>(part.items(), part.total(), paging));
        model.addAttribute("formats", ENDINGS);
        model.addAttribute("previous", url(paging.previous()));
        model.addAttribute("next", url(paging.next()));
        return "reports";
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
        List<KeptReport> made = reports.make(kind, said, "hand");
        return made.size() == 1 ? "redirect:" + Link.to(PATH, made.getFirst().id().toString()) : "redirect:" + PATH;
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable String id, Query query, Model model) {
        query.done();
        KeptReport report = reports.get(id);
        model.addAttribute("report", report);
        model.addAttribute("formats", ENDINGS);
        model.addAttribute("html", HtmlRendering.fragment(reports.document(report), brandings.get(),
                Reports.day(report.createdAt()), 0));
        return "report";
    }

    @GetMapping(PATH + "/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id, Query query) {
        ReportFormat format = ReportFormat.of(query.choice("format", ENDINGS, ReportFormat.PDF.ending()));
        query.done();
        Reports.File file = reports.file(id, format);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file.name()).build().toString())
                .body(file.bytes());
    }

    @PostMapping(PATH + "/{id}/remove")
    String remove(@PathVariable String id, Query query) {
        query.done();
        reports.remove(id);
        return "redirect:" + PATH;
    }
}

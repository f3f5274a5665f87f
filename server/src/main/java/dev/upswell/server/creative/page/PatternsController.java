package dev.upswell.server.creative.page;

import dev.upswell.pattern.select.SelectionSettings;
import dev.upswell.server.creative.Analyses;
import dev.upswell.server.creative.AnalysisReport;
import dev.upswell.server.creative.Asked;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternWorker;
import dev.upswell.server.creative.RunDocument;
import dev.upswell.server.creative.RunSummary;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/// The pattern library: asks for searches, shows what they found, and takes in analyses.
@Controller
class PatternsController {

    private static final String PATH = "/patterns";
    private static final int ROWS = 20;
    private static final int IMPORTS = 5;
    private static final List<Column<RunSummary>> COLUMNS = Column.of(RunSummary.class, Map.of());

    private final PatternRuns runs;
    private final PatternWorker worker;
    private final Analyses analyses;

    PatternsController(PatternRuns runs, PatternWorker worker, Analyses analyses) {
        this.runs = runs;
        this.worker = worker;
        this.analyses = analyses;
    }

    @GetMapping(PATH)
    String library(Query query, Model model) {
        Paging paging = query.paging(ROWS);
        query.done();
        return library(paging, null, model);
    }

    @GetMapping(path = PATH, params = FileFormat.PARAMETER)
    Table<RunSummary> file(Query query) {
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("pattern-searches", format, COLUMNS,
                runs.list(Table.ONE_MORE, 0).items().stream().map(RunSummary::of).toList());
    }

    private String library(Paging paging, @Nullable AnalysisReport taken, Model model) {
        PatternRuns.Part part = runs.list(paging.limit(), paging.offset());
        model.addAttribute("rows",
                new Listing<>(part.items().stream().map(RunSummary::of).toList(), part.total(), paging));
        model.addAttribute("previous", url(paging.previous()));
        model.addAttribute("next", url(paging.next()));
        model.addAttribute("usual", SelectionSettings.USUAL);
        model.addAttribute("adjustments", Asked.ADJUSTMENTS);
        model.addAttribute("widenings", Asked.WIDENINGS);
        model.addAttribute("unknownLengths", Asked.UNKNOWN_LENGTHS);
        model.addAttribute("analysed", analyses.videos());
        model.addAttribute("imports", analyses.imports(IMPORTS, 0).items());
        model.addAttribute("taken", taken);
        return "patterns";
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable String id, Query query, Model model, Locale language) {
        query.done();
        PatternRun run = runs.get(id);
        model.addAttribute("path", Link.to(PATH, id).toString());
        model.addAttribute("view", RunView.of(RunDocument.of(run, runs.failures(run.id()), language),
                worker.way(run.id()).orElse(null)));
        return "pattern-run";
    }

    @PostMapping(PATH)
    String search(Query query) {
        return "redirect:" + Link.to(PATH, worker.begin(Asked.of(query, "hand")).toString());
    }

    @PostMapping(PATH + "/{id}/resume")
    String resume(@PathVariable String id, Query query) {
        query.done();
        return "redirect:" + Link.to(PATH, worker.resume(id).toString());
    }

    @PostMapping(PATH + "/{id}/give-up")
    String giveUp(@PathVariable String id, Query query) {
        query.done();
        return "redirect:" + Link.to(PATH, runs.giveUp(id, query.author("hand")).id().toString());
    }

    @PostMapping(path = PATH + "/analyses", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String take(@RequestPart("file") MultipartFile file, Query query, Model model) throws IOException {
        query.done();
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return library(new Paging(ROWS, 0),
                    analyses.take(name == null || name.isBlank() ? "file" : name, file.getSize(), content), model);
        }
    }

    private static String url(Paging paging) {
        return Link.to(PATH).with("limit", paging.limit(), ROWS).with("offset", paging.offset(), 0).toString();
    }
}

package dev.upswell.server.overview.page;

import dev.upswell.server.overview.Digests;
import dev.upswell.server.overview.Overviews;
import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.Reports;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The executive document as a file.
@Controller
class ExecutiveController {

    private static final List<String> DAYS = Overviews.DAYS.stream().map(String::valueOf).toList();
    private static final List<String> LANGUAGES = List.of("en", "id");

    private final Digests digests;
    private final Reports reports;
    private final Brandings brandings;
    private final Words words;

    ExecutiveController(Digests digests, Reports reports, Brandings brandings, Words words) {
        this.digests = digests;
        this.reports = reports;
        this.brandings = brandings;
        this.words = words;
    }

    /// As of now, in the language of whoever asks where they say none; it is not kept.
    @GetMapping("/reports/executive.pdf")
    ResponseEntity<byte[]> executive(Query query) {
        int days = Integer.parseInt(query.choice("days", DAYS, String.valueOf(Digests.USUAL_DAYS)));
        String language = query.choice("language", LANGUAGES, words.locale().getLanguage());
        query.done();
        byte[] pdf = reports.preview(digests.executive(days, Locale.of(language)), brandings.get());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("executive-summary-" + days + "-days.pdf").build().toString())
                .body(pdf);
    }
}

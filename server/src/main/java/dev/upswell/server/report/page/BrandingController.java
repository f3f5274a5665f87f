package dev.upswell.server.report.page;

import dev.upswell.server.report.Branding;
import dev.upswell.server.report.BrandingDraft;
import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.Logo;
import dev.upswell.server.report.Reports;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The page on which the look of documents is changed, with a picture of it before it is kept.
@Controller
class BrandingController {

    private static final String PATH = "/reports/branding";
    private static final int LONGEST = 500;
    private static final List<String> COLOURS = List.of("primary", "muted", "good", "warning");

    private final Brandings brandings;
    private final Reports reports;

    BrandingController(Brandings brandings, Reports reports) {
        this.brandings = brandings;
        this.reports = reports;
    }

    /// Without parameters as it is kept, with them as it would be.
    @GetMapping(PATH)
    String page(Query query, Model model) {
        Branding shown = drafted(query);
        model.addAttribute("branding", shown);
        model.addAttribute("colours", COLOURS);
        model.addAttribute("values", List.of(shown.palette().primary().toString(), shown.palette().muted().toString(),
                shown.palette().good().toString(), shown.palette().warning().toString()));
        model.addAttribute("picture", address("/preview.svg", shown));
        model.addAttribute("pdf", address("/preview.pdf", shown));
        return "branding";
    }

    private static String address(String what, Branding shown) {
        return Link.to(PATH + what).with("name", shown.name(), "")
                .with("primary", shown.palette().primary().toString(), "")
                .with("muted", shown.palette().muted().toString(), "")
                .with("good", shown.palette().good().toString(), "")
                .with("warning", shown.palette().warning().toString(), "")
                .with("confidentiality", shown.confidentiality(), "")
                .with("watermark", String.valueOf(shown.watermark()), "").with("form", "true", "").toString();
    }

    @GetMapping(path = PATH + "/preview.svg")
    ResponseEntity<String> picture(Query query) {
        Branding shown = drafted(query);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("image/svg+xml"))
                .body(BrandingPicture.of(shown));
    }

    @GetMapping(path = PATH + "/preview.pdf")
    ResponseEntity<byte[]> pdf(Query query) {
        Branding shown = drafted(query);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename("preview.pdf").build().toString())
                .body(reports.preview(BrandingPicture.sample(), shown));
    }

    @PostMapping(PATH)
    String keep(Query query) {
        brandings.put(drafted(query));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/logo")
    String keepLogo(@RequestParam MultipartFile file, Query query) throws IOException {
        query.done();
        if (file.isEmpty()) {
            throw WebProblem.unusable(Sentence.of("problem.emptyFile"));
        }
        Logo.requireSize(file.getSize());
        brandings.putLogo(Logo.read(file.getBytes()));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/logo/remove")
    String removeLogo(Query query) {
        query.done();
        brandings.putLogo(null);
        return "redirect:" + PATH;
    }

    /// What a form says, which sends empty fields for what is empty; `form` tells that one was sent.
    private Branding drafted(Query query) {
        boolean form = query.flag("form");
        BrandingDraft draft = new BrandingDraft(form ? query.text("name", LONGEST).orElse("") : null,
                query.text("primary", LONGEST).orElse(null), query.text("muted", LONGEST).orElse(null),
                query.text("good", LONGEST).orElse(null), query.text("warning", LONGEST).orElse(null),
                form ? query.text("confidentiality", LONGEST).orElse("") : null,
                form ? Boolean.valueOf(query.flag("watermark")) : null);
        query.done();
        return draft.over(brandings.get());
    }
}

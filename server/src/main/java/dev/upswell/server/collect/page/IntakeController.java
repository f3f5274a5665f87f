package dev.upswell.server.collect.page;

import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Takes a file from the browser: preview first, import when the reader agrees. Also loads the sample.
@Controller
class IntakeController {

    private static final int LONGEST_NAME = 120;

    private final FileIntake intake;
    private final DataPages pages;
    private final Words words;

    IntakeController(FileIntake intake, DataPages pages, Words words) {
        this.intake = intake;
        this.pages = pages;
        this.words = words;
    }

    /// A field of the file and the words for what it is taken as.
    record Mapped(String name, String target, boolean used) {
    }

    /// Answers the preview alone to htmx, and within a page to a browser without scripts.
    @PostMapping("/data/preview")
    String preview(@RequestParam MultipartFile file, @RequestHeader("HX-Request") Optional<String> hxRequest,
            Model model)
            throws IOException {
        if (file.isEmpty()) {
            throw WebProblem.unusable(Sentence.of("problem.emptyFile"));
        }
        try (InputStream content = file.getInputStream()) {
            Preview preview = intake.preview(nameOf(file), content);
            model.addAttribute("preview", preview);
            if (preview instanceof Preview.Recognised recognised) {
                model.addAttribute("mapping", recognised.content().mapping().stream().map(this::mapped).toList());
            }
            if (preview instanceof Preview.Mapping mapping) {
                MappingController.fill(model, mapping, words);
            }
        }
        return hxRequest.isPresent() ? "preview :: found" : "preview";
    }

    @PostMapping("/data/import")
    String begin(Query query) {
        String token = query.text("token", 200).orElse("");
        Instant observedAt = query.instant("observedAt").orElse(null);
        query.done();
        if (!intake.begin(token, observedAt)) {
            throw WebProblem.unusable(Sentence.of("problem.token"));
        }
        return "redirect:/data";
    }

    @PostMapping("/data/sample")
    String sample() {
        if (pages.holdsRealReadings()) {
            throw WebProblem.conflict(Sentence.of("problem.sample.realReadings"));
        }
        intake.beginSample();
        return "redirect:/data";
    }

    private Mapped mapped(Preview.Field field) {
        return mapped(field, words);
    }

    static Mapped mapped(Preview.Field field, Words words) {
        String target = field.target();
        return target == null
                ? new Mapped(field.name(), words.say("preview.leftOut"), false)
                : new Mapped(field.name(), words.sayOr("field." + target, target), true);
    }

    private static String nameOf(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() <= LONGEST_NAME ? last : last.substring(0, LONGEST_NAME);
    }
}

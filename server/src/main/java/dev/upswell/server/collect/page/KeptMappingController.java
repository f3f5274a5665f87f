package dev.upswell.server.collect.page;

import dev.upswell.server.mapping.Confirmation;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.WebProblem;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Changes the mappings that are kept: mends them, takes them out of use, reads what they could not use again.
@Controller
class KeptMappingController {

    private static final int LONGEST = 65_536;
    private static final String LIST = "redirect:/data#mappings";

    private final DataPages pages;

    KeptMappingController(DataPages pages) {
        this.pages = pages;
    }

    @PostMapping("/data/mappings/{name}")
    String keep(@PathVariable String name, Query query) {
        String document = query.text("document", LONGEST).orElse("");
        String reason = query.text("reason", 500).orElse("");
        query.done();
        return answered(pages.keep(known(name), document, reason));
    }

    @PostMapping("/data/mappings/{name}/remove")
    String remove(@PathVariable String name, Query query) {
        query.done();
        if (!pages.remove(known(name))) {
            throw gone();
        }
        return LIST;
    }

    @PostMapping("/data/mappings/{name}/reread")
    String reread(@PathVariable String name, Query query) {
        query.done();
        return answered(pages.reread(known(name)));
    }

    private static String known(String name) {
        if (!Confirmation.isName(name)) {
            throw gone();
        }
        return name;
    }

    private static String answered(Optional<String> refusal) {
        refusal.ifPresent(why -> {
            throw WebProblem.unusable(Sentence.of("import.told", why));
        });
        return LIST;
    }

    private static WebProblem gone() {
        return WebProblem.notFound(Sentence.of("problem.mapping"));
    }
}

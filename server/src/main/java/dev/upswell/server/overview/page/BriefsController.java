package dev.upswell.server.overview.page;

import dev.upswell.server.access.Caller;
import dev.upswell.server.overview.Briefs;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// Forms of the overview about briefs that creators take by themselves.
@Controller
class BriefsController {

    private static final String PATH = "/overview/briefs/{run}";
    private static final String BACK = "redirect:/overview#briefs";

    private final Briefs briefs;
    private final Words words;

    BriefsController(Briefs briefs, Words words) {
        this.briefs = briefs;
        this.words = words;
    }

    private static Caller by(@Nullable Caller caller) {
        return Objects.requireNonNullElse(caller, new Caller.Local());
    }

    /// In the language in which the page is read.
    @PostMapping(PATH)
    String take(@PathVariable String run, Query query,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        return "redirect:" + Link.to("/reports", briefs.take(run, words.locale(), by(caller)).id().toString());
    }

    @PostMapping(PATH + "/publish")
    String publish(@PathVariable String run, Query query,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        query.done();
        briefs.publish(run, by(caller).signature());
        return BACK;
    }

    @PostMapping(PATH + "/withdraw")
    String withdraw(@PathVariable String run, Query query) {
        query.done();
        briefs.withdraw(run);
        return BACK;
    }
}

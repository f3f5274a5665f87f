package dev.upswell.server.agent.page;

import dev.upswell.server.notify.Channel;
import dev.upswell.server.notify.NotifyProblem;
import dev.upswell.server.notify.NotifyRefused;
import dev.upswell.server.notify.QuietHours;
import dev.upswell.server.notify.Target;
import dev.upswell.server.web.Query;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// What people do on the page of the agents about the places at which they are told of events: add one, try it, remove it.
@Controller
class ChannelsController {

    private static final String PAGE = "redirect:/agents#told";

    private static final int LONGEST_TIME = 8;
    private static final int LONGEST_ZONE = 60;

    private final AgentPages pages;

    ChannelsController(AgentPages pages) {
        this.pages = pages;
    }

    /// The secret of a webhook is shown here and never again, so it stands in the answer itself, which nothing keeps.
    @PostMapping("/agents/channels")
    String add(Query query, Model model) {
        String name = query.text("name", 63).orElse("");
        String address = query.text("address", Target.LONGEST).orElse("");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        Channel.Added added = pages.add(name, address, by);
        if (added.secret().isEmpty()) {
            return PAGE;
        }
        model.addAttribute("channel", added.channel());
        model.addAttribute("secret", added.secret());
        return "agents-channel";
    }

    @PostMapping("/agents/channels/{name}")
    String act(@PathVariable String name, Query query) {
        String act = query.choice("act", List.of("test", "remove", "quiet", "loud"), "test");
        String from = query.text("from", LONGEST_TIME).orElse("");
        String until = query.text("until", LONGEST_TIME).orElse("");
        String zone = query.text("zone", LONGEST_ZONE).orElse("");
        boolean urgent = query.flag("urgent");
        String by = query.text("by", 100).orElse("hand");
        query.done();
        switch (act) {
            case "remove" -> pages.remove(name, by);
            case "loud" -> pages.quiet(name, null, by);
            case "quiet" -> pages.quiet(name,
                    NotifyProblem
                            .translated(() -> NotifyRefused.readable(() -> QuietHours.of(from, until, zone, urgent))),
                    by);
            default -> pages.test(name);
        }
        return PAGE;
    }
}

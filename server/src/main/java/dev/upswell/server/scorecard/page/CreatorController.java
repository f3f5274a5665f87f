package dev.upswell.server.scorecard.page;

import dev.upswell.scorecard.Gap;
import dev.upswell.server.scorecard.FollowedPlaybook;
import dev.upswell.server.scorecard.FollowedPlaybooks;
import dev.upswell.server.scorecard.KeptScorecard;
import dev.upswell.server.scorecard.Playbook;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.scorecard.ToldInputs;
import dev.upswell.server.web.Point;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.web.Sparkline;
import dev.upswell.server.web.WebProblem;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page of one scorecard: what it says, what it rests on, what to fix first, and what came of it.
@Controller
class CreatorController {

    private static final int DAYS = 180;
    private static final int FOLLOWED = 20;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADS = 200;

    private final Scorecards cards;
    private final Pseudonyms names;
    private final Words words;

    CreatorController(Scorecards cards, Pseudonyms names, Words words) {
        this.cards = cards;
        this.names = names;
        this.words = words;
    }

    @GetMapping("/creators/card/{name}")
    String card(@PathVariable String name, Query query, Model model) {
        query.done();
        KeptScorecard card = cards.get(handle(name), null);
        List<KeptScorecard> history = cards.history(card.creator(), DAYS, 0).items();
        List<Point> points = history.reversed().stream().map(one -> new Point(one.asOf(), one.overall())).toList();
        model.addAttribute("name", names.shown(card.creator()));
        model.addAttribute("path", CreatorsController.card(names.name(card.creator())));
        model.addAttribute("pseudonyms", names.used());
        model.addAttribute("creator", card.creator());
        model.addAttribute("card", card);
        model.addAttribute("scoring", cards.now());
        model.addAttribute("days", history.size());
        model.addAttribute("line", Sparkline.of(points, null));
        model.addAttribute("view", CreatorView.of(card, cards.now(),
                cards.playbooks().list(card.creator(), FOLLOWED, 0).items(), cards.winners(card), names));
        model.addAttribute("ads", cards.told().links(card.creator()));
        return "creator";
    }

    @PostMapping("/creators/card/{name}/playbooks/{gap}")
    String follow(@PathVariable String name, @PathVariable String gap, Query query) {
        String by = query.text("by", LONGEST_NAME).orElse("hand");
        query.done();
        Gap wanted = FollowedPlaybooks.gap(gap)
                .orElseThrow(() -> WebProblem.notFound(Sentence.of("problem.scorecard.gap")));
        FollowedPlaybook taken = cards.playbooks().takeUp(handle(name), wanted,
                words.say(Playbook.of(wanted).title()), by, cards.now());
        return "redirect:" + CreatorsController.card(names.name(taken.creator()));
    }

    @PostMapping("/creators/card/{name}/ads")
    String link(@PathVariable String name, Query query) {
        String ads = query.text("ads", LONGEST_ADS).orElse("");
        LocalDate since = query.day("since").orElse(null);
        String by = query.text("by", LONGEST_NAME).orElse("hand");
        query.done();
        if (since == null) {
            throw WebProblem.badRequest(List.of(Sentence.of("problem.scorecard.since")));
        }
        ToldInputs.Link link = cards.told().link(handle(name), ads, since.atStartOfDay(ZoneOffset.UTC).toInstant(), by);
        return ads(link.creator());
    }

    @PostMapping("/creators/card/{name}/ads/remove")
    String unlink(@PathVariable String name, Query query) {
        Instant since = query.instant("since")
                .orElseThrow(() -> WebProblem.badRequest(List.of(Sentence.of("problem.scorecard.since"))));
        query.done();
        String handle = handle(name);
        cards.told().forgetLink(handle, since);
        return ads(handle);
    }

    private String ads(String handle) {
        return "redirect:" + CreatorsController.card(names.name(handle));
    }

    @PostMapping("/creators/playbooks/{id}/outcome")
    String settle(@PathVariable String id, Query query) {
        Double value = query.fraction("value").orElse(null);
        boolean dropped = query.choice("as", List.of("settled", "dropped"), "settled").equals("dropped");
        String note = query.text("note", 500).orElse(null);
        query.done();
        FollowedPlaybook ended = dropped
                ? cards.playbooks().drop(id, note)
                : cards.playbooks().settle(id, value, note);
        cards.forget();
        return "redirect:" + CreatorsController.card(names.name(ended.creator()));
    }

    private String handle(String name) {
        return names.handle(name, cards.latest().stream().map(KeptScorecard::creator).toList());
    }
}

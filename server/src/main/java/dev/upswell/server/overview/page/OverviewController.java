package dev.upswell.server.overview.page;

import dev.upswell.fyp.SlotFigures;
import dev.upswell.server.access.Caller;
import dev.upswell.server.overview.Briefs;
import dev.upswell.server.overview.Digests;
import dev.upswell.server.overview.Kpis;
import dev.upswell.server.overview.Overview;
import dev.upswell.server.overview.Overviews;
import dev.upswell.server.overview.View;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The page that follows the sign-in, by role.
@Controller
class OverviewController {

    private static final String PATH = "/overview";
    private static final int USUAL = Digests.USUAL_DAYS;
    private static final List<String> DAYS = Overviews.DAYS.stream().map(String::valueOf).toList();
    private static final int BEST = 3;
    /// With fewer videos a slot is not recommended.
    private static final int TRUSTED = 3;

    private final Overviews overviews;
    private final Briefs briefs;
    private final Words words;
    private final OverviewText text;

    OverviewController(Overviews overviews, Briefs briefs, OverviewText text) {
        this.overviews = overviews;
        this.briefs = briefs;
        this.words = text.words();
        this.text = text;
    }

    @GetMapping(PATH)
    String overview(Query query, Model model,
            @RequestAttribute(name = Caller.ATTRIBUTE, required = false) @Nullable Caller caller) {
        List<View> views = View.of(Objects.requireNonNullElse(caller, new Caller.Local()));
        View view = View.of(query.choice("view", views.stream().map(View::label).toList(), views.getFirst().label()));
        int days = days(query);
        query.done();
        Overview overview = overviews.of(view, days);
        Kpis kpis = overview.kpis();
        model.addAttribute("view", overview);
        model.addAttribute("tiles", kpis == null ? List.of() : text.tiles(kpis));
        model.addAttribute("headline", text.headline(overview));
        model.addAttribute("views", views.size() < 2 ? List.of() : ways(views, view, days));
        model.addAttribute("spans", Overviews.DAYS.stream()
                .map(one -> new Link.Way(words.say("overview.days", one), link(view, views, one), one == days))
                .toList());
        model.addAttribute("moving", text.moving(overview.moving()));
        boolean hands = view == View.OWNER || view == View.PLANNER;
        model.addAttribute("published", hands || view == View.CREATOR ? briefs.published() : List.of());
        model.addAttribute("unpublished", hands ? briefs.unpublished() : List.of());
        model.addAttribute("best", best(overview).map(text::slot).toList());
        return "overview";
    }

    private static int days(Query query) {
        return Integer.parseInt(query.choice("days", DAYS, String.valueOf(USUAL)));
    }

    private List<Link.Way> ways(List<View> views, View here, int days) {
        return views.stream().map(one -> new Link.Way(words.say("overview.view." + one.label()),
                link(one, views, days), one == here)).toList();
    }

    private static String link(View view, List<View> views, int days) {
        return Link.to(PATH).with("view", view.label(), views.getFirst().label()).with("days", days, USUAL)
                .toString();
    }

    private static Stream<SlotFigures> best(Overview overview) {
        var slots = overview.slots();
        return slots == null
                ? Stream.empty()
                : slots.items().stream().filter(one -> one.videos() >= TRUSTED)
                        .sorted(Comparator.comparingDouble((SlotFigures one) -> -one.strength())
                                .thenComparing(SlotFigures::slot))
                        .limit(BEST);
    }
}

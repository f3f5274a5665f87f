package dev.upswell.server.recommend.page;

import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards;
import dev.upswell.server.listing.Column;
import dev.upswell.server.listing.FileFormat;
import dev.upswell.server.listing.Table;
import dev.upswell.server.recommend.ReactionForm;
import dev.upswell.server.recommend.RecommendationDocument;
import dev.upswell.server.recommend.Recommender;
import dev.upswell.server.seek.Wish;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The page on which videos are recommended, and liked or hidden.
@Controller
class RecommendationsController {

    private static final String PATH = "/recommendations";
    private static final String LISTS = PATH + "/lists";
    private static final String PAGE = "recommendations";
    /// Reactions that the page has a word for.
    private static final List<String> SAID = List.of("liked", "hidden");
    private static final int MOST = 100;
    private static final int LONGEST = 200;
    private static final String SHARE = "0 to 1";
    private static final List<Column<RecommendationDocument.Item>> COLUMNS = Column.of(
            RecommendationDocument.Item.class, Map.of("place", "place, from 1", "score", SHARE, "virality", SHARE,
                    "relevance", SHARE, "engagement", SHARE, "crowd", SHARE, "probability", "probability, 0 to 1"));

    private final Recommender recommender;
    private final Profiles profiles;

    RecommendationsController(Recommender recommender, Profiles profiles) {
        this.recommender = recommender;
        this.profiles = profiles;
    }

    /// A part of a score.
    ///
    /// @param percent of all; null where it is not known
    record Part(String name, @Nullable Double percent) {

        static List<Part> of(RecommendationDocument.Item item) {
            return List.of(new Part("score", 100 * item.score()), part("virality", item.virality()),
                    part("relevance", item.relevance()), part("engagement", item.engagement()),
                    part("crowd", item.crowd()));
        }

        private static Part part(String name, @Nullable Double value) {
            return new Part(name, value == null ? null : 100 * value);
        }
    }

    /// A video of the list.
    ///
    /// @param liked whether it was liked
    /// @param hidden whether it was hidden
    record Card(RecommendationDocument.Item item, List<Part> parts, boolean liked, boolean hidden) {

        static Card of(RecommendationDocument.Item item, Set<Reaction> reactions) {
            return new Card(item, Part.of(item), reactions.contains(Reaction.LIKED),
                    reactions.contains(Reaction.HIDDEN));
        }
    }

    @GetMapping(PATH)
    String ask(Query query, Model model) {
        query.done();
        return page(model, null, Map.of(), "");
    }

    @PostMapping(PATH)
    String recommend(Query query, Model model) {
        String username = query.text("username", LONGEST).orElse("");
        int count = query.number("count", 1, MOST, Recommender.USUAL);
        boolean live = query.flag("live");
        query.done();
        RecommendationDocument given = recommender.give(username, count, Recommender.MAY_BE_OLD,
                live ? Wish.LIVE : Wish.STORED);
        return given.id() == null
                ? page(model, given, Map.of(), "")
                : "redirect:" + Link.to(LISTS, given.id().toString());
    }

    @GetMapping(LISTS + "/{id}")
    String list(@PathVariable String id, Query query, Model model) {
        String reacted = query.oneOf("reacted", SAID).orElse("");
        query.done();
        return page(model, recommender.get(id), recommender.reactions(id), reacted);
    }

    @GetMapping(path = LISTS + "/{id}", params = FileFormat.PARAMETER)
    Table<RecommendationDocument.Item> file(@PathVariable String id, Query query) {
        FileFormat format = FileFormat.of(query);
        query.done();
        return new Table<>("recommendations", format, COLUMNS, recommender.get(id).items());
    }

    @PostMapping(LISTS + "/{id}/reactions")
    String react(@PathVariable String id, Query query) {
        Rewards.Told told = ReactionForm.of(query);
        recommender.react(id, List.of(told));
        String done = told.kind().name().toLowerCase(Locale.ROOT);
        return "redirect:" + Link.to(LISTS, id).with("reacted", SAID.contains(done) ? done : "", "");
    }

    private String page(Model model, @Nullable RecommendationDocument given, Map<String, Set<Reaction>> reactions,
            String reacted) {
        List<Card> cards = new ArrayList<>();
        if (given != null) {
            given.items()
                    .forEach(item -> cards.add(Card.of(item, reactions.getOrDefault(item.video(), Set.of()))));
        }
        model.addAttribute("given", given);
        model.addAttribute("cards", cards);
        model.addAttribute("reacted", reacted);
        model.addAttribute("handles", profiles.profiled());
        model.addAttribute("usual", Recommender.USUAL);
        model.addAttribute("most", MOST);
        model.addAttribute("usuallyLive", recommender.usuallyLive());
        return PAGE;
    }
}

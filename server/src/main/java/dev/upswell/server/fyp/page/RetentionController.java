package dev.upswell.server.fyp.page;

import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.fyp.ScoreFilter;
import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.fyp.page.RetentionView.At;
import dev.upswell.server.fyp.page.RetentionView.Band;
import dev.upswell.server.heat.HeatMap;
import dev.upswell.server.heat.HeatMap.Cell;
import dev.upswell.server.heat.HeatMap.Head;
import dev.upswell.server.heat.HeatMap.Row;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of how many still watch each video at the marks its owner is told of.
@Controller
class RetentionController {

    private static final String PATH = "/videos/retention";
    private static final int ROWS = 25;

    private final VideoScores scores;
    private final Viewings viewings;
    private final Words words;
    private final Figures figures;
    private final InstantSource clock;

    RetentionController(VideoScores scores, Viewings viewings, Words words, Figures figures, InstantSource clock) {
        this.scores = scores;
        this.viewings = viewings;
        this.words = words;
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String retention(Query query, Model model) {
        Paging paging = query.paging(ROWS);
        query.done();
        VideoScores.Part part = scores.list(ScoreFilter.ALL, paging.limit(), paging.offset());
        Map<EntityId, Viewing> told = viewings.asOf(clock.instant());
        model.addAttribute("listing", new Listing<>(part.items(), part.total(), paging));
        model.addAttribute("told",
                told.values().stream().filter(one -> RetentionView.of(one, Map.of()).isTold()).count());
        model.addAttribute("map", map(part, told));
        model.addAttribute("previous", url(paging.previous()));
        model.addAttribute("next", url(paging.next()));
        return "video-retention";
    }

    private static String url(Paging paging) {
        return Link.to(PATH).with("limit", paging.limit(), ROWS).with("offset", paging.offset(), 0).toString();
    }

    private HeatMap map(VideoScores.Part part, Map<EntityId, Viewing> told) {
        Map<At, Band> usual = RetentionView.usual(told.values());
        return new HeatMap(words.say("fyp.retention.map"), words.say("videos.video"), false,
                RetentionView.marks().stream().map(at -> Head.of(words.say("fyp.retention." + at.word()))).toList(),
                part.items().stream().map(one -> row(one, told.get(one.score().video()), usual)).toList());
    }

    private Row row(ScoredVideo one, @Nullable Viewing viewing, Map<At, Band> usual) {
        RetentionView view = RetentionView.of(viewing, usual);
        return new Row(Head.to(one.title(), Link.to("/videos", one.score().video().value(), "score").toString()),
                RetentionView.marks().stream().map(at -> cell(view, at)).toList());
    }

    private Cell cell(RetentionView view, At at) {
        String mark = words.say("fyp.retention." + at.word());
        Double own = view.own().get(at);
        Band usual = view.usual().get(at);
        if (own == null) {
            return Cell.missing(words.say("fyp.retention.untold", mark));
        }
        String share = figures.percent(own, 0);
        return usual == null
                ? new Cell("", share, null, words.say("fyp.retention.alone", mark, share))
                : new Cell(shade(own, usual), share, null, words.say("fyp.retention.beside", mark, share,
                        figures.percentRange(usual.low(), usual.high()), usual.videos()));
    }

    private static String shade(double own, Band usual) {
        String side = own >= usual.median() ? "high-" : "low-";
        return side + (own < usual.low() || own > usual.high() ? "3" : "1");
    }
}

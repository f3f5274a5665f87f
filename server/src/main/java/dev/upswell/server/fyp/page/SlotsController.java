package dev.upswell.server.fyp.page;

import dev.upswell.fyp.HourEvidence;
import dev.upswell.fyp.WeekEvidence;
import dev.upswell.plan.PlanRules;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.heat.WeekHeat;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of the week's slots: what videos brought by the hour in which they were posted, by the clocks of the reader.
@Controller
class SlotsController {

    private static final int BEST = 5;

    private final VideoScores scores;
    private final WeekHeat heat;
    private final Figures figures;

    SlotsController(VideoScores scores, Words words, Figures figures) {
        this.scores = scores;
        this.heat = new WeekHeat(words, figures);
        this.figures = figures;
    }

    /// A slot to post in.
    record Best(String slot, String strength, String median, int videos, @Nullable String v15) {
    }

    @GetMapping("/videos/slots")
    String slots(Query query, Model model) {
        query.done();
        WeekEvidence week = scores.week(Times.zone());
        model.addAttribute("empty", week.videos() == 0);
        model.addAttribute("asOf", week.asOf());
        model.addAttribute("videos", week.videos());
        model.addAttribute("map", heat.map(week, Map.of()));
        model.addAttribute("best", best(week));
        return "video-slots";
    }

    /// The hours with the most, those with fewer videos left out: they are shown, and not recommended.
    private List<Best> best(WeekEvidence week) {
        return week.hours().stream().filter(one -> one.videos() >= PlanRules.USUAL.trusted())
                .sorted(Comparator.comparingDouble((HourEvidence one) -> -number(one.expected()))
                        .thenComparing(HourEvidence::slot))
                .limit(BEST).map(this::best).toList();
    }

    private Best best(HourEvidence hour) {
        Double velocity = hour.velocity();
        return new Best(heat.name(hour.slot()), figures.score(number(hour.expected()), 0),
                figures.score(number(hour.median()), 0), hour.videos(),
                velocity == null ? null : heat.velocity(velocity));
    }

    private static double number(@Nullable Double known) {
        return known == null ? 0 : known;
    }
}

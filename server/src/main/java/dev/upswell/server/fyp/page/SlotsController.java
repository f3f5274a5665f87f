package dev.upswell.server.fyp.page;

import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.Slot;
import dev.upswell.fyp.SlotFigures;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Query;
import dev.upswell.server.web.Words;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of the week's slots: what videos brought by the hour in which they were posted.
@Controller
class SlotsController {

    private static final int BEST = 5;
    /// With fewer videos a slot is shown, and not recommended.
    private static final int TRUSTED = 3;

    private final VideoScores scores;
    private final Words words;
    private final Figures figures;

    SlotsController(VideoScores scores, Words words, Figures figures) {
        this.scores = scores;
        this.words = words;
        this.figures = figures;
    }

    /// A cell of the map.
    ///
    /// @param shade class of its colour
    /// @param score as it is drawn towards that of all slots; null where no video was posted
    /// @param title what stands behind it, in words
    record Cell(String shade, @Nullable String score, int videos, String title) {
    }

    /// A day of the map.
    record Day(String name, String shortened, List<Cell> cells) {
    }

    /// A slot to post in.
    record Best(String slot, String strength, String median, int videos, @Nullable String v15) {
    }

    @GetMapping("/videos/slots")
    String slots(Query query, Model model) {
        query.done();
        VideoScores.Slots slots = scores.slots(null);
        Map<Slot, SlotFigures> known = slots.items().stream()
                .collect(Collectors.toMap(SlotFigures::slot, Function.identity()));
        List<Day> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.add(new Day(name(day), words.say("fyp.day.short." + day.name().toLowerCase(Locale.ROOT)),
                    IntStream.range(0, 24).mapToObj(hour -> cell(new Slot(day, hour), known)).toList()));
        }
        model.addAttribute("empty", slots.items().isEmpty());
        model.addAttribute("asOf", slots.asOf());
        model.addAttribute("videos", slots.items().stream().mapToInt(SlotFigures::videos).sum());
        model.addAttribute("days", days);
        model.addAttribute("hours", IntStream.range(0, 24).mapToObj(Integer::toString).toList());
        model.addAttribute("best", slots.items().stream().filter(one -> one.videos() >= TRUSTED)
                .sorted(Comparator.comparingDouble((SlotFigures one) -> -one.strength())
                        .thenComparing(SlotFigures::slot))
                .limit(BEST).map(this::best).toList());
        return "video-slots";
    }

    private String name(DayOfWeek day) {
        return words.say("fyp.day." + day.name().toLowerCase(Locale.ROOT));
    }

    private String named(Slot slot) {
        return words.say("fyp.slot", name(slot.day()), "%02d".formatted(slot.hour()));
    }

    private Cell cell(Slot slot, Map<Slot, SlotFigures> known) {
        SlotFigures figure = known.get(slot);
        if (figure == null) {
            return new Cell("", null, 0, words.say("fyp.slot.none", named(slot)));
        }
        String median = figures.score(figure.median(), 0);
        String drawn = figures.score(figure.strength(), 0);
        Double velocity = figure.medianVelocity();
        return new Cell(shade(figure.strength()), drawn, figure.videos(), words.say("fyp.slot.means", named(slot),
                figure.videos(), median, drawn, velocity == null ? "–" : value(velocity)));
    }

    private String value(double velocity) {
        return new ScoreText(words, figures).value(FypMetric.V15, velocity);
    }

    private static String shade(double strength) {
        double off = Math.abs(strength - 50);
        String depth = off >= 10 ? "3" : off >= 4 ? "2" : "1";
        return (strength >= 50 ? "high-" : "low-") + depth;
    }

    private Best best(SlotFigures figure) {
        Double velocity = figure.medianVelocity();
        return new Best(named(figure.slot()), figures.score(figure.strength(), 0),
                figures.score(figure.median(), 0), figure.videos(), velocity == null ? null : value(velocity));
    }
}

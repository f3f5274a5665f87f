package dev.upswell.server.heat;

import dev.upswell.fyp.HourEvidence;
import dev.upswell.fyp.Slot;
import dev.upswell.fyp.WeekEvidence;
import dev.upswell.server.heat.HeatMap.Cell;
import dev.upswell.server.heat.HeatMap.Head;
import dev.upswell.server.heat.HeatMap.Row;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Words;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// The 168 hours of a week as a heat map, by what they may be expected to bring.
public final class WeekHeat {

    private static final double MIDDLE = 50;
    private static final double FAINT = 4;
    private static final double STRONG = 10;

    private final Words words;
    private final Figures figures;

    public WeekHeat(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /// The map of a week.
    ///
    /// @param planned how many posts are planned in hours of it; hours without are left out
    public HeatMap map(WeekEvidence week, Map<Slot, Integer> planned) {
        return new HeatMap(words.say("heat.week", week.zone().getId().equals("Z") ? "UTC" : week.zone().getId()),
                words.say("fyp.slots.day"), true,
                IntStream.range(0, 24).mapToObj(hour -> Head.of(String.valueOf(hour))).toList(),
                Arrays.stream(DayOfWeek.values()).map(day -> new Row(
                        new Head(day(day), words.say("fyp.day.short." + day.name().toLowerCase(Locale.ROOT)), null),
                        IntStream.range(0, 24).mapToObj(hour -> new Slot(day, hour))
                                .map(slot -> cell(week.of(slot), planned.getOrDefault(slot, 0))).toList()))
                        .toList());
    }

    /// An hour of the week by its day and when it begins.
    public String name(Slot slot) {
        return words.say("fyp.slot", day(slot.day()), "%02d".formatted(slot.hour()));
    }

    private String day(DayOfWeek day) {
        return words.say("fyp.day." + day.name().toLowerCase(Locale.ROOT));
    }

    private Cell cell(HourEvidence hour, int planned) {
        String mark = planned == 0 ? null : "●".repeat(Math.min(planned, 3));
        String also = planned == 0 ? "" : " " + words.say("heat.planned", planned);
        Double expected = hour.expected();
        if (hour.videos() == 0 || expected == null) {
            String none = words.say("fyp.slot.none", name(hour.slot())) + also;
            return mark == null ? Cell.missing(none) : new Cell("", mark, null, none);
        }
        return new Cell(HeatMap.beside(MIDDLE, expected, FAINT, STRONG), figures.score(expected, 0),
                mark == null ? String.valueOf(hour.videos()) : hour.videos() + " " + mark,
                means(hour, expected) + also);
    }

    private String means(HourEvidence hour, double expected) {
        Double median = hour.median();
        Double low = hour.low();
        Double high = hour.high();
        Double velocity = hour.velocity();
        String drawn = figures.score(expected, 0);
        return words.say("fyp.slot.means", name(hour.slot()), hour.videos(),
                median == null ? "–" : figures.score(median, 0),
                low == null || high == null
                        ? drawn
                        : words.say("heat.between", drawn, figures.score(low, 0), figures.score(high, 0)),
                velocity == null ? "–" : velocity(velocity));
    }

    /// Views per minute over the first 15 minutes, with their unit.
    public String velocity(double perMinute) {
        return words.say("fyp.perMinute", figures.score(perMinute, perMinute < 100 ? 1 : 0));
    }
}

package dev.upswell.server.weakness;

import dev.upswell.forecast.OutcomeRule;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.segment.Segment;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.timeline.Counter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// To which segments a forecast belongs, by what was known when it was made. What is not known belongs to none.
final class Traits {

    static final String AGE = "age";
    static final String HOUR = "hour";
    static final String LANGUAGE = "language";
    static final String MOVEMENT = "movement";
    static final String SIZE = "size";
    static final String SOUND = "sound";
    static final String SOURCE = "source";
    static final String STATED = "stated";
    static final String THEME = "theme";
    static final String WEEKDAY = "weekday";

    /// All dimensions, in the order in which pages and docs tell them.
    static final List<String> ALL = List.of(SIZE, AGE, MOVEMENT, STATED, HOUR, WEEKDAY, LANGUAGE, SOURCE, THEME, SOUND);

    /// Of these it says nothing how well forecasts tell apart, because what was stated makes the parts.
    static final Set<String> BY_STATED = Set.of(STATED);

    private static final int LONGEST = 120;

    private Traits() {
    }

    /// A judged forecast as rows tell it.
    ///
    /// @param level the counter that was foretold, where its growth was taken; null for outcomes of releases that did not keep it
    /// @param growth log ratio from the cut, over the horizon
    /// @param firstSeen when the entity was first observed; null when that is not known
    record Row(String entity, Instant cut, double stated, boolean came, @Nullable Double level, double growth,
            @Nullable String source, @Nullable Instant firstSeen, @Nullable String theme) {
    }

    /// What the lake tells of an entity at a cut.
    ///
    /// @param growth log ratio of the views over the 24 hours before; null when not known
    /// @param fresh whether nothing had moved in the 24 hours before those
    record Movement(@Nullable Double growth, boolean fresh) {
    }

    /// What is known of an entity's texts and sound before the window, or by its nature.
    record Carried(@Nullable String language, @Nullable String sound) {
    }

    static Set<Segment> of(ModelTask task, Row row, @Nullable Movement movement, @Nullable Carried carried) {
        Set<Segment> segments = new HashSet<>();
        OffsetDateTime cut = row.cut().atOffset(ZoneOffset.UTC);
        add(segments, HOUR, List.of("00-06", "06-12", "12-18", "18-24").get(cut.getHour() / 6));
        add(segments, WEEKDAY, cut.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? "weekday" : "weekend");
        add(segments, STATED, stated(row.stated()));
        add(segments, SOURCE, row.source());
        add(segments, THEME, row.theme());
        Double level = row.level();
        if (level != null && isSized(task)) {
            add(segments, SIZE, size(level / Math.exp(row.growth())));
        }
        Instant seen = row.firstSeen();
        if (seen != null && !seen.isAfter(row.cut())) {
            add(segments, AGE, age(Duration.between(seen, row.cut())));
        }
        if (movement != null) {
            add(segments, MOVEMENT, movement(movement));
        }
        if (carried != null) {
            add(segments, LANGUAGE, carried.language());
            add(segments, SOUND, carried.sound());
        }
        return segments;
    }

    /// Whether level and growth tell how many views there were at the cut.
    ///
    /// Growth from one look to the next is normalised to the horizon while the level is that of the look, so that what is left of the
    /// level without the growth tells what happened after the cut. Other counters than views have no parts of their own.
    private static boolean isSized(ModelTask task) {
        SurgeProtocol protocol = SurgeProtocol.of(task.kind(), Duration.ofHours(task.horizonHours()));
        return protocol.outcomes() instanceof OutcomeRule.AtHorizon && protocol.counter() == Counter.VIEWS;
    }

    private static void add(Set<Segment> segments, String dimension, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            segments.add(new Segment(dimension, value.length() > LONGEST ? value.substring(0, LONGEST) : value));
        }
    }

    private static String stated(double probability) {
        return probability < 0.02
                ? "under-2"
                : probability < 0.05
                        ? "2-5"
                        : probability < 0.1
                                ? "5-10"
                                : probability < 0.25 ? "10-25" : probability < 0.5 ? "25-50" : "from-50";
    }

    /// @param views at the cut: the level at the end without the growth since
    private static String size(double views) {
        return views < 1e3
                ? "under-1k"
                : views < 1e4 ? "1k-10k" : views < 1e5 ? "10k-100k" : views < 1e6 ? "100k-1m" : "from-1m";
    }

    private static String age(Duration watched) {
        long days = watched.toDays();
        return days < 3 ? "under-3" : days < 14 ? "3-14" : days < 60 ? "14-60" : "from-60";
    }

    private static @Nullable String movement(Movement movement) {
        Double growth = movement.growth();
        if (movement.fresh()) {
            return "new";
        }
        if (growth == null) {
            return null;
        }
        double share = Math.expm1(growth);
        return share < 0.02 ? "under-2" : share < 0.1 ? "2-10" : share < 0.5 ? "10-50" : "from-50";
    }
}

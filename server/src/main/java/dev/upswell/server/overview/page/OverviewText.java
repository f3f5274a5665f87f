package dev.upswell.server.overview.page;

import dev.upswell.fyp.SlotFigures;
import dev.upswell.learn.Interval;
import dev.upswell.server.overview.Kpi;
import dev.upswell.server.overview.Kpis;
import dev.upswell.server.overview.Overview;
import dev.upswell.server.overview.Span;
import dev.upswell.server.overview.Spoken;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.ExplanationText;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Sparkline;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes parts of an overview for its page.
final class OverviewText {

    private static final int SHOWN = 5;

    private final Spoken spoken;

    OverviewText(Words words, Figures figures, Times times) {
        spoken = new Spoken(words, figures, times);
    }

    /// An indicator as a card shows it.
    ///
    /// @param value null when it was measured of no video
    /// @param change to the span before; null where either has none
    /// @param tone `rise`, `fall` or empty
    /// @param line null where fewer than two steps are known
    record Tile(String code, @Nullable String value, @Nullable String interval, @Nullable String change, String tone,
            int of, @Nullable Sparkline line) {
    }

    /// A hashtag that moves.
    ///
    /// @param surge probability with its interval; null when no model scored it
    record Moving(String name, @Nullable String surge, String why, String path) {
    }

    Words words() {
        return spoken.words();
    }

    List<Tile> tiles(Kpis kpis) {
        return Stream.of(Kpi.values()).map(kpi -> tile(kpis, kpi)).toList();
    }

    private Tile tile(Kpis kpis, Kpi kpi) {
        Optional<Span.Measured> now = kpis.now().find(kpi);
        if (now.isEmpty()) {
            return new Tile(kpi.label(), null, null, null, "", 0, null);
        }
        Interval interval = now.get().interval();
        OptionalDouble change = kpis.change(kpi);
        long known = kpis.line(kpi).stream().filter(point -> point.value() != null).count();
        return new Tile(kpi.label(), spoken.value(kpi, now.get().value()),
                interval == null ? null : spoken.figures().percentRange(interval.low(), interval.high()),
                change.isEmpty() ? null : spoken.change(kpi, change.getAsDouble()),
                change.isEmpty() || change.getAsDouble() == 0 ? "" : change.getAsDouble() > 0 ? "rise" : "fall",
                now.get().of(), known < 2 ? null : Sparkline.of(kpis.line(kpi), null));
    }

    /// What the overview says in a sentence.
    String headline(Overview overview) {
        Kpis kpis = overview.kpis();
        Optional<Span.Measured> rate = kpis == null ? Optional.empty() : kpis.now().find(Kpi.FYP_RATE);
        if (rate.isPresent()) {
            return words().say("overview.headline.rate", spoken.figures().percent(rate.get().value()),
                    overview.days());
        }
        TrendTable table = overview.moving();
        if (table != null && !table.lines().isEmpty()) {
            return words().say("overview.headline.moving", "#" + table.lines().getFirst().name());
        }
        return words().say("overview.headline." + overview.view().label());
    }

    /// The first hashtags; empty where the view has none.
    List<Moving> moving(@Nullable TrendTable table) {
        return table == null ? List.of() : table.lines().stream().limit(SHOWN).map(this::moving).toList();
    }

    private Moving moving(TrendTable.Line line) {
        String path = Link.to("/entities/hashtag", line.ranked().row().entity().value()) + "#why";
        Expected expected = line.expected();
        if (expected == null) {
            return new Moving(line.name(), null, words().say("overview.moving.unscored"), path);
        }
        Double low = expected.low();
        Double high = expected.high();
        String surge = spoken.figures().percent(expected.probability());
        String why = new ExplanationText(words(), spoken.figures()).summary(expected.reasons());
        return new Moving(line.name(),
                low == null || high == null ? surge : surge + " (" + spoken.figures().percentRange(low, high) + ")",
                why == null ? words().say("overview.moving.unsaid") : why, path);
    }

    /// An hour of posting in words.
    String slot(SlotFigures figure) {
        String day = words().say("fyp.day." + figure.slot().day().name().toLowerCase(Locale.ROOT));
        return words().say("overview.slot", words().say("fyp.slot", day, "%02d".formatted(figure.slot().hour())),
                spoken.figures().score(figure.strength(), 0), figure.videos());
    }
}

package dev.upswell.server.collect.viewing;

import dev.upswell.commerce.VideoViewing;
import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowNote;
import dev.upswell.server.collect.mapped.LocalCount;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.RowCheck;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Collects what a row tells of how a video is watched, and refuses what may mean two things or cannot be true.
///
/// **units** a share is a fraction, or a percentage where `%` or its column says so; a time is in seconds, or in what stands
/// beside it. Like [RowCheck], whose faults it shares, it keeps neither what is absent nor what is wrong.
final class ViewingCheck {

    private final RowCheck check;
    private final FigureCheck figures;
    private final Map<Figure, Double> rates = new EnumMap<>(Figure.class);
    private final Map<Figure, Count> counts = new EnumMap<>(Figure.class);

    ViewingCheck(RowCheck check, FigureCheck figures) {
        this.check = check;
        this.figures = figures;
    }

    /// Reads a figure; of two columns that tell the same figure, one must say what the other does or nothing.
    ///
    /// @param unit of bare numbers
    void read(Figure figure, String field, @Nullable String text, Unit unit) {
        switch (figure) {
            case COMPLETION, REWATCH, RETENTION_3S, RETENTION_5S ->
                keep(rates, figure, field, WrittenShare.read(field, text, unit, check, figures));
            case WATCH_TIME -> keep(rates, figure, field, WrittenLength.read(field, text, unit, check, figures));
            case PROFILE_VIEWS, LINK_CLICKS, NEW_FOLLOWERS, VIEWS, LIKES, COMMENTS, SHARES, SAVES ->
                keep(counts, figure, field,
                        check.displayed(field, text == null ? null : LocalCount.plain(text), limit(figure)));
        }
    }

    /// Reads a count from a source that does not round.
    void exact(Figure figure, String field, @Nullable String text) {
        keep(counts, figure, field, check.exact(field, text, limit(figure)));
    }

    private static CountLimit limit(Figure figure) {
        return figure == Figure.VIEWS || figure == Figure.LIKES ? CountLimit.REACTIONS : CountLimit.ITEMS;
    }

    private <T> void keep(Map<Figure, T> kept, Figure figure, String field, @Nullable T value) {
        T before = value == null ? null : kept.putIfAbsent(figure, value);
        if (before != null && !Objects.equals(before, value)) {
            check.reject(RejectReason.CONTRADICTORY, field + ": another column tells " + figure.label() + " otherwise",
                    String.valueOf(value));
        }
    }

    /// When the figures were told, as a row says it: a day was told at its end in UTC, at the latest at the import.
    @Nullable
    Instant toldAt(String field, @Nullable String text) {
        if (text == null || text.length() != 10) {
            return check.observedAt(field, text);
        }
        LocalDate day = figures.day(field, text);
        return day == null ? null : figures.endOf(day);
    }

    /// Adds what was read: the fact, if any figure of viewing was told, and a reading of the counters, if it has a time.
    ///
    /// @param toldAt null when nobody says it: a fact is then told at the import
    void tell(@Nullable EntityId video, String source, @Nullable Instant toldAt) {
        Counts counters = CountsOf.video(counts.get(Figure.VIEWS), counts.get(Figure.LIKES),
                counts.get(Figure.COMMENTS), counts.get(Figure.SHARES), counts.get(Figure.SAVES));
        check.observe(video, source, toldAt, counters);
        if (toldAt == null && !counters.isEmpty()) {
            check.note(RowNote.UNDATED);
        }
        fact(video, source, toldAt);
    }

    /// Adds the fact, if any figure of viewing was told.
    void fact(@Nullable EntityId video, String source, @Nullable Instant toldAt) {
        Double at3s = rates.get(Figure.RETENTION_3S);
        Double at5s = rates.get(Figure.RETENTION_5S);
        if (at3s != null && at5s != null && at5s > at3s) {
            check.reject(RejectReason.CONTRADICTORY,
                    "retention at 5 s (" + at5s + ") is above that at 3 s (" + at3s + ")", null);
            return;
        }
        Viewing told = new Viewing(rates.get(Figure.COMPLETION), rates.get(Figure.WATCH_TIME),
                rates.get(Figure.REWATCH), at3s, at5s, whole(Figure.PROFILE_VIEWS), whole(Figure.LINK_CLICKS),
                whole(Figure.NEW_FOLLOWERS));
        if (video == null || told.tellsNothing()) {
            return;
        }
        Instant at = toldAt == null ? figures.toldAt() : toldAt;
        if (video.createdAt().filter(posted -> at.isBefore(posted.minus(ImportOptions.CLOCK_TOLERANCE))).isPresent()) {
            check.reject(RejectReason.OBSERVED_BEFORE_CREATED, "told " + at + ", posted " + video.createdAt().get(),
                    null);
            return;
        }
        check.fact(new VideoViewing(video, source, at, told));
    }

    private @Nullable Long whole(Figure figure) {
        Count count = counts.get(figure);
        return count == null ? null : (Long) count.value();
    }
}

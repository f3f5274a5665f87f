package dev.upswell.fyp;

import dev.upswell.content.Viewing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that the owner of a video was told of how it is watched, the earliest first.
public record Told(List<Telling> tellings) {

    /// Nothing was told.
    public static final Told NOTHING = new Told(List.of());

    public Told {
        tellings = List.copyOf(tellings);
    }

    /// What was told at one time.
    ///
    /// @param views of the video as they were read near that time, which counts are divided by; null when none were read
    public record Telling(Instant at, Viewing said, @Nullable Long views) {
    }

    /// What was known at an instant.
    public Viewing asOf(Instant at) {
        Viewing known = Viewing.NONE;
        for (Telling telling : tellings) {
            if (!telling.at().isAfter(at)) {
                known = telling.said().withEarlier(known);
            }
        }
        return known;
    }

    /// What is known when everything told counts.
    Viewing last() {
        return asOf(Instant.MAX);
    }

    /// When something was told last after an instant; empty when nothing was.
    public Optional<Instant> lastAfter(Instant mark) {
        return tellings.isEmpty() || !tellings.getLast().at().isAfter(mark)
                ? Optional.empty()
                : Optional.of(tellings.getLast().at());
    }

    /// A count by the views of the time at which it was told, by the last telling whose views are known.
    ///
    /// @param mark what was told by then is divided by the views of the mark, as [Measuring] does for what was known there
    /// @param viewsAtMark null when not read near it
    @Nullable
    Double ratio(Count count, Instant mark, @Nullable Double viewsAtMark) {
        Double ratio = null;
        for (Telling telling : tellings) {
            Long said = count.of(telling.said());
            Long then = telling.views();
            Double views = !telling.at().isAfter(mark) ? viewsAtMark : then == null ? null : Double.valueOf(then);
            if (said != null && views != null && views > 0) {
                ratio = said / views;
            }
        }
        return ratio;
    }

    /// Which count of what was told.
    interface Count {
        @Nullable
        Long of(Viewing viewing);
    }
}

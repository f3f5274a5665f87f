package dev.upswell.pattern.select;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.AnalysedVideo.Origin;
import dev.upswell.pattern.BucketAnalysis.Depth;
import dev.upswell.pattern.select.Fit.Suitable;
import dev.upswell.pattern.select.SelectedVideo.Entry;
import dev.upswell.pattern.select.Widened.Lent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fills up a length that has fewer videos than are wanted: from the same range, from the days around it, from sibling hashtags.
///
/// No more is taken than is needed, nor days further off than needed. Siblings lend at most as many videos as the length has of its own, and
/// none where it stays too short to be searched: what is found shall be true of what was asked for.
final class ShortLength {

    /// So far a range is widened on either side.
    private static final int MOST_DAYS = 365;

    private final DurationBucket bucket;
    private final SelectionSettings settings;
    private final List<Suitable> own;
    private final Set<Candidate> drawn = new HashSet<>();

    ShortLength(DurationBucket bucket, SelectionSettings settings, List<Suitable> own) {
        this.bucket = bucket;
        this.settings = settings;
        this.own = new ArrayList<>(own);
    }

    private boolean isShort() {
        return Fences.inside(own).size() < settings.wanted();
    }

    /// Takes from those of the range that were not looked at, in the order in which they are drawn.
    void draw(List<Candidate> further) {
        for (Suitable one : further.stream().flatMap(one -> suitable(one, Origin.ASKED)).toList()) {
            if (!isShort()) {
                return;
            }
            own.add(one);
            drawn.add(one.video());
        }
    }

    /// Takes from those posted outside the range, the nearest days first, each day as a whole.
    void otherDates(Collection<Candidate> outside) {
        TreeMap<Long, List<Suitable>> byDay = new TreeMap<>();
        for (Candidate one : outside) {
            long days = daysOutside(one);
            if (days <= MOST_DAYS) {
                suitable(one, Origin.OTHER_DATES)
                        .forEach(fit -> byDay.computeIfAbsent(days, none -> new ArrayList<>()).add(fit));
            }
        }
        for (List<Suitable> day : byDay.values()) {
            if (!isShort()) {
                return;
            }
            own.addAll(day);
        }
    }

    /// From 1 for the day beside the range.
    private long daysOutside(Candidate one) {
        Instant at = Objects.requireNonNull(one.postedAt(), "only those with a day lie outside a range");
        Instant from = settings.from();
        return from != null && at.isBefore(from)
                ? Duration.between(at, from).minusNanos(1).toDays() + 1
                : Duration.between(Objects.requireNonNull(settings.to()), at).toDays() + 1;
    }

    private Stream<Suitable> suitable(Candidate one, Origin origin) {
        return Fit.of(one, settings, origin, false) instanceof Suitable fit && fit.bucket() == bucket
                ? Stream.of(fit)
                : Stream.empty();
    }

    /// The length's own videos, those that came in among them.
    List<Suitable> own() {
        return own;
    }

    /// What siblings lend, the most alike first.
    ///
    /// @param taken videos of its own that are taken
    List<SelectedVideo> borrow(List<Sibling> siblings, int taken, Draw draw) {
        List<SelectedVideo> borrowed = new ArrayList<>();
        for (Sibling sibling : siblings) {
            Origin origin = new Origin.Sibling(sibling.hashtag());
            List<Suitable> all = sibling.videos().stream().filter(this::inRange)
                    .flatMap(one -> suitable(one, origin)).toList();
            Fences rates = Fences.ofEngagement(all);
            Fences views = Fences.ofViews(all);
            Fences.inside(all).stream().sorted((one, other) -> draw.order().compare(one.video(), other.video()))
                    .limit(Math.max(0, Math.min(taken, settings.wanted() - taken) - borrowed.size()))
                    .map(one -> SelectedVideo.of(one, Entry.SAMPLE, rates, views)).forEach(borrowed::add);
        }
        return Depth.of(taken + borrowed.size()) == Depth.INSUFFICIENT ? List.of() : borrowed;
    }

    private boolean inRange(Candidate one) {
        return VideoSelection.outOfRange(one, settings) == null;
    }

    /// What came of it; null where nothing came in.
    ///
    /// @param taken videos of this length that are taken, those of siblings among them
    @Nullable
    Widened widened(List<SelectedVideo> taken, List<Sibling> siblings) {
        List<SelectedVideo> others = taken.stream().filter(one -> one.origin() instanceof Origin.OtherDates).toList();
        List<Lent> lent = siblings.stream()
                .map(one -> new Lent(one.hashtag(), one.likeness(), one.together(),
                        (int) taken.stream().filter(video -> video.origin().equals(new Origin.Sibling(one.hashtag())))
                                .count()))
                .filter(one -> one.videos() > 0).toList();
        List<Candidate> asked = taken.stream().filter(one -> one.origin() instanceof Origin.Asked)
                .map(SelectedVideo::video).toList();
        int further = (int) asked.stream().filter(drawn::contains).count();
        return further == 0 && others.isEmpty() && lent.isEmpty()
                ? null
                : new Widened(bucket, settings.wanted(), asked.size() - further, further, others.size(),
                        bound(others, settings.from(), -1), bound(others, settings.to(), 1), lent);
    }

    /// The bound moved by whole days as far as videos were taken beyond it; null where none was.
    private @Nullable Instant bound(List<SelectedVideo> others, @Nullable Instant bound, int direction) {
        if (bound == null) {
            return null;
        }
        long days = others.stream().map(SelectedVideo::video)
                .filter(one -> Objects.requireNonNull(one.postedAt()).isBefore(bound) == (direction < 0))
                .mapToLong(this::daysOutside).max().orElse(0);
        return days == 0 ? null : bound.plus(Duration.ofDays(direction * days));
    }
}

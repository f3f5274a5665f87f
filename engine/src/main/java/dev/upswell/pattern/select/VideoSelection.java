package dev.upswell.pattern.select;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.AnalysedVideo.Origin;
import dev.upswell.pattern.select.Fit.Suitable;
import dev.upswell.pattern.select.Fit.Unfit;
import dev.upswell.pattern.select.SelectedVideo.Entry;
import dev.upswell.pattern.select.Selection.Bucket;
import dev.upswell.pattern.select.Selection.Excluded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Chooses the videos that patterns are searched in.
///
/// Of each length the best are taken, and a sample of the rest from all levels of engagement: what only the best are asked about cannot be
/// told from what everybody does. Which videos are drawn depends on their ids and the seed, never on the order in which they come.
public final class VideoSelection {

    private static final int STRATA = 4;

    private final SelectionSettings settings;
    private final Draw draw;
    private final List<SelectedVideo> selected = new ArrayList<>();
    private final List<Excluded> excluded = new ArrayList<>();
    private final List<Bucket> buckets = new ArrayList<>();
    private final List<Widened> widened = new ArrayList<>();
    /// In range and not looked at, in the order in which they are drawn.
    private final List<Candidate> further = new ArrayList<>();
    private final Map<Candidate, Exclusion> outside = new HashMap<>();

    private VideoSelection(SelectionSettings settings) {
        this.settings = settings;
        draw = new Draw(settings.seed());
    }

    /// What is taken of these, and why the rest is not.
    public static Selection of(Collection<Candidate> candidates, SelectionSettings settings) {
        return of(candidates, settings, false, Widening.NONE, List::of);
    }

    /// The same, with more videos of lengths that have too few.
    ///
    /// @param unknown whether videos whose length nobody tells are taken too, as a group of their own, which is never widened
    /// @param siblings hashtags that may lend videos, the most alike first; asked for once, where a length needs them
    public static Selection of(Collection<Candidate> candidates, SelectionSettings settings, boolean unknown,
            Widening widening, Supplier<List<Sibling>> siblings) {
        VideoSelection selection = new VideoSelection(settings);
        Map<DurationBucket, List<Suitable>> suitable = new EnumMap<>(DurationBucket.class);
        for (Candidate one : selection.collected(candidates)) {
            switch (Fit.of(one, settings, Origin.ASKED, unknown)) {
                case Suitable fit -> suitable.computeIfAbsent(fit.bucket(), none -> new ArrayList<>()).add(fit);
                case Unfit(Exclusion why, Double value) -> selection.leave(one, why, value);
            }
        }
        Map<DurationBucket, ShortLength> shorts = widening == Widening.NONE
                ? Map.of()
                : selection.widened(suitable);
        suitable.forEach(selection::bucket);
        selection.leaveTheRest(suitable);
        selection.borrow(shorts, candidates, widening == Widening.HASHTAGS ? siblings : List::of);
        selection.selected.sort(Comparator.comparing(one -> one.video().id()));
        selection.excluded.sort(Comparator.comparing(Excluded::id).thenComparing(Excluded::why));
        return new Selection(selection.selected, selection.excluded, selection.buckets, selection.widened);
    }

    /// Those of the range, each once, at most as many as are looked at.
    private List<Candidate> collected(Collection<Candidate> candidates) {
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparing(Candidate::id)
                .thenComparing(one -> one.reactions().views(), Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Candidate::toString));
        Set<String> seen = new HashSet<>();
        List<Candidate> kept = new ArrayList<>();
        for (Candidate one : sorted) {
            if (!seen.add(one.id().value())) {
                leave(one, Exclusion.DUPLICATE, null);
                continue;
            }
            Exclusion why = outOfRange(one, settings);
            if (why == null) {
                kept.add(one);
            } else {
                outside.put(one, why);
            }
        }
        kept.sort(draw.order());
        int most = Math.min(settings.collected(), kept.size());
        further.addAll(kept.subList(most, kept.size()));
        return kept.subList(0, most);
    }

    /// Why a video is not of the range; null where it is.
    static @Nullable Exclusion outOfRange(Candidate one, SelectionSettings settings) {
        if (settings.from() == null && settings.to() == null) {
            return null;
        }
        if (one.postedAt() == null) {
            return Exclusion.TIME_UNKNOWN;
        }
        if (settings.from() != null && one.postedAt().isBefore(settings.from())) {
            return Exclusion.TOO_EARLY;
        }
        return settings.to() == null || one.postedAt().isBefore(settings.to()) ? null : Exclusion.TOO_LATE;
    }

    /// Adds further videos of their own to lengths that have too few; which these were.
    private Map<DurationBucket, ShortLength> widened(Map<DurationBucket, List<Suitable>> suitable) {
        List<Candidate> otherDates = outside.entrySet().stream()
                .filter(one -> one.getValue() != Exclusion.TIME_UNKNOWN).map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Candidate::id)).toList();
        Map<DurationBucket, ShortLength> shorts = new EnumMap<>(DurationBucket.class);
        for (DurationBucket bucket : DurationBucket.LENGTHS) {
            List<Suitable> own = suitable.getOrDefault(bucket, List.of());
            if (Fences.inside(own).size() < settings.wanted()) {
                ShortLength found = new ShortLength(bucket, settings, own);
                found.draw(further);
                found.otherDates(otherDates);
                if (!found.own().isEmpty()) {
                    suitable.put(bucket, found.own());
                    shorts.put(bucket, found);
                }
            }
        }
        return shorts;
    }

    /// Names a reason for those that were not looked at and did not come in.
    private void leaveTheRest(Map<DurationBucket, List<Suitable>> suitable) {
        Set<Candidate> came = suitable.values().stream().flatMap(List::stream).map(Suitable::video)
                .collect(Collectors.toSet());
        further.stream().filter(one -> !came.contains(one))
                .forEach(one -> leave(one, Exclusion.NOT_COLLECTED, null));
        outside.forEach((one, why) -> {
            if (!came.contains(one)) {
                leave(one, why, null);
            }
        });
    }

    private void borrow(Map<DurationBucket, ShortLength> shorts, Collection<Candidate> candidates,
            Supplier<List<Sibling>> siblings) {
        boolean needed = shorts.keySet().stream().anyMatch(bucket -> taken(bucket).size() < settings.wanted());
        List<Sibling> lenders = needed ? others(siblings.get(), candidates) : List.of();
        shorts.forEach((bucket, one) -> {
            selected.addAll(one.borrow(lenders, taken(bucket).size(), draw));
            Widened what = one.widened(taken(bucket), lenders);
            if (what != null) {
                widened.add(what);
            }
        });
    }

    private List<SelectedVideo> taken(DurationBucket bucket) {
        return selected.stream().filter(one -> one.bucket() == bucket).toList();
    }

    /// Siblings with those videos that neither were candidates nor stand with a sibling that is more alike.
    private static List<Sibling> others(List<Sibling> siblings, Collection<Candidate> candidates) {
        Set<Object> seen = candidates.stream().map(Candidate::id).collect(Collectors.toCollection(HashSet::new));
        return siblings.stream().map(one -> new Sibling(one.hashtag(), one.together(), one.asked(), one.all(),
                one.videos().stream().filter(video -> seen.add(video.id())).toList())).toList();
    }

    private void bucket(DurationBucket bucket, List<Suitable> videos) {
        Fences rates = Fences.ofEngagement(videos);
        Fences views = Fences.ofViews(videos);
        List<Suitable> inside = new ArrayList<>(Fences.inside(videos));
        Set<Suitable> kept = new HashSet<>(inside);
        videos.stream().filter(one -> !kept.contains(one))
                .forEach(one -> leave(one.video(), Exclusion.OUTLIER, one.rate()));
        inside.sort(
                Comparator.comparingDouble(Suitable::composite).reversed().thenComparing(one -> one.video().id()));
        int best = Math.min(settings.best(), inside.size());
        Map<Suitable, Entry> taken = new HashMap<>();
        inside.subList(0, best).forEach(one -> taken.put(one, Entry.BEST));
        sample(inside.subList(best, inside.size())).forEach(one -> taken.put(one, Entry.SAMPLE));
        List<SelectedVideo> videosTaken = new ArrayList<>();
        for (Suitable one : inside) {
            if (taken.containsKey(one)) {
                videosTaken.add(SelectedVideo.of(one, Objects.requireNonNull(taken.get(one)), rates, views));
            } else {
                leave(one.video(), Exclusion.NOT_DRAWN, one.rate());
            }
        }
        selected.addAll(videosTaken);
        buckets.add(new Bucket(bucket, inside.size(),
                inside.stream().mapToDouble(Suitable::rate).average().orElse(0), best, taken.size() - best,
                (int) videosTaken.stream().filter(SelectedVideo::outlier).count(),
                (int) videosTaken.stream().filter(SelectedVideo::celebrity).count(),
                rates == null ? null : (Double) Math.exp(rates.lower()),
                rates == null ? null : (Double) Math.exp(rates.upper())));
    }

    /// As many of each quarter of the rest, from the best down; what one quarter lacks the others give.
    private List<Suitable> sample(List<Suitable> rest) {
        if (rest.size() <= settings.sample()) {
            return rest;
        }
        List<List<Suitable>> strata = new ArrayList<>();
        for (int stratum = 0; stratum < STRATA; stratum++) {
            List<Suitable> part = new ArrayList<>(
                    rest.subList(rest.size() * stratum / STRATA, rest.size() * (stratum + 1) / STRATA));
            part.sort((one, other) -> draw.order().compare(one.video(), other.video()));
            strata.add(part);
        }
        List<Suitable> drawn = new ArrayList<>();
        for (int round = 0; drawn.size() < settings.sample(); round++) {
            for (List<Suitable> part : strata) {
                if (round < part.size() && drawn.size() < settings.sample()) {
                    drawn.add(part.get(round));
                }
            }
        }
        return drawn;
    }

    private void leave(Candidate one, Exclusion why, @Nullable Double value) {
        excluded.add(new Excluded(one.id(), why, value));
    }
}

package dev.upswell.pattern.select;

import dev.upswell.creative.DurationBucket;
import dev.upswell.numeric.Quantiles;
import dev.upswell.numeric.SplitMix;
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
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Chooses the videos that patterns are searched in.
///
/// Of each length the best are taken, and a sample of the rest from all levels of engagement: what only the best are asked about cannot be
/// told from what everybody does. Which videos are drawn depends on their ids and the seed, never on the order in which they come.
public final class VideoSelection {

    private static final double FENCE = 1.5;
    private static final double CELEBRITY_FENCE = 2.5;
    /// With fewer videos quartiles say nothing of who lies outside.
    private static final int FEWEST_FOR_FENCES = 8;
    private static final int STRATA = 4;

    private final SelectionSettings settings;
    private final List<SelectedVideo> selected = new ArrayList<>();
    private final List<Excluded> excluded = new ArrayList<>();
    private final List<Bucket> buckets = new ArrayList<>();

    private VideoSelection(SelectionSettings settings) {
        this.settings = settings;
    }

    /// What is taken of these, and why the rest is not.
    public static Selection of(Collection<Candidate> candidates, SelectionSettings settings) {
        VideoSelection selection = new VideoSelection(settings);
        Map<DurationBucket, List<Suitable>> suitable = new EnumMap<>(DurationBucket.class);
        for (Candidate one : selection.collected(candidates)) {
            Suitable fit = selection.fit(one);
            if (fit != null) {
                suitable.computeIfAbsent(fit.bucket, none -> new ArrayList<>()).add(fit);
            }
        }
        suitable.forEach(selection::bucket);
        selection.selected.sort(Comparator.comparing(one -> one.video().id()));
        selection.excluded.sort(Comparator.comparing(Excluded::id).thenComparing(Excluded::why));
        return new Selection(selection.selected, selection.excluded, selection.buckets);
    }

    private record Suitable(Candidate video, DurationBucket bucket, double rate) {

        /// Engagement, more of it where the video was shared.
        double composite() {
            return rate * (1 + video.reactions().perView(video.reactions().shares()).orElse(0));
        }

        double views() {
            Long views = video.reactions().views();
            return views == null ? 0 : views;
        }
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
            Exclusion why = seen.add(one.id().value()) ? outOfRange(one) : Exclusion.DUPLICATE;
            if (why == null) {
                kept.add(one);
            } else {
                leave(one, why, null);
            }
        }
        kept.sort(Comparator.comparing(this::draw).thenComparing(Candidate::id));
        int most = Math.min(settings.collected(), kept.size());
        kept.subList(most, kept.size()).forEach(one -> leave(one, Exclusion.NOT_COLLECTED, null));
        return kept.subList(0, most);
    }

    private @Nullable Exclusion outOfRange(Candidate one) {
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

    private @Nullable Suitable fit(Candidate one) {
        Double seconds = one.lengthSeconds();
        if (seconds == null || !(seconds > 0)) {
            return leave(one, Exclusion.LENGTH_UNKNOWN, null);
        }
        DurationBucket bucket = DurationBucket.find(seconds).orElse(null);
        if (bucket == null) {
            return leave(one, Exclusion.TOO_LONG, seconds);
        }
        Long views = one.reactions().views();
        if (views != null && views < settings.leastViews()) {
            return leave(one, Exclusion.FEW_VIEWS, (double) views);
        }
        if (one.reactions().engagementRate().isEmpty()) {
            return leave(one, Exclusion.COUNTS_UNKNOWN, null);
        }
        double rate = one.reactions().engagementRate().getAsDouble();
        if (rate > 1) {
            return leave(one, Exclusion.IMPOSSIBLE, rate);
        }
        return rate < settings.leastEngagement()
                ? leave(one, Exclusion.LITTLE_ENGAGEMENT, rate)
                : new Suitable(one, bucket, rate);
    }

    private void bucket(DurationBucket bucket, List<Suitable> videos) {
        Fences rates = Fences.of(videos, one -> Math.log(one.rate), FENCE);
        Fences views = Fences.of(videos, Suitable::views, CELEBRITY_FENCE);
        List<Suitable> inside = new ArrayList<>();
        for (Suitable one : videos) {
            if (rates != null && Math.log(one.rate) < rates.lower) {
                leave(one.video, Exclusion.OUTLIER, one.rate);
            } else {
                inside.add(one);
            }
        }
        inside.sort(Comparator.comparingDouble(Suitable::composite).reversed().thenComparing(one -> one.video.id()));
        int best = Math.min(settings.best(), inside.size());
        Map<Suitable, SelectedVideo.Entry> taken = new HashMap<>();
        inside.subList(0, best).forEach(one -> taken.put(one, SelectedVideo.Entry.BEST));
        sample(inside.subList(best, inside.size())).forEach(one -> taken.put(one, SelectedVideo.Entry.SAMPLE));
        int outliers = 0;
        int celebrities = 0;
        for (Suitable one : inside) {
            SelectedVideo.Entry entry = taken.get(one);
            if (entry == null) {
                leave(one.video, Exclusion.NOT_DRAWN, one.rate);
                continue;
            }
            SelectedVideo video = taken(one, entry, rates, views);
            outliers += video.outlier() ? 1 : 0;
            celebrities += video.celebrity() ? 1 : 0;
            selected.add(video);
        }
        buckets.add(new Bucket(bucket, inside.size(), inside.stream().mapToDouble(one -> one.rate).average().orElse(0),
                best, taken.size() - best, outliers, celebrities, rates == null ? null : (Double) Math.exp(rates.lower),
                rates == null ? null : (Double) Math.exp(rates.upper)));
    }

    private static SelectedVideo taken(Suitable one, SelectedVideo.Entry entry, @Nullable Fences rates,
            @Nullable Fences views) {
        Long followers = one.video.followers();
        CreatorTier tier = followers == null ? null : CreatorTier.of(followers);
        boolean famous = tier == CreatorTier.CELEBRITY || views != null && one.views() > views.upper;
        return new SelectedVideo(one.video, one.bucket, one.rate, entry,
                rates != null && Math.log(one.rate) > rates.upper, famous, tier);
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
            part.sort(Comparator.comparing((Suitable one) -> draw(one.video)).thenComparing(one -> one.video.id()));
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

    /// A number that is a video's own under this seed, as good as random.
    private long draw(Candidate one) {
        long bits = SplitMix.mix(settings.seed() * SplitMix.GOLDEN + 1);
        String id = one.id().value();
        for (int at = 0; at < id.length(); at++) {
            bits = SplitMix.mix(bits + id.charAt(at) + SplitMix.GOLDEN);
        }
        return bits;
    }

    private <T> @Nullable T leave(Candidate one, Exclusion why, @Nullable Double value) {
        excluded.add(new Excluded(one.id(), why, value));
        return null;
    }

    /// Where values lie outside: so many times the middle half's width beyond it.
    private record Fences(double lower, double upper) {

        /// Null with too few values, and where half of them are equal: then nothing says how far is far.
        static @Nullable Fences of(List<Suitable> videos, ToDoubleFunction<Suitable> value, double reach) {
            if (videos.size() < FEWEST_FOR_FENCES) {
                return null;
            }
            double[] ascending = videos.stream().mapToDouble(value).sorted().toArray();
            double first = Quantiles.ofSorted(ascending, .25);
            double third = Quantiles.ofSorted(ascending, .75);
            double width = third - first;
            return width > 0 ? new Fences(first - reach * width, third + reach * width) : null;
        }
    }
}

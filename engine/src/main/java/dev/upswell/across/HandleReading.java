package dev.upswell.across;

import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import dev.upswell.learn.Interval;
import dev.upswell.numeric.FalseDiscovery;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// Reads the strategy of a handle from its videos.
public final class HandleReading {

    private static final int MOST = 500;
    private static final int LEAST_USES = 3;
    private static final double TOP = 0.2;
    private static final int HOURS = 6;

    private final List<HandleVideo> videos;
    private final Set<HandleVideo> top;

    private HandleReading(List<HandleVideo> videos) {
        this.videos = videos;
        this.top = new HashSet<>(videos.stream()
                .sorted(Comparator.comparingDouble(HandleVideo::engagementRate).reversed()
                        .thenComparing(HandleVideo::id))
                .limit((long) Math.ceil(videos.size() * TOP)).toList());
    }

    /// What these videos of a handle tell; one that comes twice counts as it comes last.
    public static HandleReport of(String handle, List<HandleVideo> videos) {
        Map<EntityId, HandleVideo> once = new TreeMap<>();
        videos.forEach(video -> once.put(video.id(), video));
        List<HandleVideo> newest = once.values().stream().sorted(
                Comparator.comparing(HandleVideo::postedAt).reversed().thenComparing(HandleVideo::id)).limit(MOST)
                .toList();
        HandleReading reading = new HandleReading(newest);
        return new HandleReport(handle, newest.size(), once.size() - newest.size(),
                reading.shares(HandleReading::length), reading.uses(1, 1), reading.uses(2, 3),
                reading.shares(video -> new Part(video.hashtags().size(), String.valueOf(video.hashtags().size()))),
                reading.shares(HandleReading::time));
    }

    /// A part of the videos, and where it stands among the others.
    private record Part(int place, String name) implements Comparable<Part> {

        @Override
        public int compareTo(Part other) {
            return Integer.compare(place, other.place);
        }
    }

    private static Part length(HandleVideo video) {
        DurationBucket bucket = video.bucket();
        return bucket == null
                ? new Part(DurationBucket.LENGTHS.size(), "unknown, or above 120 s")
                : new Part(bucket.ordinal(), bucket.label());
    }

    private static Part time(HandleVideo video) {
        ZonedDateTime at = video.postedAt().atZone(ZoneOffset.UTC);
        int from = at.getHour() / HOURS * HOURS;
        return new Part(at.getDayOfWeek().getValue() * 24 + from,
                "%s %02d–%02d".formatted(at.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH), from,
                        from + HOURS));
    }

    private List<Share> shares(Function<HandleVideo, Part> key) {
        Map<Part, List<HandleVideo>> parts = new TreeMap<>();
        videos.forEach(video -> parts.computeIfAbsent(key.apply(video), _ -> new ArrayList<>()).add(video));
        return parts.entrySet().stream().map(part -> share(part.getKey().name(), part.getValue())).toList();
    }

    private Share share(String name, List<HandleVideo> part) {
        double[] rates = part.stream().mapToDouble(HandleVideo::engagementRate).toArray();
        return new Share(name, rates.length, (double) rates.length / videos.size(),
                Difference.mean(rates), interval(rates));
    }

    private static @Nullable Interval interval(double[] rates) {
        if (rates.length < LEAST_USES) {
            return null;
        }
        double mean = Difference.mean(rates);
        double variance = Arrays.stream(rates).map(rate -> (rate - mean) * (rate - mean)).sum() / (rates.length - 1);
        double half = -new TDistribution(rates.length - 1.0).inverseCumulativeProbability(0.025)
                * Math.sqrt(variance / rates.length);
        return new Interval(Math.max(0, mean - half), Math.min(1, mean + half));
    }

    /// Uses of so many hashtags together.
    private List<HashtagUse> uses(int fewest, int most) {
        Map<List<String>, List<HandleVideo>> by = new TreeMap<>(Comparator.comparing((List<String> key) -> String.join(
                " ", key)));
        for (HandleVideo video : videos) {
            combinations(video.hashtags(), fewest, most)
                    .forEach(key -> by.computeIfAbsent(key, _ -> new ArrayList<>()).add(video));
        }
        List<HashtagUse> found = by.entrySet().stream().filter(entry -> entry.getValue().size() >= LEAST_USES)
                .map(entry -> use(entry.getKey(), entry.getValue())).toList();
        return adjusted(found).stream().sorted(Comparator.comparingDouble(HashtagUse::engagementRate).reversed()
                .thenComparing(use -> String.join(" ", use.hashtags()))).toList();
    }

    /// Every choice of so many names; videos with more than a dozen hashtags give those of the first dozen.
    static List<List<String>> combinations(List<String> names, int fewest, int most) {
        List<String> few = names.stream().limit(12).toList();
        List<List<String>> all = new ArrayList<>();
        int sets = 1 << few.size();
        for (int set = 1; set < sets; set++) {
            int size = Integer.bitCount(set);
            if (size >= fewest && size <= most) {
                List<String> chosen = new ArrayList<>();
                for (int i = 0; i < few.size(); i++) {
                    if ((set >> i & 1) == 1) {
                        chosen.add(few.get(i));
                    }
                }
                all.add(chosen);
            }
        }
        return all;
    }

    private HashtagUse use(List<String> hashtags, List<HandleVideo> with) {
        Set<HandleVideo> having = new HashSet<>(with);
        double[] without = videos.stream().filter(video -> !having.contains(video)).mapToDouble(HandleVideo::log)
                .toArray();
        long inTop = with.stream().filter(top::contains).count();
        int others = videos.size() - top.size();
        return new HashtagUse(hashtags, with.size(), (double) inTop / top.size(),
                others == 0 ? 0 : (double) (with.size() - inTop) / others,
                with.stream().mapToDouble(HandleVideo::engagementRate).average().orElseThrow(), bestBucket(with),
                Difference.of(with.stream().mapToDouble(HandleVideo::log).toArray(), without).orElse(null), null);
    }

    private static @Nullable DurationBucket bestBucket(List<HandleVideo> with) {
        Map<DurationBucket, List<HandleVideo>> by = new TreeMap<>();
        for (HandleVideo video : with) {
            DurationBucket bucket = video.bucket();
            if (bucket != null) {
                by.computeIfAbsent(bucket, _ -> new ArrayList<>()).add(video);
            }
        }
        return by.entrySet().stream().filter(entry -> entry.getValue().size() >= LEAST_USES)
                .max(Comparator.comparingDouble(entry -> entry.getValue().stream()
                        .mapToDouble(HandleVideo::engagementRate).average().orElseThrow()))
                .map(Map.Entry::getKey).orElse(null);
    }

    private static List<HashtagUse> adjusted(List<HashtagUse> uses) {
        double[] ps = uses.stream().map(HashtagUse::difference).flatMap(Stream::ofNullable)
                .mapToDouble(Difference::pEither).toArray();
        double[] qs = FalseDiscovery.adjusted(ps);
        List<HashtagUse> adjusted = new ArrayList<>();
        int next = 0;
        for (HashtagUse use : uses) {
            adjusted.add(use.difference() == null
                    ? use
                    : new HashtagUse(use.hashtags(), use.videos(), use.top(), use.rest(), use.engagementRate(),
                            use.bestBucket(), use.difference(), qs[next++]));
        }
        return adjusted;
    }
}

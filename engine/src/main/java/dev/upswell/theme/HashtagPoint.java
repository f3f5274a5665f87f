package dev.upswell.theme;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// A hashtag as a point among captions.
///
/// @param vector the midst of its captions and of its own name, three to one
/// @param captions places of those that carry it, in the list it was made from
record HashtagPoint(String name, Vector vector, int[] captions) {

    private static final double CAPTIONS = 3;
    private static final double NAME = 1;
    /// What spreads as evenly over fewer than five groups speaks of those, however widely others spread. [nats]
    private static final double WIDE = 1.6;

    /// The hashtags that enough videos of enough creators carry, by name.
    static List<HashtagPoint> of(List<Caption> captions, Embedder embedder, ThemeSettings settings) {
        Map<String, List<Integer>> carried = new TreeMap<>();
        for (int i = 0; i < captions.size(); i++) {
            int at = i;
            captions.get(i).hashtags().stream().filter(tag -> !Generic.is(tag)).distinct()
                    .forEach(tag -> carried.computeIfAbsent(tag, name -> new ArrayList<>()).add(at));
        }
        carried.values().removeIf(places -> places.size() < settings.leastVideos()
                || creators(places, captions) < settings.leastCreators());
        List<String> names = List.copyOf(carried.keySet());
        List<Vector> spelt = embedder.vectors(names.stream().map(name -> TextTokens.of("#" + name)).toList());
        List<HashtagPoint> points = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            List<Integer> places = Objects.requireNonNull(carried.get(names.get(i)));
            Vector said = midst(places.stream().map(place -> captions.get(place).vector()).toList(), embedder.size());
            points.add(new HashtagPoint(names.get(i),
                    Vector.midst(List.of(said, spelt.get(i)), new double[]{CAPTIONS, NAME}, embedder.size()),
                    places.stream().mapToInt(Integer::intValue).toArray()));
        }
        return points;
    }

    /// Those whose captions do not spread over everything: the widest spread ones speak of nothing in particular.
    ///
    /// @param groups for each caption its group, or −1
    static List<HashtagPoint> telling(List<HashtagPoint> points, int[] groups, ThemeSettings settings) {
        if (points.isEmpty()) {
            return points;
        }
        double[] spreads = points.stream().mapToDouble(point -> Spread.of(point.captions, groups)).toArray();
        double[] sorted = spreads.clone();
        Arrays.sort(sorted);
        double widest = sorted[(int) Math.min(sorted.length - 1, Math.floor(settings.telling() * sorted.length))];
        List<HashtagPoint> telling = new ArrayList<>();
        for (int i = 0; i < spreads.length; i++) {
            if (spreads[i] < widest || spreads[i] < WIDE) {
                telling.add(points.get(i));
            }
        }
        telling.sort(Comparator.comparing(HashtagPoint::name));
        return telling;
    }

    static Vector midst(List<Vector> vectors, int size) {
        double[] ones = new double[vectors.size()];
        Arrays.fill(ones, 1);
        return Vector.midst(vectors, ones, size);
    }

    private static int creators(List<Integer> places, List<Caption> captions) {
        Set<String> creators = new HashSet<>();
        places.forEach(place -> creators.add(captions.get(place).creator()));
        return creators.size();
    }
}

package dev.upswell.people.judge.contender;

import dev.upswell.embed.Vector;
import dev.upswell.people.judge.Known;
import dev.upswell.recommend.Sought;
import dev.upswell.recommend.Way;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Finds videos by vectors and words among candidates at hand, by looking at each: what the index of the product finds but for what its
/// graph passes by.
///
/// Words are weighed by BM25 over the candidates.
final class MemorySearch {

    /// As many as the product looks for by each vector, and by words.
    static final int EACH = 100;

    private static final int MOST_TERMS = 32;
    private static final double SATURATION = 1.2;
    private static final double BY_LENGTH = 0.75;

    private final Product product;
    private final Known known;
    private final int[] candidates;

    MemorySearch(Product product, Known known, int[] candidates) {
        this.product = product;
        this.known = known;
        this.candidates = candidates.clone();
        product.learn(known);
    }

    /// What a profile looks for, and the way to each; where fewer than 100 are found, or nothing is known of the person, also the most
    /// viewed.
    Map<Integer, Way> find(Sought sought, boolean stranger) {
        Map<Integer, Way> found = new LinkedHashMap<>();
        if (!sought.terms().isEmpty()) {
            saying(sought.terms(), EACH).forEach(video -> found.put(video, Way.QUERY));
        }
        for (Vector vector : sought.vectors()) {
            float[] values = vector.values();
            highest(video -> near(values, video), EACH).forEach(video -> found.putIfAbsent(video, Way.VECTORS));
        }
        if (stranger || found.size() < EACH) {
            highest(video -> known.counted(video).map(counted -> (double) counted.views()).orElse(0.0), EACH)
                    .forEach(video -> found.putIfAbsent(video, Way.POPULARITY));
        }
        return found;
    }

    private double near(float[] vector, int video) {
        float[] other = product.read(video).place();
        float sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * other[i];
        }
        return sum;
    }

    /// The videos that say most of these terms by their weights, best first.
    List<Integer> saying(Map<String, Float> terms, int count) {
        double usual = 0;
        for (int video : candidates) {
            usual += product.read(video).length();
        }
        double by = candidates.length == 0 ? 1 : usual / candidates.length;
        double[] said = new double[candidates.length];
        terms.entrySet().stream()
                .sorted(Map.Entry.<String, Float>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TERMS).forEach(term -> say(term.getKey(), term.getValue(), by, said));
        return highest(said, count);
    }

    private void say(String term, double weight, double usual, double[] said) {
        int[] holding = Arrays.stream(product.saying(term)).map(video -> Arrays.binarySearch(candidates, video))
                .filter(place -> place >= 0).toArray();
        double worth = weight * Math.log(1 + (candidates.length - holding.length + 0.5) / (holding.length + 0.5));
        for (int place : holding) {
            ReadVideo video = product.read(candidates[place]);
            int count = video.terms().getOrDefault(term, 0);
            said[place] += worth * count
                    / (count + SATURATION * (1 - BY_LENGTH + BY_LENGTH * video.length() / usual));
        }
    }

    private List<Integer> highest(IntToDoubleFunction number, int count) {
        return highest(IntStream.of(candidates).mapToDouble(number).toArray(), count);
    }

    /// The candidates with the highest numbers above 0, best first; of equal ones the older.
    private List<Integer> highest(double[] numbers, int count) {
        Comparator<Integer> worstFirst = (one, other) -> numbers[one] == numbers[other]
                ? Integer.compare(other, one)
                : Double.compare(numbers[one], numbers[other]);
        PriorityQueue<Integer> kept = new PriorityQueue<>(worstFirst);
        for (int place = 0; place < numbers.length; place++) {
            if (numbers[place] > 0 && (kept.size() < count || numbers[place] > numbers[kept.element()])) {
                kept.add(place);
                if (kept.size() > count) {
                    kept.remove();
                }
            }
        }
        return kept.stream().sorted(worstFirst.reversed()).map(place -> candidates[place]).toList();
    }
}

package dev.upswell.people.judge;

import dev.upswell.people.PeopleWorld;
import dev.upswell.people.PerfectObserver;
import dev.upswell.people.WorldVideo;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// Recommenders that give each candidate a number and take the highest: the first rows of every table.
public final class ByScore implements Recommender {

    private static final int DEPTH = 50;

    private final String name;
    private final Scoring scoring;

    /// A number for each candidate, in their order; the higher the better.
    @FunctionalInterface
    public interface Scoring {

        double[] of(Asked asked);
    }

    /// A recommender of the fifty highest; of equal ones the newest.
    public ByScore(String name, Scoring scoring) {
        this.name = name;
        this.scoring = scoring;
    }

    /// The oracle of a world, which no recommender is expected to surpass.
    public static Recommender oracle(PeopleWorld world) {
        var observer = new PerfectObserver(world);
        return new ByScore("the oracle", asked -> observer.scores(asked.occasion(), asked.candidates()));
    }

    /// The most viewed, by counters known then.
    public static Recommender mostViewed() {
        return new ByScore("popularity: views", asked -> counted(asked, WorldVideo.Counted::views));
    }

    /// The most liked, by counters known then.
    public static Recommender mostLiked() {
        return new ByScore("popularity: likes", asked -> counted(asked, WorldVideo.Counted::likes));
    }

    /// The newest, which is what remains where nothing is known.
    public static Recommender newest() {
        return new ByScore("the newest", asked -> new double[asked.candidates().length]);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Integer> order(Asked asked) {
        int[] candidates = asked.candidates();
        return highest(scoring.of(asked), DEPTH).stream().map(place -> candidates[place]).toList();
    }

    private static double[] counted(Asked asked, ToLongFunction<WorldVideo.Counted> counter) {
        return IntStream.of(asked.candidates())
                .mapToDouble(video -> asked.known().counted(video).map(counter::applyAsLong).orElse(0L)).toArray();
    }

    /// Places of the highest numbers, the highest first; of equal ones the later place.
    static List<Integer> highest(double[] scores, int count) {
        PriorityQueue<Integer> kept = new PriorityQueue<>(
                (one, other) -> scores[one] == scores[other]
                        ? Integer.compare(one, other)
                        : Double.compare(scores[one], scores[other]));
        for (int i = 0; i < scores.length; i++) {
            if (kept.size() < count || scores[i] >= scores[kept.element()]) {
                kept.add(i);
                if (kept.size() > count) {
                    kept.remove();
                }
            }
        }
        List<Integer> ordered = new ArrayList<>();
        while (!kept.isEmpty()) {
            ordered.addFirst(kept.remove());
        }
        return ordered;
    }
}

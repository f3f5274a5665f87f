package dev.upswell.recommend;

import dev.upswell.numeric.Dice;
import dev.upswell.ranking.PlackettLuce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An ordered list for one request, with the chance of each place given those before it.
///
/// Place by place: scores of authors and sets of tags that stand in the list already are lowered, authors with their fill are out (unless
/// nobody else is left), and one of the rest is drawn with odds of exp(score / temperature). So every list has a known probability, under
/// the configuration that drew it and under any other.
///
/// @param places first place first; fewer than asked for where there is no more that may be shown
public record Slate(List<Place> places) {

    /// A place of the list.
    ///
    /// @param lowered score that it was drawn by, after diversity
    /// @param probability to be drawn here, given the places before
    public record Place(Ranked ranked, double lowered, double probability) {
    }

    public Slate {
        places = List.copyOf(places);
    }

    /// Draws a list.
    ///
    /// @param ranked candidates that may be shown, in any order
    /// @param count how many places at most
    public static Slate draw(List<Ranked> ranked, Configuration configuration, int count, Dice dice) {
        Draw draw = new Draw(ranked, configuration);
        PlackettLuce odds = configuration.odds();
        List<Place> places = new ArrayList<>();
        while (places.size() < Math.min(count, draw.pool.size())) {
            double[] scores = draw.scores();
            double[] chances = odds.chances(scores);
            int drawn = PlackettLuce.draw(chances, dice);
            places.add(new Place(draw.pool.get(drawn), scores[drawn], chances[drawn]));
            draw.take(drawn);
        }
        return new Slate(places);
    }

    /// The logarithm of the probability that this configuration draws just these videos in this order and nothing more; minus infinity
    /// where it cannot.
    ///
    /// @param ranked all candidates of the request, scored by this configuration
    /// @param count how many places it was asked for
    public static double logProbability(List<Ranked> ranked, Configuration configuration, List<String> videos,
            int count) {
        Draw draw = new Draw(ranked, configuration);
        if (videos.size() != Math.min(count, draw.pool.size())) {
            return Double.NEGATIVE_INFINITY;
        }
        PlackettLuce odds = configuration.odds();
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < draw.pool.size(); i++) {
            at.put(draw.pool.get(i).candidate().video(), i);
        }
        double sum = 0;
        for (String video : videos) {
            Integer index = at.get(video);
            if (index == null) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += Math.log(odds.chances(draw.scores())[index]);
            if (sum == Double.NEGATIVE_INFINITY) {
                return sum;
            }
            draw.take(index);
        }
        return sum;
    }

    /// The logarithm of the probability that the configuration drew this list.
    public double logProbability() {
        return places.stream().mapToDouble(place -> Math.log(place.probability())).sum();
    }

    /// Ids of the videos in their order.
    public List<String> videos() {
        return places.stream().map(place -> place.ranked().candidate().video()).toList();
    }

    /// What is left to be drawn from.
    private static final class Draw {

        private final List<Ranked> pool;
        private final Diversity diversity;
        private final boolean[] taken;
        private final Map<String, Integer> authors = new HashMap<>();
        private final Set<Set<String>> tags = new HashSet<>();
        private int places;

        Draw(List<Ranked> ranked, Configuration configuration) {
            diversity = configuration.diversity();
            pool = pool(ranked.stream().filter(one -> one.reaches(configuration.threshold()))
                    .sorted(Ranked.BEST_FIRST).toList(), configuration);
            taken = new boolean[pool.size()];
        }

        /// The best, and of no author more than may stand in a list while there is anybody else.
        private static List<Ranked> pool(List<Ranked> best, Configuration configuration) {
            Map<String, Integer> authors = new HashMap<>();
            List<Ranked> pool = new ArrayList<>();
            List<Ranked> beyond = new ArrayList<>();
            for (Ranked one : best) {
                String author = one.candidate().creator();
                boolean more = author != null
                        && authors.merge(author, 1, Integer::sum) > configuration.diversity().perAuthor();
                (more ? beyond : pool).add(one);
            }
            pool.addAll(beyond);
            return pool.stream().limit(configuration.pool()).sorted(Ranked.BEST_FIRST).toList();
        }

        double[] scores() {
            double[] scores = scores(places < diversity.top());
            for (double score : scores) {
                if (score > Double.NEGATIVE_INFINITY) {
                    return scores;
                }
            }
            return scores(false);
        }

        private double[] scores(boolean capped) {
            double[] scores = new double[pool.size()];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = taken[i] ? Double.NEGATIVE_INFINITY : score(pool.get(i), capped);
            }
            return scores;
        }

        private double score(Ranked ranked, boolean capped) {
            String author = ranked.candidate().creator();
            int before = author == null ? 0 : authors.getOrDefault(author, 0);
            if (capped && before >= diversity.perAuthor()) {
                return Double.NEGATIVE_INFINITY;
            }
            double score = ranked.order();
            if (before > 0) {
                score *= diversity.authorAgain();
            }
            return told(ranked.candidate().categories()) && tags.contains(ranked.candidate().categories())
                    ? score * diversity.tagsAgain()
                    : score;
        }

        private static boolean told(@Nullable Set<String> categories) {
            return categories != null && !categories.isEmpty();
        }

        void take(int index) {
            taken[index] = true;
            places++;
            Candidate candidate = pool.get(index).candidate();
            if (candidate.creator() != null) {
                authors.merge(candidate.creator(), 1, Integer::sum);
            }
            Set<String> categories = candidate.categories();
            if (categories != null && !categories.isEmpty()) {
                tags.add(categories);
            }
        }
    }
}

package dev.upswell.people.judge.contender;

import dev.upswell.learn.TreeSettings;
import dev.upswell.numeric.Dice;
import dev.upswell.people.Life;
import dev.upswell.people.judge.Known;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.RankingColumns;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Grows the trees of a ranker from what a log tells: a fifth of each person's videos is taken out of all logs, and the trees learn which
/// of them the person did most with.
///
/// What was taken out is in no profile, no habit and nothing that people tell together, so a row knows of it what a request would, and its
/// counters are as ripe as those of what a request finds. Nothing that was never met is learnt from: the log does not tell what was
/// passed over, and that somebody met one video and not another tells what the platform chose to show.
final class RankerTraining {

    private static final int SHARE_TAKEN = 5;
    private static final int MOST_TAKEN = 80;
    private static final long SEED = 79;
    /// As the product is to grow them.
    private static final TreeSettings TREES = new TreeSettings(150, 4, 0.08, 0.8, 0.8, 20, 1, 64, 1, 0, SEED);

    private final Product product;
    private final Known known;

    /// @param product that knows nothing that was taken out
    RankerTraining(Product product, Known known) {
        this.product = product;
        this.known = known;
    }

    /// Trees from what is known.
    static PairwiseTrees of(Product product, Known known) {
        var training = new RankerTraining(product, known);
        return PairwiseTrees.train(training.groups(training.requests()), TREES);
    }

    /// A request.
    ///
    /// @param before what is known, without what was taken out
    /// @param gains what was done with what was taken out, by video
    record Request(Known before, int person, Map<Integer, Double> gains) {

        int[] videos() {
            return gains.keySet().stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /// A request of each person who did more with one of those taken out than with another.
    List<Request> requests() {
        Known left = known.without((person, action) -> isTaken(person, action.video()));
        return IntStream.range(0, known.people()).mapToObj(person -> request(left, person)).flatMap(Optional::stream)
                .toList();
    }

    private static boolean isTaken(int person, int video) {
        return Dice.of(SEED, "ranker-taken", (long) person << 32 | video).below(SHARE_TAKEN) == 0;
    }

    private static long drawn(int person, int video) {
        return Dice.of(SEED, "ranker-request", (long) person << 32 | video).nextLong();
    }

    private PairwiseTrees.Groups groups(List<Request> drawn) {
        int width = RankingColumns.NAMES.size();
        int[] groups = drawn.stream().mapToInt(request -> request.gains().size()).toArray();
        float[] rows = new float[Arrays.stream(groups).sum() * width];
        float[] gains = new float[rows.length / width];
        int at = 0;
        Product shown = drawn.isEmpty() ? product : product.told(drawn.getFirst().before());
        for (Request request : drawn) {
            int[] videos = request.videos();
            float[] found = AtHand.given(AtHand.Asking.of(shown, shown.crowd(request.before()), request.before(),
                    request.person()), videos).rows();
            System.arraycopy(found, 0, rows, at * width, found.length);
            for (int video : videos) {
                gains[at++] = request.gains().getOrDefault(video, 0.0).floatValue();
            }
        }
        return new PairwiseTrees.Groups(rows, width, gains, groups);
    }

    private Optional<Request> request(Known left, int person) {
        Map<Integer, Double> worth = new TreeMap<>();
        known.log(person).stream().filter(action -> isTaken(person, action.video()) && known.isAlive(action.video()))
                .forEach(action -> worth.merge(action.video(), ByInteractions.worth(action.kind()), Double::sum));
        Map<Integer, Double> gains = new TreeMap<>();
        worth.entrySet().stream().sorted(Comparator.comparingLong(taken -> drawn(person, taken.getKey())))
                .limit(MOST_TAKEN).forEach(taken -> gains.put(taken.getKey(), taken.getValue()));
        return gains.values().stream().distinct().count() < 2
                ? Optional.empty()
                : Optional.of(new Request(left, person, gains));
    }
}

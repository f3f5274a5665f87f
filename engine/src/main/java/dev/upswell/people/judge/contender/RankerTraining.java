package dev.upswell.people.judge.contender;

import dev.upswell.learn.TreeSettings;
import dev.upswell.numeric.Dice;
import dev.upswell.people.Life;
import dev.upswell.people.judge.Known;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.RankingColumns;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Grows the trees of a ranker from what a log tells: a fifth of each person's videos is taken out of all logs, and the trees learn to
/// find them again among videos that the person never met.
///
/// What was taken out is in no profile, no habit and nothing that people tell together, so a row knows of it what a request would. It is
/// as old, and its counters as ripe, as what a request finds: a log of what was watched within hours of a request holds young videos
/// alone, because those were shown. For the same reason others are posted about when one of those taken out was: what the platform shows
/// must not pass for what people like. The log tells neither places nor what was skipped, which may be among the others.
final class RankerTraining {

    private static final int MOST_REQUESTS = 1_000;
    private static final int SHARE_TAKEN = 5;
    private static final int MOST_TAKEN = 20;
    private static final int OTHERS = 60;
    private static final int TRIES = 10;
    /// An other one stands so many videos before or after, at most.
    private static final int BESIDE = 150;
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
        return PairwiseTrees.train(training.groups(training.requests(Math.min(MOST_REQUESTS, known.people()))), TREES);
    }

    /// A request.
    ///
    /// @param before what is known, without what was taken out
    /// @param gains what was done with what was taken out, by video
    /// @param others never met
    record Request(Known before, int person, Map<Integer, Double> gains, Set<Integer> others) {

        int[] videos() {
            return IntStream.concat(gains.keySet().stream().mapToInt(Integer::intValue),
                    others.stream().mapToInt(Integer::intValue)).toArray();
        }
    }

    /// Requests of so many people, or fewer where people did too little.
    List<Request> requests(int count) {
        Known left = known.without((person, action) -> isTaken(person, action.video()));
        int step = Math.max(1, known.people() / count);
        return IntStream.range(0, known.people()).filter(person -> person % step == 0)
                .mapToObj(person -> request(left, person)).flatMap(Optional::stream).limit(count).toList();
    }

    private static boolean isTaken(int person, int video) {
        return Dice.of(SEED, "ranker-taken", (long) person << 32 | video).below(SHARE_TAKEN) == 0;
    }

    private PairwiseTrees.Groups groups(List<Request> drawn) {
        int width = RankingColumns.NAMES.size();
        int[] groups = drawn.stream().mapToInt(request -> request.videos().length).toArray();
        float[] rows = new float[Arrays.stream(groups).sum() * width];
        float[] gains = new float[rows.length / width];
        int at = 0;
        Product shown = drawn.isEmpty() ? product : product.told(drawn.getFirst().before());
        for (Request request : drawn) {
            int[] videos = request.videos();
            float[] found = AtHand
                    .given(shown, shown.crowd(request.before()), request.before(), request.person(), videos).rows();
            System.arraycopy(found, 0, rows, at * width, found.length);
            for (int video : videos) {
                gains[at++] = request.gains().getOrDefault(video, 0.0).floatValue();
            }
        }
        return new PairwiseTrees.Groups(rows, width, gains, groups);
    }

    /// The request of this person; empty where nothing was taken out that can still be watched.
    private Optional<Request> request(Known left, int person) {
        Dice dice = Dice.of(SEED, "ranker-request", person);
        Map<Integer, Double> worth = new LinkedHashMap<>();
        known.log(person).stream().filter(action -> isTaken(person, action.video()) && known.isAlive(action.video()))
                .forEach(action -> worth.merge(action.video(), ByInteractions.worth(action.kind()), Double::sum));
        List<Integer> taken = List.copyOf(new TreeSet<>(worth.keySet()));
        Map<Integer, Double> gains = new LinkedHashMap<>();
        for (int i = 0; i < TRIES * MOST_TAKEN && gains.size() < Math.min(MOST_TAKEN, taken.size()); i++) {
            int video = dice.pick(taken);
            gains.put(video, worth.getOrDefault(video, 0.0));
        }
        if (gains.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> others = others(person, List.copyOf(gains.keySet()), dice);
        return others.isEmpty() ? Optional.empty() : Optional.of(new Request(left, person, gains, others));
    }

    private Set<Integer> others(int person, List<Integer> taken, Dice dice) {
        Set<Integer> met = known.log(person).stream().map(Life.Action::video).collect(Collectors.toSet());
        Set<Integer> others = new LinkedHashSet<>();
        for (int i = 0; i < TRIES * OTHERS && others.size() < OTHERS; i++) {
            int video = dice.pick(taken) + dice.below(2 * BESIDE + 1) - BESIDE;
            if (video >= 0 && video < known.videos() && known.isAlive(video) && !met.contains(video)
                    && !known.video(video).creator().equals(known.handle(person))) {
                others.add(video);
            }
        }
        return others;
    }
}

package dev.upswell.benchmarks.ranking;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.embed.Vector;
import dev.upswell.learn.TreeSettings;
import dev.upswell.numeric.Dice;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.EngagementQuality;
import dev.upswell.recommend.Exclusions;
import dev.upswell.recommend.Explanation;
import dev.upswell.recommend.FinalScore;
import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Leanings;
import dev.upswell.recommend.Ranked;
import dev.upswell.recommend.RankingColumns;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.recommend.Slate;
import dev.upswell.recommend.Way;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Profile;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Ranks a thousand candidates at hand into an explained list of twenty, by formula and by a learned ranker: by the clock and in the
/// thread's own time.
///
/// Arguments: number of candidates, number of requests.
public final class RankingCandidates {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int TAGS = 100;
    private static final int WORDS = 2_000;
    private static final int ACTS = 400;
    private static final int COUNT = 20;
    /// Training rows of the ranker, in groups of fifty.
    private static final int TRAINED = 5_000;

    private RankingCandidates() {
    }

    /// What a request comes with.
    private record Request(Profile person, Habits habits, Exclusions exclusions, List<Candidate> candidates) {
    }

    public static void main(String[] arguments) {
        int candidates = Integer.parseInt(arguments[0]);
        int requests = Integer.parseInt(arguments[1]);
        List<Request> asked = IntStream.range(0, 50).mapToObj(i -> request(i, candidates)).toList();
        PairwiseTrees trees = trained();
        Configuration learned = new Configuration("learned", ScoreWeights.WITH_CROWD, "trees", 0.05, 100,
                Configuration.USUAL.diversity(), 0);
        measure("formula", requests, asked, i -> list(asked.get(i % 50), Configuration.USUAL, null, i));
        measure("trees", requests, asked, i -> list(asked.get(i % 50), learned, trees, i));
    }

    private interface Work {
        int run(int request);
    }

    private static void measure(String what, int requests, List<Request> asked, Work work) {
        for (int i = 0; i < 20 * asked.size(); i++) {
            work.run(i);
        }
        double[] clock = new double[requests];
        double[] own = new double[requests];
        int places = 0;
        for (int i = 0; i < requests; i++) {
            long began = System.nanoTime();
            long ownBegan = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            places += work.run(i);
            own[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - ownBegan) / 1e6;
            clock[i] = (System.nanoTime() - began) / 1e6;
        }
        System.out.println(String.format(Locale.ROOT,
                "%s: clock median %.2f ms, p99 %.2f; own time median %.2f ms, p99 %.2f; %d places on average; load %.1f",
                what,
                at(clock, 0.5), at(clock, 0.99), at(own, 0.5), at(own, 0.99), places / requests,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    /// From candidates at hand to the ordered and explained list; the number of explained places.
    private static int list(Request request, Configuration configuration, @Nullable PairwiseTrees trees,
            int number) {
        List<Candidate> allowed = request.candidates().stream()
                .filter(candidate -> request.exclusions().reason(candidate, NOW).isEmpty()).toList();
        FinalScore.Scoring scoring = FinalScore.Scoring.among(allowed, request.person(),
                request.habits().leanings(), configuration.weights(), NOW);
        List<Ranked> ranked;
        if (trees == null) {
            ranked = allowed.stream().map(one -> Ranked.byFormula(one, scoring.of(one))).toList();
        } else {
            float[] rows = RankingColumns.of(request.person(), request.habits()).rows(allowed,
                    scoring.quality());
            ranked = RankingColumns.ranked(allowed, scoring, trees.scores(rows, allowed.size()));
        }
        Slate slate = Slate.draw(ranked, configuration, COUNT, Dice.of(1, "request", number));
        return slate.places().stream().map(place -> Explanation.of(place.ranked(), request.person()))
                .mapToInt(explanation -> explanation.why().isEmpty() ? 0 : 1).sum();
    }

    private static Request request(int number, int candidates) {
        Dice dice = Dice.of(20_261_122, "request", number);
        List<Affinity> affinities = IntStream.range(0, 12)
                .mapToObj(i -> new Affinity("tag" + (number * 7 + i) % TAGS, dice.between(0.3, 1), 0.3, 0, "because",
                        List.of()))
                .toList();
        Profile person = new Profile(new EntityId(EntityKind.CREATOR, "p" + number), NOW,
                new Profile.Sample(50, 30, 30, 5), 900L,
                affinities, vector(dice), vector(dice), List.of());
        List<Candidate> offered = IntStream.range(0, candidates).mapToObj(i -> candidate(i, dice)).toList();
        Set<String> shown = new HashSet<>();
        IntStream.range(0, 2_000).forEach(i -> shown.add("v" + (i < 20 ? dice.below(candidates) : 1_000_000 + i)));
        return new Request(person, habits(dice),
                new Exclusions(shown, Set.of("v5"), Set.of("p" + number)), offered);
    }

    private static Vector vector(Dice dice) {
        double[] values = new double[128];
        Arrays.setAll(values, i -> dice.gaussian());
        return Vector.of(values);
    }

    private static Candidate candidate(int number, Dice dice) {
        long views = (long) dice.logNormal(20_000, 2);
        Set<String> tags = new HashSet<>();
        IntStream.range(0, 1 + dice.below(3)).forEach(i -> tags.add("tag" + dice.below(TAGS)));
        return new Candidate("v" + number, "c" + dice.below(300), NOW.minus(Duration.ofHours(dice.below(1_500))), null,
                new Candidate.Tally(views, views / 12, views / 200, dice.chance(0.1) ? null : views / 90), tags,
                vector(dice),
                dice.pick(List.of(Way.values())), form(dice), Map.of());
    }

    /// All that the service knows of a video.
    private static Candidate.Form form(Dice dice) {
        Candidate.Audience audience = new Candidate.Audience(dice.gaussian(), dice.gaussian(), dice.unit(),
                dice.unit(), dice.unit());
        return new Candidate.Form(dice.chance(0.5) ? "en" : "id", dice.between(5, 90), 1.1, words(dice),
                dice.gaussian() - 3,
                audience);
    }

    private static Set<String> words(Dice dice) {
        return IntStream.range(0, 4 + dice.below(9)).mapToObj(i -> "word" + dice.below(WORDS))
                .collect(Collectors.toSet());
    }

    /// Somebody who did this much of late.
    private static Habits habits(Dice dice) {
        List<Leanings.Act> acts = IntStream.range(0, ACTS).mapToObj(i -> new Leanings.Act(
                Map.of(Leanings.Kind.WORD, words(dice), Leanings.Kind.CATEGORY, Set.of("tag" + dice.below(TAGS)),
                        Leanings.Kind.AUTHOR,
                        Set.of("c" + dice.below(300)), Leanings.Kind.LANGUAGE, Set.of(dice.chance(0.7) ? "en" : "id")),
                1 + dice.below(4), NOW.minus(Duration.ofHours(1 + dice.below(1_000))))).toList();
        Map<String, Double> words = IntStream.range(0, WORDS).boxed()
                .collect(Collectors.toMap(i -> "word" + i, i -> 8.0 / WORDS));
        Leanings leanings = Leanings.of(acts, new Leanings.Usual(Map.of(Leanings.Kind.WORD, words)), NOW);
        return new Habits(Map.of("c1", 0.2, "c7", 0.1), Map.of("en", 0.7, "id", 0.3), 25.0, ACTS, leanings,
                Map.of("c1", 0.4, "c7", 0.9));
    }

    /// A ranker of the size that the product trains.
    private static PairwiseTrees trained() {
        Request request = request(999, TRAINED);
        FinalScore.Scoring scoring = FinalScore.Scoring.of(request.person(), new EngagementQuality(0.3),
                ScoreWeights.USUAL, NOW);
        RankingColumns columns = RankingColumns.of(request.person(), request.habits());
        int width = RankingColumns.NAMES.size();
        float[] rows = new float[TRAINED * width];
        float[] gains = new float[TRAINED];
        Dice dice = Dice.of(1, "gains", 0);
        List<Candidate> candidates = new ArrayList<>(request.candidates());
        for (int i = 0; i < TRAINED; i++) {
            FinalScore score = scoring.of(candidates.get(i));
            System.arraycopy(columns.row(candidates.get(i), score, 1 + i % 20), 0, rows, i * width, width);
            gains[i] = dice.chance(score.value() * score.value()) ? 1 + dice.below(4) : 0;
        }
        int[] groups = new int[TRAINED / 50];
        Arrays.fill(groups, 50);
        return PairwiseTrees.train(new PairwiseTrees.Groups(rows, width, gains, groups),
                new TreeSettings(150, 4, 0.08, 0.8, 0.8, 20, 1, 64, 1, 0, 7));
    }
}

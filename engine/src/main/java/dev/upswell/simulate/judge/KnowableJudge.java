package dev.upswell.simulate.judge;

import dev.upswell.learn.Estimate;
import dev.upswell.learn.Evaluation;
import dev.upswell.learn.Figure;
import dev.upswell.learn.OperatingPoint;
import dev.upswell.learn.ScoredPairs;
import dev.upswell.numeric.Quantiles;
import dev.upswell.simulate.judge.Knowable.Oracle;
import dev.upswell.simulate.judge.Knowable.Share;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Sets what models said beside what the oracle said.
public final class KnowableJudge {

    private static final double ALERT_PRECISION = 0.5;

    private final OracleVerdicts verdicts;
    private final int samples;
    private final long seed;

    /// @param samples draws behind each interval
    public KnowableJudge(OracleVerdicts verdicts, int samples, long seed) {
        this.verdicts = verdicts;
        this.samples = samples;
        this.seed = seed;
    }

    /// The judgement of all models, on the pairs that the oracle spoke of too.
    ///
    /// The models may have spoken of the hashtags of a cut in different orders.
    ///
    /// **absence** empty when there is no such pair, or when all or none of them surged · **errors** `IllegalArgumentException` when the
    /// models spoke of different pairs
    public Optional<Knowable> judge(Collection<Said> said) {
        Map<String, List<Said>> byModel = said.stream().sorted(Comparator.comparing(Said::cut))
                .filter(one -> verdicts.probability(one.hashtag(), one.cut()).isPresent())
                .collect(Collectors.groupingBy(Said::model, LinkedHashMap::new, Collectors.toList()));
        if (byModel.isEmpty()) {
            return Optional.empty();
        }
        List<Said> any = byModel.values().iterator().next();
        Set<Pair> asked = pairs(any);
        ScoredPairs oracle = foreseen(any);
        return Evaluation.of(oracle, 0, seed).map(figures -> {
            List<Share> shares = byModel.values().stream().map(of -> share(of, asked))
                    .sorted(Comparator.comparingDouble(Share::prAuc).reversed()).toList();
            int all = (int) said.stream().filter(one -> one.model().equals(any.getFirst().model())).count();
            return new Knowable(any.getFirst().cut(), any.getLast().cut(), figures.cuts(), any.size(),
                    all - any.size(), figures.prevalence(), oracle(figures, any, oracle), shares);
        });
    }

    /// What was asked: of whom and when.
    private record Pair(String hashtag, Instant cut) {
    }

    private static Set<Pair> pairs(List<Said> said) {
        return said.stream().map(one -> new Pair(one.hashtag(), one.cut())).collect(Collectors.toSet());
    }

    /// What the oracle said of these pairs, in their order.
    private ScoredPairs foreseen(List<Said> said) {
        return scored(said, said.stream()
                .mapToDouble(one -> verdicts.probability(one.hashtag(), one.cut()).orElseThrow()).toArray());
    }

    private Share share(List<Said> said, Set<Pair> asked) {
        if (!pairs(said).equals(asked)) {
            throw new IllegalArgumentException("model (" + said.getFirst().model() + ", " + said.size()
                    + " pairs) must have spoken of the same " + asked.size() + " pairs\nMaybe one left some out.");
        }
        ScoredPairs oracle = foreseen(said);
        ScoredPairs pairs = scored(said, said.stream().mapToDouble(Said::probability).toArray());
        Evaluation figures = Evaluation.of(pairs, 0, seed).orElseThrow();
        Map<Figure, Estimate> shares = Evaluation.shares(pairs, oracle, samples, seed);
        return new Share(said.getFirst().model(), figures.value(Figure.PR_AUC), figures.value(Figure.ECE),
                share(shares, Figure.PR_AUC), share(shares, Figure.AUC), shares.get(Figure.PRECISION_AT_10));
    }

    private static Estimate share(Map<Figure, Estimate> shares, Figure figure) {
        return Objects.requireNonNull(shares.get(figure), "an oracle of both classes has figures above 0");
    }

    private Oracle oracle(Evaluation figures, List<Said> said, ScoredPairs pairs) {
        Optional<OperatingPoint> point = OperatingPoint.lowest(pairs.probabilities(), pairs.labels(), ALERT_PRECISION);
        double[] leads = IntStream.range(0, said.size())
                .filter(i -> said.get(i).surged() && point.isPresent()
                        && pairs.probabilities()[i] >= point.get().threshold())
                .mapToObj(said::get).map(one -> verdicts.hoursToBar(one.hashtag(), one.cut()))
                .filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return new Oracle(figures.value(Figure.PR_AUC), figures.value(Figure.AUC),
                figures.value(Figure.PRECISION_AT_10), figures.value(Figure.ECE),
                leads.length == 0 ? null : Quantiles.of(leads, 0.5),
                point.map(OperatingPoint::recall).orElse(null));
    }

    private static ScoredPairs scored(List<Said> said, double[] probabilities) {
        Map<String, Integer> numbers = new HashMap<>();
        float[] labels = new float[said.size()];
        int[] entities = new int[said.size()];
        long[] cuts = new long[said.size()];
        Arrays.setAll(entities, i -> number(numbers, said.get(i).hashtag()));
        for (int i = 0; i < labels.length; i++) {
            labels[i] = said.get(i).surged() ? 1 : 0;
            cuts[i] = said.get(i).cut().getEpochSecond();
        }
        return new ScoredPairs(probabilities, labels, entities, cuts);
    }

    private static int number(Map<String, Integer> numbers, String hashtag) {
        return numbers.computeIfAbsent(hashtag, name -> numbers.size());
    }
}

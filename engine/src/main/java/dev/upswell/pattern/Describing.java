package dev.upswell.pattern;

import dev.upswell.content.EntityId;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.FeatureRole;
import dev.upswell.creative.FeatureType;
import dev.upswell.learn.Interval;
import dev.upswell.pattern.Adjusting.Suggestion;
import dev.upswell.pattern.Adjusting.Suggestion.Heard;
import dev.upswell.pattern.Confirming.Tested;
import dev.upswell.pattern.Choice.Side;
import dev.upswell.pattern.Evidence.Measured;
import dev.upswell.pattern.Confirming.Tested.Estimated;
import dev.upswell.wide.Cuts;
import dev.upswell.wide.Likeness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// Turns suggestions of one bucket into findings, with everything that its videos tell of them.
final class Describing {

    private static final int EXAMPLES = 5;
    /// What is less correlated than this with all values of a feature is not tried against each of its thresholds.
    private static final double FAR = .4;

    private record Proxy(Choice choice, double likeness) {
    }

    private final BucketSearch search;
    private final VideoTable table;
    private final Tiers tiers;
    private final Cuts cuts;
    private final double[][] ranks;
    /// What is confirmed in more than one length.
    private final Set<Suggestion.Key> common;

    Describing(BucketSearch search, Set<Suggestion.Key> common) {
        this.search = search;
        this.table = search.table();
        this.tiers = Tiers.of(table.videos());
        this.cuts = Cuts.of(table.rows());
        this.ranks = Likeness.ranks(table.rows().columns());
        this.common = common;
    }

    /// Findings in the order of suggestions; of two that may stand for each other only the first.
    List<Finding> findings(List<Suggestion> suggestions) {
        List<Suggestion> kept = new ArrayList<>();
        suggestions.stream().filter(suggestion -> kept.stream().noneMatch(other -> same(suggestion, other)))
                .forEach(kept::add);
        return kept.stream().map(this::finding).toList();
    }

    private boolean same(Suggestion one, Suggestion other) {
        double likeness = Likeness.ofEither(one.candidate().side(table.rows()), other.candidate().side(table.rows()),
                ranks[one.candidate().column()], ranks[other.candidate().column()], table.rows().weights());
        boolean alike = one.candidate().rises() == other.candidate().rises();
        return Math.abs(likeness) > Likeness.PROXY && likeness > 0 == alike;
    }

    private Finding finding(Suggestion suggestion) {
        Candidate candidate = suggestion.candidate();
        CreativeFeature feature = table.features().get(candidate.column());
        double[] above = candidate.side(table.rows());
        Side side = side(feature, above);
        boolean good = candidate.rises() == (side == Side.ABOVE);
        double[] does = side == Side.ABOVE
                ? above
                : Arrays.stream(above).map(value -> 1 - value).toArray();
        Evidence evidence = evidence(suggestion, does, side, good);
        Choice choice = new Choice(feature, side, candidate.threshold());
        Finding bare = new Finding(choice, good, Label.NOT_CONFIRMED, evidence, proxies(candidate.column(), side, does),
                examples(does, good));
        return bare.with(Label.of(suggestion.q(), bare.points(common.contains(suggestion.key()))));
    }

    /// Flags and categories are spoken of as holding; of numbers, the side that fewer videos are on.
    private static Side side(CreativeFeature feature, double[] above) {
        if (feature.type() == FeatureType.FLAG || feature.type() == FeatureType.CATEGORY) {
            return Side.ABOVE;
        }
        double share = Arrays.stream(above).filter(value -> !Double.isNaN(value)).average().orElse(0);
        return share <= .5 ? Side.ABOVE : Side.AT_MOST;
    }

    private Evidence evidence(Suggestion suggestion, double[] does, Side side, boolean good) {
        int sign = side == Side.ABOVE ? 1 : -1;
        Measured effect = measured(suggestion, Tested::effect, sign, value -> value);
        Measured lift = measured(suggestion, Tested::lift, sign, value -> StrictMath.exp(value) - 1);
        return new Evidence((int) Arrays.stream(does).filter(value -> value == 1).count(),
                (int) Arrays.stream(does).filter(value -> value == 0).count(), suggestion.candidate().votes(),
                tiers.share(does, 0), tiers.share(does, 2), tiers.share(does, 3),
                good ? tiers.lift(does, 0, 1) : tiers.lift(does, 3, 3),
                search.importance()[suggestion.candidate().column()], effect, lift, suggestion.p(), suggestion.q(),
                suggestion.tests().getFirst().test().power());
    }

    /// The mean over deals, of what the halves that tested it say: the surest alone would flatter. Halves may have chosen
    /// thresholds of their own. Deals share their videos, so that
    /// a mean over them is taken to be as uncertain as they are by themselves.
    private static @Nullable Measured measured(Suggestion suggestion, Function<Tested, @Nullable Estimated> which,
            int sign, Function<Double, Double> scale) {
        Map<Integer, List<Estimated>> byDeal = new TreeMap<>();
        for (Heard heard : suggestion.tests()) {
            Estimated estimated = which.apply(heard.test());
            if (estimated != null) {
                byDeal.computeIfAbsent(heard.deal(), none -> new ArrayList<>()).add(estimated);
            }
        }
        if (byDeal.isEmpty()) {
            return null;
        }
        List<Estimated> deals = byDeal.values().stream().map(Describing::apart).toList();
        double value = sign * deals.stream().mapToDouble(Estimated::value).average().orElseThrow();
        double error = deals.stream().mapToDouble(Estimated::error).average().orElseThrow();
        double half = error * new TDistribution(null, deals.stream().mapToInt(Estimated::freedom).min().orElseThrow())
                .inverseCumulativeProbability(.975);
        return new Measured(scale.apply(value), new Interval(scale.apply(value - half), scale.apply(value + half)));
    }

    /// What halves without a common video say together, weighed by their videos.
    private static Estimated apart(List<Estimated> halves) {
        int rows = halves.stream().mapToInt(Estimated::rows).sum();
        double value = halves.stream().mapToDouble(one -> one.value() * one.rows() / rows).sum();
        double variance = halves.stream().mapToDouble(one -> one.error() * one.rows() / rows)
                .map(error -> error * error).sum();
        return new Estimated(value, Math.sqrt(variance), rows, halves.stream().mapToInt(Estimated::freedom).sum());
    }

    private List<Choice> proxies(int column, Side side, double[] does) {
        List<Proxy> proxies = new ArrayList<>();
        for (int other = 0; other < table.features().size(); other++) {
            if (other != column && table.features().get(other).role() == FeatureRole.CHOICE
                    && cuts.thresholds()[other].length > 0) {
                Proxy proxy = proxy(column, side, does, other);
                if (proxy.likeness() > Likeness.PROXY) {
                    proxies.add(proxy);
                }
            }
        }
        proxies.sort(Comparator.comparingDouble((Proxy proxy) -> -proxy.likeness()));
        return proxies.stream().map(Proxy::choice).toList();
    }

    /// The threshold of another feature that divides videos most as the choice does.
    private Proxy proxy(int column, Side side, double[] does, int other) {
        double[] weights = table.rows().weights();
        double most = 0;
        double threshold = cuts.thresholds()[other][0];
        boolean far = Math.abs(Likeness.of(does, ranks[other], weights)) < FAR;
        for (double next : far ? new double[0] : cuts.thresholds()[other]) {
            double likeness = Likeness.of(does, Candidate.side(table.rows().columns()[other], next), weights);
            if (Math.abs(likeness) > Math.abs(most)) {
                most = likeness;
                threshold = next;
            }
        }
        double ofRanks = Likeness.of(ranks[column], ranks[other], weights) * (side == Side.ABOVE ? 1 : -1);
        double farther = Math.abs(most) >= Math.abs(ofRanks) ? most : ofRanks;
        return new Proxy(new Choice(table.features().get(other), farther > 0 ? Side.ABOVE : Side.AT_MOST, threshold),
                Math.abs(farther));
    }

    private List<EntityId> examples(double[] does, boolean good) {
        Comparator<Integer> order = Comparator.comparingDouble(row -> table.rows().labels()[row]);
        return IntStream.range(0, does.length).filter(row -> does[row] == 1).boxed()
                .sorted(good ? order.reversed() : order).limit(EXAMPLES)
                .map(row -> Objects.requireNonNull(table.videos().get(row)).id()).toList();
    }
}

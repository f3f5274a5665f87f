package dev.upswell.server.scorecard;

import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Diagnosis.Bottleneck;
import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.KpiScore;
import dev.upswell.scorecard.Scorecard;
import dev.upswell.scorecard.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Creators of the same tenant who are like another one and do well where that one does not.
///
/// **Alike** are two whose size differs threefold at most and who share a tenth of their hashtag uses at least. The size is the number
/// of followers where both are known, otherwise the views of 28 days; creators of whom no common size is known are not compared. The
/// shared uses are the sum, over all hashtags, of the smaller of the two shares that the hashtag has in the videos of 28 days. The
/// likeness is the mean of those shared uses and of `1 − |ln(size ratio)| / ln 3`.
///
/// **Winners** are those alike whose indicator scores 0.6 or more, and 0.1 more than the creator's; the three most alike are shown. What
/// they do differently are inputs that are known of the creator and of a winner: the indicator's own, and those of what is posted. It
/// is a difference, not its cause.
///
/// **cost** some microseconds for each creator
public final class AlikeCreators {

    /// Sizes differ at most by this factor.
    public static final double MOST_TIMES = 3;
    /// Least share of hashtag uses that are shared.
    public static final double LEAST_SHARED = 0.1;

    private static final double HIGH = 0.6;
    private static final double BETTER_BY = 0.1;
    private static final int SHOWN = 3;
    private static final int DIFFERENCES = 5;
    /// Below this share of the larger value two values are said to be the same.
    private static final double SAME = 0.05;
    /// What is posted, in whatever the creator does poorly.
    private static final List<Input> HABITS = List.of(Input.POSTING_CONSISTENCY, Input.CONTENT_DIVERSITY,
            Input.CONTENT_FRESHNESS, Input.VIDEO_DURATION, Input.LIKES_RATIO, Input.COMMENTS_RATIO, Input.SHARES_RATIO);

    private final List<KeptScorecard> cards;

    /// @param cards the last of each creator
    public AlikeCreators(List<KeptScorecard> cards) {
        this.cards = List.copyOf(cards);
    }

    /// Who does better where a creator is held back.
    ///
    /// @param score of the indicator of the bottleneck
    /// @param alike how many creators are alike
    /// @param winners of them, the most alike first
    /// @param differences what they do differently, the largest first
    public record Winners(Bottleneck bottleneck, double score, int alike, List<Winner> winners,
            List<Difference> differences) {

        public Winners {
            winners = List.copyOf(winners);
            differences = List.copyOf(differences);
        }
    }

    /// A creator who does better.
    ///
    /// @param likeness [0..1]
    /// @param times how many times as large
    /// @param shared share of hashtag uses in common [0..1]
    /// @param score of the indicator
    public record Winner(String creator, double likeness, double times, double shared, double score) {
    }

    /// An input that stands elsewhere with winners.
    ///
    /// @param own of the creator
    /// @param theirs mean of the winners of whom it is known
    /// @param known of how many winners it is
    public record Difference(Input input, double own, double theirs, int known) {

        private double size() {
            return Math.abs(theirs - own) / Math.max(Math.abs(theirs), Math.abs(own));
        }
    }

    private record Alike(KeptScorecard card, double likeness, double times, double shared) {
    }

    /// Who does better, for each of these bottlenecks of a creator.
    public List<Winners> of(KeptScorecard card, List<Bottleneck> bottlenecks) {
        List<Alike> alike = cards.stream().filter(other -> !other.creator().equals(card.creator()))
                .flatMap(other -> alike(card, other).stream())
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed()
                        .thenComparing(one -> one.card().creator()))
                .toList();
        return bottlenecks.stream().map(one -> winners(card, one, alike)).toList();
    }

    private static Optional<Alike> alike(KeptScorecard one, KeptScorecard other) {
        Double times = times(one, other);
        if (times == null || times > MOST_TIMES || times < 1 / MOST_TIMES) {
            return Optional.empty();
        }
        double shared = shared(one.traits().hashtags(), other.traits().hashtags());
        double size = 1 - Math.abs(Math.log(times)) / Math.log(MOST_TIMES);
        return shared < LEAST_SHARED
                ? Optional.empty()
                : Optional.of(new Alike(other, (size + shared) / 2, times, shared));
    }

    private static @Nullable Double times(KeptScorecard one, KeptScorecard other) {
        Long followers = one.traits().followers();
        Long others = other.traits().followers();
        if (followers != null && others != null && followers > 0 && others > 0) {
            return (double) others / followers;
        }
        KnownInput views = one.inputs().used().get(Input.TOTAL_REACH);
        KnownInput otherViews = other.inputs().used().get(Input.TOTAL_REACH);
        return views == null || otherViews == null || views.value() <= 0 || otherViews.value() <= 0
                ? null
                : (Double) (otherViews.value() / views.value());
    }

    private static double shared(Map<String, Integer> one, Map<String, Integer> other) {
        double uses = one.values().stream().mapToInt(Integer::intValue).sum();
        double others = other.values().stream().mapToInt(Integer::intValue).sum();
        return one.entrySet().stream().filter(tag -> other.containsKey(tag.getKey()))
                .mapToDouble(
                        tag -> Math.min(tag.getValue() / uses, other.getOrDefault(tag.getKey(), 0) / others))
                .sum();
    }

    private static Winners winners(KeptScorecard card, Bottleneck bottleneck, List<Alike> alike) {
        Kpi kpi = bottleneck.gap().kpi();
        double own = score(card, kpi).orElse(0);
        List<Alike> better = alike.stream().filter(one -> {
            OptionalDouble score = score(one.card(), kpi);
            return score.isPresent() && score.getAsDouble() >= Math.max(HIGH, own + BETTER_BY);
        }).limit(SHOWN).toList();
        return new Winners(bottleneck, own, alike.size(), better.stream()
                .map(one -> new Winner(one.card().creator(), one.likeness(), one.times(), one.shared(),
                        score(one.card(), kpi).orElse(0)))
                .toList(), differences(card, kpi, better));
    }

    private static OptionalDouble score(KeptScorecard card, Kpi kpi) {
        CreatorInputs inputs = card.inputs().inputs();
        KpiScore score = Scorecard.of(inputs, Weighting.SEED).of(kpi);
        return score.score();
    }

    private static List<Difference> differences(KeptScorecard card, Kpi kpi, List<Alike> winners) {
        Set<Input> compared = new LinkedHashSet<>(kpi.inputs());
        compared.addAll(HABITS);
        Map<Input, KnownInput> own = card.inputs().used();
        List<Difference> differences = new ArrayList<>();
        for (Input input : compared) {
            KnownInput here = own.get(input);
            double[] theirs = winners.stream().flatMap(one -> Stream.ofNullable(one.card().inputs().used().get(input)))
                    .mapToDouble(KnownInput::value).toArray();
            if (here != null && theirs.length > 0) {
                double mean = Arrays.stream(theirs).average().orElse(0);
                Difference one = new Difference(input, here.value(), mean, theirs.length);
                if (one.size() > SAME) {
                    differences.add(one);
                }
            }
        }
        differences.sort(Comparator.comparingDouble(Difference::size).reversed());
        return differences.stream().limit(DIFFERENCES).toList();
    }
}

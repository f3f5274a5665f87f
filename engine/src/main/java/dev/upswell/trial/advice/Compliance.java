package dev.upswell.trial.advice;

import dev.upswell.content.EntityId;
import dev.upswell.experiment.Anytime;
import dev.upswell.trial.CreatorContrasts;
import dev.upswell.trial.Engagement;
import dev.upswell.trial.Expectation;
import dev.upswell.trial.Lift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far creators follow advice, beside how their videos are engaged with.
///
/// @param creators those with most compliance first
/// @param middle median over creators of their engagement rate; null while none is known
/// @param followed engagement of a video that follows all advice over that of a video of the same creator that follows none; null while no
///        creator has videos that differ. Nobody was told by lot to follow advice: whoever follows it when an idea is good anyway shows the
///        same, so that this is what goes with following, not what following does
/// @param differing creators whose videos differ in compliance, which the figure above rests on
public record Compliance(List<Line> creators, @Nullable Double middle, @Nullable Lift followed, int differing) {

    /// Compliance from which on it is high: that at which execution of a brief counts as accurate.
    public static final double HIGH = 0.7;

    /// Half or double the engagement would not surprise.
    private static final double SPREAD = Math.log(2);

    public Compliance {
        creators = List.copyOf(creators);
    }

    /// A creator.
    ///
    /// @param compliance advice implemented over advice given, 0 to 1
    /// @param rate geometric mean of the known engagement rates; null without one
    /// @param quadrant null while the rate is not known
    public record Line(EntityId creator, int videos, int given, int implemented, double compliance,
            @Nullable Double rate, @Nullable Quadrant quadrant) {
    }

    /// Where a creator stands.
    public enum Quadrant {
        /// Follows advice, engagement above the middle or at it.
        FOLLOWS_AND_ENGAGES,
        /// Follows advice, engagement below the middle: the advice may not fit.
        FOLLOWS_ONLY,
        /// Does not, engagement above the middle or at it: has a way of their own.
        ENGAGES_ONLY,
        /// Neither.
        NEITHER;

        static Quadrant of(double compliance, boolean engages) {
            if (compliance >= HIGH) {
                return engages ? FOLLOWS_AND_ENGAGES : FOLLOWS_ONLY;
            }
            return engages ? ENGAGES_ONLY : NEITHER;
        }
    }

    /// What these videos show.
    public static Compliance of(List<AdvisedVideo> videos) {
        Map<EntityId, List<AdvisedVideo>> byCreator = new LinkedHashMap<>();
        CreatorContrasts contrasts = new CreatorContrasts();
        for (AdvisedVideo video : videos) {
            byCreator.computeIfAbsent(video.creator(), key -> new ArrayList<>()).add(video);
            if (video.engagement() instanceof Engagement.Known known) {
                contrasts.add(video.creator(), video.compliance(), Math.log(known.rate()));
            }
        }
        Map<EntityId, Double> rates = new LinkedHashMap<>();
        byCreator.forEach((creator, own) -> rate(own).ifPresent(rate -> rates.put(creator, rate)));
        Double middle = median(rates.values().stream().sorted().toList());
        List<Line> lines = new ArrayList<>();
        byCreator.forEach((creator, own) -> lines.add(line(creator, own, rates.get(creator), middle)));
        lines.sort(Comparator.comparingDouble(Line::compliance).reversed()
                .thenComparing(line -> line.creator().value()));
        Optional<Anytime> effect = contrasts.estimate(SPREAD / Expectation.USUAL.within());
        return new Compliance(lines, middle, effect.map(Lift::of).orElse(null), contrasts.contrasting());
    }

    private static Line line(EntityId creator, List<AdvisedVideo> own, @Nullable Double rate,
            @Nullable Double middle) {
        int given = own.stream().mapToInt(AdvisedVideo::given).sum();
        int implemented = own.stream().mapToInt(AdvisedVideo::implemented).sum();
        double compliance = (double) implemented / given;
        return new Line(creator, own.size(), given, implemented, compliance, rate,
                rate == null || middle == null ? null : Quadrant.of(compliance, rate >= middle));
    }

    private static Optional<Double> rate(List<AdvisedVideo> own) {
        double[] logs = own.stream().map(AdvisedVideo::engagement).filter(Engagement.Known.class::isInstance)
                .mapToDouble(known -> Math.log(((Engagement.Known) known).rate())).toArray();
        double sum = 0;
        for (double log : logs) {
            sum += log;
        }
        return logs.length == 0 ? Optional.empty() : Optional.of(Math.exp(sum / logs.length));
    }

    private static @Nullable Double median(List<Double> sorted) {
        int size = sorted.size();
        return size == 0 ? null : Double.valueOf((sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2);
    }

    /// The creators of a quadrant.
    public List<Line> in(Quadrant quadrant) {
        return creators.stream().filter(line -> line.quadrant() == quadrant).toList();
    }
}

package dev.upswell.trial;

import dev.upswell.content.EntityId;
import dev.upswell.experiment.Anytime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Log engagement of test videos against that of control videos.
///
/// Creators who made both are compared with themselves; the means of creators who made only one kind are compared with each other, where
/// what creators are like is part of the noise. The two rest on different videos and are put together by their precision.
///
/// @param within creators who made both; null while there are none, or too few videos
/// @param between creators who made one kind; null as well
/// @param tested videos whose engagement is known
/// @param controlled videos whose engagement is known
/// @param pairing creators who made both
public record Comparison(@Nullable Anytime within, @Nullable Anytime between, int tested, int controlled,
        int pairing) {

    public Comparison {
        if (within == null && between == null) {
            throw new IllegalArgumentException("comparison must rest on an estimate\nMaybe an arm has no video yet.");
        }
    }

    /// What videos whose engagement is known tell.
    ///
    /// **absence** empty while an arm has no such video, or nothing is left to tell the noise from
    public static Optional<Comparison> of(Collection<TrialVideo> videos, Expectation expected) {
        Map<EntityId, Levels> creators = new LinkedHashMap<>();
        int tested = 0;
        int controlled = 0;
        for (TrialVideo video : videos) {
            if (video.engagement() instanceof Engagement.Known known) {
                boolean test = video.arm() == Arm.TEST;
                tested += test ? 1 : 0;
                controlled += test ? 0 : 1;
                creators.computeIfAbsent(video.witness(), key -> new Levels()).add(test, Math.log(known.rate()));
            }
        }
        Anytime within = within(creators.values(), expected).orElse(null);
        Anytime between = between(creators.values(), expected).orElse(null);
        return within == null && between == null
                ? Optional.empty()
                : Optional.of(new Comparison(within, between, tested, controlled,
                        (int) creators.values().stream().filter(Levels::both).count()));
    }

    /// By least squares with a level for each creator who made both.
    private static Optional<Anytime> within(Collection<Levels> creators, Expectation expected) {
        double information = 0;
        double products = 0;
        double squares = 0;
        int degrees = -1;
        for (Levels one : creators) {
            if (one.both()) {
                double share = (double) one.tests * (one.videos - one.tests) / one.videos;
                information += share;
                products += one.testSum - one.tests * one.sum / one.videos;
                squares += one.squares - one.sum * one.sum / one.videos;
                degrees += one.videos - 1;
            }
        }
        return information == 0
                ? Optional.empty()
                : estimate(products / information, squares - products * products / information, information, degrees,
                        expected.spreadWithin());
    }

    /// By the means of creators who made one kind.
    private static Optional<Anytime> between(Collection<Levels> creators, Expectation expected) {
        int[] counts = new int[2];
        double[] sums = new double[2];
        double squares = 0;
        for (Levels one : creators) {
            if (!one.both()) {
                double mean = one.sum / one.videos;
                int arm = one.tests > 0 ? 1 : 0;
                counts[arm]++;
                sums[arm] += mean;
                squares += mean * mean;
            }
        }
        if (counts[0] == 0 || counts[1] == 0) {
            return Optional.empty();
        }
        double residual = squares - sums[0] * sums[0] / counts[0] - sums[1] * sums[1] / counts[1];
        return estimate(sums[1] / counts[1] - sums[0] / counts[0], residual,
                (double) counts[0] * counts[1] / (counts[0] + counts[1]), counts[0] + counts[1] - 2,
                expected.spreadBetween());
    }

    private static Optional<Anytime> estimate(double effect, double residual, double information, int degrees,
            double spread) {
        return degrees < 1 || residual < 1e-12
                ? Optional.empty()
                : Optional.of(new Anytime(effect, Math.sqrt(residual / degrees), information, degrees, spread));
    }

    Effect effect() {
        List<Anytime> parts = new ArrayList<>();
        if (within != null) {
            parts.add(within);
        }
        if (between != null) {
            parts.add(between);
        }
        return new Effect(parts);
    }

    /// Whether its pattern is validated, by the rule of [Verdict.Validated].
    public boolean validates() {
        return enough() && effect().validates();
    }

    /// Whether its pattern is rejected, by the rule of [Verdict.Rejected].
    public boolean rejects() {
        return enough() && effect().rejects();
    }

    private boolean enough() {
        return Math.min(tested, controlled) >= Verdict.LEAST;
    }

    /// The lift, with its bounds.
    public Lift lift() {
        return Lift.of(effect());
    }

    /// What a later trial may expect from this one.
    public Expectation.Earlier earlier() {
        Effect effect = effect();
        return new Expectation.Earlier(effect.value(), effect.error(), noise(within), noise(between));
    }

    private static Expectation.@Nullable Noise noise(@Nullable Anytime part) {
        return part == null ? null : new Expectation.Noise(part.deviation(), part.degrees());
    }

    /// Log engagement of a creator's videos.
    private static final class Levels {

        private int videos;
        private int tests;
        private double sum;
        private double testSum;
        private double squares;

        void add(boolean test, double level) {
            videos++;
            tests += test ? 1 : 0;
            sum += level;
            testSum += test ? level : 0;
            squares += level * level;
        }

        boolean both() {
            return tests > 0 && tests < videos;
        }
    }
}

package dev.upswell.pattern.world;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.PatternAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/// Says which of the patterns that were shown are true.
///
/// A pattern is true when it is about a feature that matters, in the right direction; or when it is about another feature, correlated
/// with that one above 0.7 by values or by sides of thresholds, and names it as a proxy in the right direction.
public final class PatternJudge {

    private static final double SAME = .7;

    private PatternJudge() {
    }

    /// What came of one world.
    ///
    /// @param planted choices that matter
    /// @param found of them those that a shown pattern is true of
    /// @param shown patterns and anti-patterns with any label
    /// @param right of them those that are true
    /// @param loose of these those that divide videos otherwise than the truth does, with a correlation of 0.7 at most
    public record Judgement(int planted, int found, int shown, int right, int loose) {

        /// Of two worlds together.
        public Judgement plus(Judgement other) {
            return new Judgement(planted + other.planted, found + other.found, shown + other.shown,
                    right + other.right, loose + other.loose);
        }
    }

    /// What came of this world.
    public static Judgement judge(PatternWorld world, PatternAnalysis analysis) {
        List<Planted> found = new ArrayList<>();
        int shown = 0;
        int right = 0;
        int loose = 0;
        for (BucketAnalysis bucket : analysis.buckets()) {
            List<AnalysedVideo> videos = world.videos().stream().filter(video -> video.bucket() == bucket.bucket())
                    .toList();
            List<Planted> planted = world.planted().stream().filter(one -> one.bucket() == bucket.bucket()).toList();
            for (Finding finding : bucket.findings()) {
                if (finding.label().confirmed()) {
                    shown++;
                    Optional<Planted> truth = truth(planted, videos, finding);
                    truth.ifPresent(found::add);
                    right += truth.isPresent() ? 1 : 0;
                    loose += truth.isPresent()
                            && Math.abs(likeness(videos, finding.choice(), truth.get())) <= SAME ? 1 : 0;
                }
            }
        }
        return new Judgement(world.planted().size(), (int) found.stream().distinct().count(), shown, right, loose);
    }

    private static Optional<Planted> truth(List<Planted> planted, List<AnalysedVideo> videos, Finding finding) {
        return planted.stream()
                .filter(one -> one.agrees(finding.choice(), finding.good())
                        || finding.proxies().stream().anyMatch(proxy -> one.agrees(proxy, finding.good()))
                                && alike(videos, finding.choice(), one))
                .findFirst();
    }

    private static boolean alike(List<AnalysedVideo> videos, Choice choice, Planted planted) {
        return Math.abs(likeness(videos, choice, planted)) > SAME
                || Math.abs(ranked(videos, choice.feature(), planted.feature())) > SAME;
    }

    /// Spearman's correlation of two features among videos of which both are known.
    private static double ranked(List<AnalysedVideo> videos, CreativeFeature one, CreativeFeature other) {
        List<AnalysedVideo> known = videos.stream()
                .filter(video -> video.features().find(one).isPresent() && video.features().find(other).isPresent())
                .toList();
        return new SpearmansCorrelation().correlation(
                known.stream().mapToDouble(video -> video.features().find(one).orElseThrow()).toArray(),
                known.stream().mapToDouble(video -> video.features().find(other).orElseThrow()).toArray());
    }

    /// The correlation of doing so with the truth, among videos of which it is known.
    static double likeness(List<AnalysedVideo> videos, Choice choice, Planted planted) {
        double both = 0;
        double said = 0;
        double true0 = 0;
        double known = 0;
        for (int video = 0; video < videos.size(); video++) {
            Optional<Boolean> does = choice.madeIn(videos.get(video).features());
            if (does.isPresent()) {
                boolean made = planted.made().get(video);
                known++;
                said += does.get() ? 1 : 0;
                true0 += made ? 1 : 0;
                both += does.get() && made ? 1 : 0;
            }
        }
        double spread = Math.sqrt(said * (known - said) * true0 * (known - true0));
        return spread == 0 ? 0 : (known * both - said * true0) / spread;
    }
}

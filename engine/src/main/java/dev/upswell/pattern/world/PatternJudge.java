package dev.upswell.pattern.world;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.PatternAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says which of the patterns that were shown are true.
///
/// A pattern is true when it is about a feature that matters, in the right direction, and divides videos as the truth does, with a
/// correlation above 0.7; or when it is about another feature that does so, and names the one that matters as a proxy.
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
    /// @param loose further ones about a feature that matters in the right direction, whose threshold is off
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
        for (var bucket : analysis.buckets()) {
            for (Finding finding : bucket.findings()) {
                if (finding.label().confirmed()) {
                    shown++;
                    Optional<Planted> truth = truth(world, bucket.bucket(), finding);
                    truth.ifPresent(found::add);
                    right += truth.isPresent() ? 1 : 0;
                    loose += truth.isEmpty() && world.planted().stream()
                            .anyMatch(planted -> planted.bucket() == bucket.bucket()
                                    && planted.agrees(finding.choice(), finding.good())) ? 1 : 0;
                }
            }
        }
        return new Judgement(world.planted().size(), (int) found.stream().distinct().count(), shown, right, loose);
    }

    private static Optional<Planted> truth(PatternWorld world, DurationBucket bucket, Finding finding) {
        List<AnalysedVideo> videos = world.videos().stream().filter(video -> video.bucket() == bucket).toList();
        return world.planted().stream().filter(planted -> planted.bucket() == bucket)
                .filter(planted -> planted.feature().equals(finding.choice().feature())
                        || finding.proxies().stream().map(Choice::feature).anyMatch(planted.feature()::equals))
                .filter(planted -> likeness(videos, finding.choice(), planted)
                        * (finding.good() == planted.good() ? 1 : -1) > SAME)
                .findFirst();
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

package dev.upswell.brief;

import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.learn.Interval;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.BucketAnalysis.Depth;
import dev.upswell.pattern.BucketAnalysis.ModelFigures;
import dev.upswell.pattern.BucketFigures;
import dev.upswell.pattern.BucketFigures.Verdict;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.Choice.Side;
import dev.upswell.pattern.Evidence;
import dev.upswell.pattern.Evidence.Measured;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.Label;
import dev.upswell.pattern.PatternAnalysis;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Analyses made by hand.
public final class Samples {

    public static final EntityId LINKED = EntityId.video("7301");
    public static final EntityId UNLINKED = EntityId.video("7302");

    public static final Finding TEXTS = finding("overlay_opening_texts", Side.ABOVE, 2.5, true, Label.STRONG_EVIDENCE,
            0.62);
    public static final Finding CUTS = finding("pacing_cuts_per_minute", Side.AT_MOST, 21.7, true,
            Label.MODERATE_EVIDENCE, 0.27);
    public static final Finding SMALL = finding("emotion_curve_window_2", Side.ABOVE, 0.43, true,
            Label.EMERGING_PATTERN, 0.06);
    public static final Finding CALL = finding("overlay_closing_calls", Side.ABOVE, 0.5, true, Label.MODERATE_EVIDENCE,
            0.13);
    public static final Finding CLOSE = finding("framing_share_close", Side.ABOVE, 0.37, true, Label.MODERATE_EVIDENCE,
            0.22);
    public static final Finding QUESTION = finding("metadata_has_question", Side.AT_MOST, 0.5, false,
            Label.MODERATE_EVIDENCE, -0.23);
    public static final Finding HASHTAGS = finding("metadata_hashtags", Side.ABOVE, 7.5, false, Label.STRONG_EVIDENCE,
            -0.31);
    public static final Finding JOY = finding("emotion_share_joy", Side.ABOVE, 0.29, true, Label.NOT_CONFIRMED, 0.58);
    public static final Finding SPEAKERS = finding("speech_speakers", Side.ABOVE, 1.5, true, Label.NOT_CONFIRMED, 0.17);

    private Samples() {
    }

    public static Finding finding(String feature, Side side, double threshold, boolean good, Label label, double lift) {
        boolean proxied = feature.equals("overlay_opening_texts");
        return new Finding(new Choice(FeatureDictionary.STANDARD.get(feature), side, threshold), good, label,
                new Evidence(41, 56, 3, 0.64, 0.28, 0.19, 2.3, 0.083,
                        new Measured(lift * 1.6, new Interval(lift * 1.6 - 0.44, lift * 1.6 + 0.44)),
                        new Measured(lift, new Interval(lift - 0.11, lift + 0.12)),
                        label.confirmed() ? 0.0004 : 0.067, label.confirmed() ? 0.018 : 0.34, 0.87),
                proxied
                        ? List.of(new Choice(FeatureDictionary.STANDARD.get("overlay_texts"), Side.ABOVE, 5.5))
                        : List.of(),
                good ? List.of(LINKED, UNLINKED) : List.of());
    }

    public static BucketAnalysis bucket(DurationBucket bucket, int videos, double mean, @Nullable Double share,
            Finding... findings) {
        Depth depth = Depth.of(videos);
        return new BucketAnalysis(bucket,
                new BucketFigures(videos, mean, videos < 3 ? null : new Interval(mean - 0.009, mean + 0.013),
                        mean - 0.004, 0.021, mean + 0.034, 1 / (1 + 0.021 / mean), share,
                        share == null ? null : Verdict.of(mean)),
                depth,
                depth == Depth.INSUFFICIENT
                        ? List.of()
                        : List.of(new ModelFigures("random forest", 0.31, 0.47, null),
                                new ModelFigures("decision tree", -0.08, 0.58, null),
                                new ModelFigures("elastic net", 0.22, 0.51, null),
                                new ModelFigures("k-means", null, null, 0.14),
                                new ModelFigures(ModelFigures.COMPARISON, -0.94, 0.81, null)),
                List.of(findings));
    }

    /// Five lengths, findings of every kind in one of them, one more in another, two without enough videos.
    public static PatternAnalysis rich() {
        return new PatternAnalysis(List.of(
                bucket(DurationBucket.UP_TO_15, 97, 0.071, 0.34, TEXTS, CUTS, SMALL, CALL, CLOSE, QUESTION, HASHTAGS,
                        JOY,
                        SPEAKERS),
                bucket(DurationBucket.UP_TO_30, 83, 0.055, 0.27, CUTS),
                bucket(DurationBucket.UP_TO_60, 52, 0.043, 0.21),
                bucket(DurationBucket.UP_TO_90, 11, 0.031, 0.13), bucket(DurationBucket.UP_TO_120, 2, 0.018, 0.05)),
                73);
    }

    /// One length with one small pattern, and one with too few videos.
    public static PatternAnalysis sparse() {
        return new PatternAnalysis(List.of(bucket(DurationBucket.UP_TO_15, 34, 0.047, 0.77, SMALL),
                bucket(DurationBucket.UP_TO_30, 7, 0.033, 0.23)), 16);
    }

    /// Enough videos, and nothing but suggestions.
    public static PatternAnalysis unconfirmed() {
        return new PatternAnalysis(List.of(bucket(DurationBucket.UP_TO_15, 64, 0.052, 0.61, JOY, SPEAKERS),
                bucket(DurationBucket.UP_TO_60, 44, 0.029, 0.39)), 29);
    }

    /// Nobody tells how long the videos are; findings of every kind.
    public static PatternAnalysis unmeasured() {
        return new PatternAnalysis(
                List.of(bucket(DurationBucket.UNKNOWN, 92, 0.066, null, TEXTS, CUTS, SMALL, CALL, CLOSE,
                        QUESTION, HASHTAGS, JOY, SPEAKERS)),
                26);
    }

    /// Of some videos nobody tells how long they are.
    public static PatternAnalysis mixed() {
        return new PatternAnalysis(List.of(bucket(DurationBucket.UP_TO_15, 51, 0.048, 0.59, CALL),
                bucket(DurationBucket.UP_TO_30, 47, 0.037, 0.41),
                bucket(DurationBucket.UNKNOWN, 73, 0.063, null, TEXTS)), 24);
    }

    public static PatternAnalysis none() {
        return new PatternAnalysis(List.of(), 0);
    }

    public static List<PatternAnalysis> all() {
        return List.of(rich(), sparse(), unconfirmed(), unmeasured(), mixed(), none());
    }

    public static Selection selection() {
        return new Selection(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 8, 3), 796, 14, 39, 1000, 0.01,
                Selection.Wider.NOTHING);
    }

    /// Nothing is known but the hashtag.
    public static Material bare(PatternAnalysis analysis) {
        return new Material(Assignment.of("minumsehat"), analysis, selection(), new Looked(Map.of()),
                Map.of(LINKED, address()), Beside.NOTHING);
    }

    /// Everything is told; what clients tell is in neither language.
    public static Material full(PatternAnalysis analysis) {
        return new Material(
                new Assignment("Zyrtana", new Subject.Hashtag("minumsehat"),
                        new Offer("Zyrtana", "Bevira", List.of("Lumina", "Korvex"), "Delani", "Mirova"),
                        List.of("Trevia"),
                        List.of(new Competitor("pesaing", 187, 0.0382, "Norelia"),
                                new Competitor("lawan", null, null, null)),
                        "kontak@zyrtana.example"),
                analysis, selection(), new Looked(Map.of()), Map.of(LINKED, address()),
                new Beside(Industry.find("functional_drinks").orElseThrow(), new Transfer(6, List.of(TEXTS.choice())),
                        trials(), new AmongClients(List.of(
                                new AmongClients.Length(DurationBucket.UP_TO_15, LocalDate.of(2026, 10, 1), 5, 0.069,
                                        0.036, 0.049, 0.061, AmongClients.Position.HIGH),
                                new AmongClients.Length(DurationBucket.UP_TO_30, LocalDate.of(2026, 7, 1), 10, null,
                                        0.032, 0.045, 0.057, null)))));
    }

    /// The same with nothing tried.
    public static Material untried(PatternAnalysis analysis) {
        Material full = full(analysis);
        return new Material(full.assignment(), analysis, full.selection(), full.looked(), full.links(),
                new Beside(full.beside().industry(), full.beside().transfer(), List.of(), full.beside().clients()));
    }

    /// Three findings of the richest analysis were tried, one of another analysis.
    private static List<FieldTrial> trials() {
        return List.of(
                new FieldTrial(CUTS.choice(), DurationBucket.UP_TO_15, FieldTrial.Outcome.REJECTED, 0.01,
                        new Interval(-0.05, 0.08), 112, 118),
                new FieldTrial(TEXTS.choice(), DurationBucket.UP_TO_15, FieldTrial.Outcome.VALIDATED, 0.47,
                        new Interval(0.15, 0.88), 59, 66),
                new FieldTrial(JOY.choice(), DurationBucket.UP_TO_15, FieldTrial.Outcome.OPEN, 0.16, null, 6, 9),
                new FieldTrial(HASHTAGS.choice(), DurationBucket.UP_TO_120, FieldTrial.Outcome.VALIDATED, 0.99,
                        new Interval(0.54, 1.57), 86, 88));
    }

    private static URI address() {
        return URI.create("https://www.tiktok.com/@zyrtana/video/7301");
    }
}

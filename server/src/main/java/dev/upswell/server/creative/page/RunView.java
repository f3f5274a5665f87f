package dev.upswell.server.creative.page;

import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.Evidence;
import dev.upswell.pattern.select.Exclusion;
import dev.upswell.server.creative.BucketDocument;
import dev.upswell.server.creative.Chosen;
import dev.upswell.server.creative.PatternDocument;
import dev.upswell.server.creative.PatternWorker;
import dev.upswell.server.creative.RunDocument;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A search as its page shows it.
///
/// @param running whether it is at work in this server
/// @param way how far it is; null when it is not at work, or before its first video
/// @param labelled how many patterns and anti-patterns bear a label
/// @param metadataOnly whether no analyser told of any of its videos
/// @param reasons code and number of what was left out, in the order of the reasons
record RunView(RunDocument document, boolean running, PatternWorker.@Nullable Way way, int labelled,
        boolean metadataOnly, List<Reason> reasons, List<Bucket> buckets) {

    /// Deviations of log engagement at the ends of a bar.
    private static final double ENDS = 2;

    /// How many videos are left out for a reason.
    record Reason(String code, int videos) {
    }

    /// One length.
    ///
    /// @param losing how many of the models that foretell engagement do so no better than its mean
    record Bucket(BucketDocument document, List<Card> patterns, List<Card> antiPatterns, long losing) {
    }

    /// A pattern with the bar of its effect.
    ///
    /// @param bar null where no effect could be told
    record Card(PatternDocument pattern, @Nullable Bar bar, List<Example> examples) {
    }

    /// A video that does so.
    ///
    /// @param hashtag sibling hashtag that it is of; null where it was asked for
    record Example(String video, @Nullable String hashtag) {
    }

    /// An interval on a line of 100 whose middle is no effect.
    record Bar(double from, double width, double at) {

        static @Nullable Bar of(Evidence.@Nullable Measured effect) {
            if (effect == null) {
                return null;
            }
            double from = place(effect.interval().low());
            return new Bar(from, Math.max(1, place(effect.interval().high()) - from),
                    Math.min(98, place(effect.value())));
        }

        private static double place(double effect) {
            return Math.round(10 * (50 + 50 * Math.clamp(effect / ENDS, -1, 1))) / 10.0;
        }
    }

    /// Whether no length has videos enough to look for patterns.
    public boolean few() {
        return tooFew().size() == buckets.size();
    }

    /// Lengths with too few videos, each with how many it has.
    public List<String> tooFew() {
        return buckets.stream().map(Bucket::document)
                .filter(one -> one.depth().equals(BucketAnalysis.Depth.INSUFFICIENT.name().toLowerCase(Locale.ROOT)))
                .map(one -> one.label() + " (" + one.figures().videos() + ")").toList();
    }

    static RunView of(RunDocument document, PatternWorker.@Nullable Way way) {
        Map<Exclusion, Integer> reasons = document.chosen().reasons();
        Map<String, String> borrowed = document.chosen().borrowed().stream()
                .collect(Collectors.toMap(Chosen.Borrowed::video, Chosen.Borrowed::hashtag));
        List<Bucket> buckets = document.buckets().stream().map(one -> bucket(one, borrowed)).toList();
        return new RunView(document, way != null, way == null || way.total() == 0 ? null : way,
                buckets.stream().mapToInt(one -> one.patterns().size() + one.antiPatterns().size()).sum(),
                document.run().progress().analysed() == 0,
                Stream.of(Exclusion.values()).filter(reasons::containsKey)
                        .map(why -> new Reason("patterns.left." + why.name().toLowerCase(Locale.ROOT),
                                reasons.getOrDefault(why, 0)))
                        .toList(),
                buckets);
    }

    private static Bucket bucket(BucketDocument one, Map<String, String> borrowed) {
        return new Bucket(one, cards(one.patterns(), borrowed), cards(one.antiPatterns(), borrowed),
                one.foretelling() - one.better());
    }

    private static List<Card> cards(List<PatternDocument> patterns, Map<String, String> borrowed) {
        return patterns.stream()
                .map(one -> new Card(one, Bar.of(one.evidence().effect()),
                        one.examples().stream().map(video -> new Example(video, borrowed.get(video))).toList()))
                .toList();
    }
}

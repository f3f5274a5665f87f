package dev.upswell.server.across;

import dev.upswell.across.BucketAcross;
import dev.upswell.across.Difference;
import dev.upswell.across.Pooled;
import dev.upswell.across.SharedPattern;
import dev.upswell.brief.ChoiceWords;
import dev.upswell.creative.DurationBucket;
import dev.upswell.learn.Interval;
import dev.upswell.server.creative.PatternRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A client's hashtags beside each other, as pages, commands and answers show them.
///
/// @param hashtags which were compared, and from which search
/// @param buckets the shortest length first
public record AcrossDocument(String client, List<Hashtag> hashtags, List<Bucket> buckets) {

    public AcrossDocument {
        hashtags = List.copyOf(hashtags);
        buckets = List.copyOf(buckets);
    }

    /// How many patterns were confirmed, of all lengths.
    public int patterns() {
        return buckets.stream().mapToInt(bucket -> bucket.patterns().size()).sum();
    }

    /// A hashtag and the search that its figures are from.
    public record Hashtag(String name, String run, Instant begunAt) {
    }

    /// Videos of one length.
    ///
    /// @param cells one for each hashtag, in their order; null where it has no video of this length
    /// @param spread highest less lowest mean engagement rate of hashtags with 20 videos and more; null with fewer than two such
    /// @param varies whether that is above 3 percentage points
    public record Bucket(String bucket, String label, List<@Nullable Cell> cells, @Nullable Double spread,
            boolean varies, List<Pattern> patterns) {
    }

    /// A hashtag's videos of one length.
    ///
    /// @param engagement mean engagement rate, a fraction
    /// @param interval 95 % interval of that; null with fewer than three videos
    public record Cell(int videos, double engagement, @Nullable Interval interval) {
    }

    /// A pattern that was confirmed in a hashtag, and what it does in the others.
    ///
    /// @param reach universal, on_average, not_seen_elsewhere or untried
    /// @param pooled what the others say together; null where none could be tried
    public record Pattern(String says, boolean good, String reach, List<String> foundIn, List<Trial> elsewhere,
            @Nullable Pooled pooled) {
    }

    /// The same choice in a hashtag that did not suggest it.
    ///
    /// @param with creators who do so
    /// @param without creators who do not
    /// @param lift engagement with over without, less 1; null where fewer than three creators do either
    /// @param q one-sided p-value, adjusted for all trials of this length; null as above
    public record Trial(String hashtag, int with, int without, @Nullable Double lift, @Nullable Interval interval,
            @Nullable Double q, boolean holds) {

        static Trial of(SharedPattern.Replication one) {
            Difference found = one.difference();
            return found == null
                    ? new Trial(one.hashtag(), 0, 0, null, null, null, false)
                    : new Trial(one.hashtag(), found.with(), found.without(), found.lift(), found.interval(), one.q(),
                            one.holds());
        }
    }

    static AcrossDocument of(String client, List<PatternRun> runs, List<BucketAcross> buckets, Locale language) {
        List<Hashtag> hashtags = runs.stream()
                .map(run -> new Hashtag(run.subject().said(), run.id().toString(), run.begunAt())).toList();
        ChoiceWords words = ChoiceWords.in(language);
        return new AcrossDocument(client, hashtags,
                buckets.stream().map(bucket -> bucket(bucket, hashtags, words)).toList());
    }

    private static Bucket bucket(BucketAcross one, List<Hashtag> hashtags, ChoiceWords words) {
        List<@Nullable Cell> cells = new ArrayList<>();
        for (Hashtag hashtag : hashtags) {
            cells.add(one.cells().stream().filter(cell -> cell.hashtag().equals(hashtag.name())).findFirst()
                    .map(cell -> new Cell(cell.figures().videos(), cell.figures().mean(), cell.figures().interval()))
                    .orElse(null));
        }
        return new Bucket(lower(one.bucket()), one.bucket().label(), cells, one.spread(), one.varies(),
                one.patterns().stream().map(pattern -> pattern(pattern, one.bucket(), words)).toList());
    }

    private static Pattern pattern(SharedPattern one, DurationBucket bucket, ChoiceWords words) {
        return new Pattern(words.say(one.choice(), bucket), one.good(), lower(one.reach()), one.foundIn(),
                one.elsewhere().stream().map(Trial::of).toList(), one.pooled());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

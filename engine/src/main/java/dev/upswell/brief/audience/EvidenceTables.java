package dev.upswell.brief.audience;

import dev.upswell.brief.NumberWords;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.BucketFigures;
import dev.upswell.pattern.Evidence;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.PatternAnalysis;
import java.util.ArrayList;
import java.util.List;

/// Tables of what stands behind findings, and of how buckets compare.
final class EvidenceTables {

    private static final int MODELS = 4;

    private EvidenceTables() {
    }

    /// Findings of one bucket with shares of tiers and lift.
    static Block.Table brief(List<Finding> findings, DurationBucket bucket, Voice voice) {
        return new Block.Table(voice.say("evidence.caption"),
                List.of(voice.text("column.choice"), voice.text("column.evidence"), voice.number("column.top"),
                        voice.number("column.middle"), voice.number("column.bottom"), voice.number("column.lift")),
                findings.stream().map(finding -> List.of(voice.choices().say(finding.choice(), bucket),
                        voice.label(finding.label()), voice.numbers().percent(finding.evidence().top()),
                        voice.numbers().percent(finding.evidence().middle()),
                        voice.numbers().percent(finding.evidence().bottom()), voice.lift(finding))).toList());
    }

    /// Findings of any bucket with all statistics.
    static Block.Table full(List<Ranking.Placed> findings, Voice voice) {
        List<Block.Column> columns = List.of(voice.text("column.choice"), voice.text("column.length"),
                voice.text("column.evidence"), voice.number("column.videos"), voice.number("column.tiers"),
                voice.number("column.lift"), voice.number("column.effect"), voice.number("column.p"),
                voice.number("column.q"), voice.number("column.power"), voice.number("column.votes"));
        return new Block.Table(voice.say("statistics.caption"), columns,
                findings.stream().map(placed -> statistics(placed, voice)).toList());
    }

    private static List<String> statistics(Ranking.Placed placed, Voice voice) {
        Finding finding = placed.finding();
        Evidence evidence = finding.evidence();
        NumberWords numbers = voice.numbers();
        return List.of(voice.choices().say(finding.choice(), placed.bucket()), voice.bucket(placed.bucket()),
                voice.label(finding.label()),
                voice.say("pair", numbers.whole(evidence.with()), numbers.whole(evidence.without())),
                voice.say("triple", numbers.percent(evidence.top()), numbers.percent(evidence.middle()),
                        numbers.percent(evidence.bottom())),
                voice.lift(finding), voice.effect(finding),
                evidence.p() == null ? Voice.NONE : numbers.probability(evidence.p()),
                evidence.q() == null ? Voice.NONE : numbers.probability(evidence.q()),
                evidence.power() == null ? Voice.NONE : numbers.percent(evidence.power()),
                voice.say("pair", numbers.whole(evidence.votes()), numbers.whole(MODELS)));
    }

    /// How videos of each length are engaged with.
    static List<Block> buckets(PatternAnalysis analysis, Voice voice) {
        List<List<String>> rows = new ArrayList<>();
        List<Block.Bar> bars = new ArrayList<>();
        for (BucketAnalysis bucket : analysis.buckets()) {
            var figures = bucket.figures();
            rows.add(List.of(voice.bucket(bucket.bucket()), voice.numbers().whole(figures.videos()),
                    voice.numbers().percent(figures.mean()), voice.range(figures.interval()),
                    voice.optional(figures.consistency()), voice.numbers().percent(figures.share()),
                    verdict(bucket, voice)));
            bars.add(new Block.Bar(voice.bucket(bucket.bucket()), figures.mean(),
                    voice.numbers().percent(figures.mean()), figures.interval()));
        }
        return List.of(new Block.Bars(voice.say("buckets.bars"), voice.say("buckets.axis"), bars),
                new Block.Table(voice.say("buckets.caption"),
                        List.of(voice.text("column.length"), voice.number("column.count"), voice.number("column.mean"),
                                voice.number("column.interval"), voice.number("column.consistency"),
                                voice.number("column.mix"), voice.text("column.verdict")),
                        rows));
    }

    /// The verdict, and the ones that the interval does not exclude; too few videos or creators bear none.
    static String verdict(BucketAnalysis bucket, Voice voice) {
        var interval = bucket.figures().interval();
        if (bucket.depth() == BucketAnalysis.Depth.INSUFFICIENT) {
            return voice.say("verdict.insufficient");
        }
        if (interval == null) {
            return voice.say("verdict.creators");
        }
        var lowest = BucketFigures.Verdict.of(interval.low());
        var highest = BucketFigures.Verdict.of(interval.high());
        String verdict = voice.verdict(bucket.figures().verdict());
        return lowest == highest
                ? verdict
                : voice.say("verdict.between", verdict, voice.verdict(lowest), voice.verdict(highest));
    }
}

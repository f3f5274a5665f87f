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

    /// How much more engagement goes with findings of any bucket; those without a measure are left out.
    static Block.Bars lifts(List<Ranking.Placed> findings, Voice voice) {
        List<Block.Bar> bars = new ArrayList<>();
        for (Ranking.Placed placed : findings) {
            Evidence.Measured lift = placed.finding().evidence().meanLift();
            if (lift != null) {
                bars.add(new Block.Bar(
                        voice.say("bar.finding", voice.bucket(placed.bucket()), choice(placed, voice),
                                voice.label(placed.finding().label())),
                        lift.value(), voice.numbers().change(lift.value()), lift.interval()));
            }
        }
        return new Block.Bars(voice.say("lift.bars"), voice.say("lift.axis"), bars);
    }

    /// Findings of any bucket with all statistics, each with its length.
    static Block.Table full(List<Ranking.Placed> findings, Voice voice) {
        return full(voice, findings.stream().map(placed -> statistics(placed, voice.say("step",
                voice.bucket(placed.bucket()), choice(placed, voice)), voice)).toList());
    }

    /// Findings of one bucket with all statistics.
    static Block.Table fullOfOne(List<Ranking.Placed> findings, Voice voice) {
        return full(voice, findings.stream().map(placed -> statistics(placed, choice(placed, voice), voice)).toList());
    }

    private static String choice(Ranking.Placed placed, Voice voice) {
        return voice.choices().say(placed.finding().choice(), placed.bucket());
    }

    private static Block.Table full(Voice voice, List<List<String>> rows) {
        List<Block.Column> columns = List.of(voice.text("column.choice"), voice.text("column.evidence"),
                voice.number("column.videos"), voice.number("column.tiers"),
                voice.number("column.lift"), voice.number("column.effect"), voice.number("column.p"),
                voice.number("column.q"), voice.number("column.power"), voice.number("column.votes"));
        return new Block.Table(voice.say("statistics.caption"), columns, rows);
    }

    private static List<String> statistics(Ranking.Placed placed, String choice, Voice voice) {
        Finding finding = placed.finding();
        Evidence evidence = finding.evidence();
        NumberWords numbers = voice.numbers();
        return List.of(choice, voice.label(finding.label()),
                voice.say("pair", numbers.whole(evidence.with()), numbers.whole(evidence.without())),
                voice.say("triple", numbers.percent(evidence.top()), numbers.percent(evidence.middle()),
                        numbers.percent(evidence.bottom())),
                voice.lift(finding), voice.effect(finding),
                evidence.p() == null ? Voice.NONE : numbers.probability(evidence.p()),
                evidence.q() == null ? Voice.NONE : numbers.probability(evidence.q()),
                evidence.power() == null ? Voice.NONE : numbers.percent(evidence.power()),
                voice.say("pair", numbers.whole(evidence.votes()), numbers.whole(MODELS)));
    }

    /// How videos of each length are engaged with; a length with too few videos bears no share of the mix.
    static Block.Table buckets(PatternAnalysis analysis, Voice voice) {
        List<List<String>> rows = new ArrayList<>();
        for (BucketAnalysis bucket : analysis.buckets()) {
            var figures = bucket.figures();
            rows.add(List.of(voice.bucket(bucket.bucket()), voice.numbers().whole(figures.videos()),
                    voice.numbers().percent(figures.mean()), voice.range(figures.interval()),
                    voice.optional(figures.consistency()),
                    few(bucket) ? Voice.NONE : voice.numbers().percent(figures.share()), verdict(bucket, voice)));
        }
        return new Block.Table(voice.say("buckets.caption"),
                List.of(voice.text("column.length"), voice.number("column.count"), voice.number("column.mean"),
                        voice.number("column.interval"), voice.number("column.consistency"),
                        voice.number("column.mix"), voice.text("column.verdict")),
                rows);
    }

    /// The same as a picture of the lengths that have videos enough; nothing where none has.
    static List<Block> lengths(PatternAnalysis analysis, Voice voice) {
        List<Block.Bar> bars = analysis.buckets().stream().filter(bucket -> !few(bucket))
                .map(bucket -> new Block.Bar(voice.bucket(bucket.bucket()), bucket.figures().mean(),
                        voice.numbers().percent(bucket.figures().mean()), bucket.figures().interval()))
                .toList();
        return bars.isEmpty()
                ? List.of()
                : List.of(new Block.Bars(voice.say("buckets.bars"), voice.say("buckets.axis"), bars));
    }

    private static boolean few(BucketAnalysis bucket) {
        return bucket.depth() == BucketAnalysis.Depth.INSUFFICIENT;
    }

    /// The verdict, and the ones that the interval does not exclude; too few videos or creators bear none.
    static String verdict(BucketAnalysis bucket, Voice voice) {
        var interval = bucket.figures().interval();
        if (few(bucket)) {
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

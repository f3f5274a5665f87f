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
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tables of what stands behind findings, and of how buckets compare.
final class EvidenceTables {

    private static final int MODELS = 4;

    private EvidenceTables() {
    }

    /// A column of statistics about findings.
    private record Shown(Statistic statistic, Block.Column column, Function<Finding, String> cell) {
    }

    /// Findings of one bucket with shares of tiers and lift, as far as they are for the audience.
    static Block.Table brief(List<Finding> findings, DurationBucket bucket, Voice voice) {
        List<Shown> shown = read(voice, new Shown(Statistic.LABEL, voice.text("column.evidence"),
                finding -> voice.label(finding.label())),
                new Shown(Statistic.TIERS, voice.number("column.top"),
                        finding -> voice.numbers().percent(finding.evidence().top())),
                new Shown(Statistic.TIERS, voice.number("column.middle"),
                        finding -> voice.numbers().percent(finding.evidence().middle())),
                new Shown(Statistic.TIERS, voice.number("column.bottom"),
                        finding -> voice.numbers().percent(finding.evidence().bottom())),
                new Shown(Statistic.LIFT, lift(voice), voice::lift));
        return new Block.Table(voice.say("evidence.caption"), columns(List.of(voice.text("column.choice")), shown),
                findings.stream().map(finding -> row(List.of(voice.choices().say(finding.choice(), bucket)), shown,
                        finding)).toList());
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

    /// Findings of any bucket with all statistics that are for the audience, each with its length.
    static Block.Table full(List<Ranking.Placed> findings, Voice voice) {
        return full(findings,
                placed -> voice.say("step", voice.bucket(placed.bucket()), choice(placed, voice)), voice);
    }

    /// Findings of one bucket with all statistics that are for the audience.
    static Block.Table fullOfOne(List<Ranking.Placed> findings, Voice voice) {
        return full(findings, placed -> choice(placed, voice), voice);
    }

    private static String choice(Ranking.Placed placed, Voice voice) {
        return voice.choices().say(placed.finding().choice(), placed.bucket());
    }

    private static Block.Table full(List<Ranking.Placed> findings, Function<Ranking.Placed, String> name,
            Voice voice) {
        NumberWords numbers = voice.numbers();
        List<Shown> shown = read(voice, new Shown(Statistic.LABEL, voice.text("column.evidence"),
                finding -> voice.label(finding.label())),
                new Shown(Statistic.VIDEOS, voice.number("column.videos"),
                        finding -> voice.say("pair", numbers.whole(finding.evidence().with()),
                                numbers.whole(finding.evidence().without()))),
                new Shown(Statistic.TIERS, voice.number("column.tiers"),
                        finding -> voice.say("triple", numbers.percent(finding.evidence().top()),
                                numbers.percent(finding.evidence().middle()),
                                numbers.percent(finding.evidence().bottom()))),
                new Shown(Statistic.LIFT, lift(voice), voice::lift),
                new Shown(Statistic.EFFECT, voice.number("column.effect"), voice::effect),
                new Shown(Statistic.P, voice.number("column.p"),
                        finding -> probability(finding.evidence().p(), numbers)),
                new Shown(Statistic.Q, voice.number("column.q"),
                        finding -> probability(finding.evidence().q(), numbers)),
                new Shown(Statistic.POWER, voice.number("column.power"), finding -> power(finding, numbers)),
                new Shown(Statistic.VOTES, voice.number("column.votes"), finding -> voice.say("pair",
                        numbers.whole(finding.evidence().votes()), numbers.whole(MODELS))));
        return new Block.Table(voice.say("statistics.caption"), columns(List.of(voice.text("column.choice")), shown),
                findings.stream().map(placed -> row(List.of(name.apply(placed)), shown, placed.finding())).toList());
    }

    private static List<Shown> read(Voice voice, Shown... all) {
        return Arrays.stream(all).filter(one -> voice.audience().reads(one.statistic())).toList();
    }

    private static List<Block.Column> columns(List<Block.Column> first, List<Shown> shown) {
        return Stream.concat(first.stream(), shown.stream().map(Shown::column)).toList();
    }

    private static List<String> row(List<String> first, List<Shown> shown, Finding finding) {
        return Stream.concat(first.stream(), shown.stream().map(one -> one.cell().apply(finding))).toList();
    }

    private static Block.Column lift(Voice voice) {
        return voice.number(voice.audience().reads(Statistic.INTERVAL) ? "column.lift" : "column.lift.alone");
    }

    private static String probability(@Nullable Double value, NumberWords numbers) {
        return value == null ? Voice.NONE : numbers.probability(value);
    }

    private static String power(Finding finding, NumberWords numbers) {
        Double power = finding.evidence().power();
        return power == null ? Voice.NONE : numbers.percent(power);
    }

    /// How videos of each length are engaged with; a length with too few videos bears no share of the mix, and unknown length neither that nor a
    /// priority.
    static Block.Table buckets(PatternAnalysis analysis, Voice voice) {
        List<List<String>> rows = new ArrayList<>();
        for (BucketAnalysis bucket : analysis.buckets()) {
            var figures = bucket.figures();
            rows.add(List.of(voice.bucket(bucket.bucket()), voice.numbers().whole(figures.videos()),
                    voice.numbers().percent(figures.mean()), voice.range(figures.interval()),
                    voice.optional(figures.consistency()),
                    share(bucket, voice), verdict(bucket, voice)));
        }
        return new Block.Table(voice.say("buckets.caption"),
                List.of(voice.text("column.length"), voice.number("column.count"), voice.number("column.mean"),
                        voice.number("column.interval"), voice.number("column.consistency"),
                        voice.number("column.mix"), voice.text("column.verdict")),
                rows);
    }

    /// The same as a picture of the lengths that have videos enough; nothing where none has.
    static List<Block> lengths(PatternAnalysis analysis, Voice voice) {
        List<Block.Bar> bars = analysis.buckets().stream().filter(bucket -> bucket.bucket().isLength() && !few(bucket))
                .map(bucket -> new Block.Bar(voice.bucket(bucket.bucket()), bucket.figures().mean(),
                        voice.numbers().percent(bucket.figures().mean()), bucket.figures().interval()))
                .toList();
        return bars.isEmpty()
                ? List.of()
                : List.of(new Block.Bars(voice.say("buckets.bars"), voice.say("buckets.axis"), bars));
    }

    private static String share(BucketAnalysis bucket, Voice voice) {
        Double share = bucket.figures().share();
        return share == null || few(bucket) ? Voice.NONE : voice.numbers().percent(share);
    }

    private static boolean few(BucketAnalysis bucket) {
        return bucket.depth() == BucketAnalysis.Depth.INSUFFICIENT;
    }

    /// The verdict, and the ones that the interval does not exclude; too few videos or creators bear none, nor does unknown length.
    static String verdict(BucketAnalysis bucket, Voice voice) {
        var interval = bucket.figures().interval();
        if (few(bucket)) {
            return voice.say("verdict.insufficient");
        }
        BucketFigures.Verdict found = bucket.figures().verdict();
        if (found == null) {
            return Voice.NONE;
        }
        if (interval == null) {
            return voice.say("verdict.creators");
        }
        var lowest = BucketFigures.Verdict.of(interval.low());
        var highest = BucketFigures.Verdict.of(interval.high());
        String verdict = voice.verdict(found);
        return lowest == highest
                ? verdict
                : voice.say("verdict.between", verdict, voice.verdict(lowest), voice.verdict(highest));
    }
}

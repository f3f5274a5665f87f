package dev.upswell.brief.audience;

import dev.upswell.brief.Material;
import dev.upswell.brief.Part;
import dev.upswell.brief.Strategy;
import dev.upswell.brief.StrategyKind;
import dev.upswell.content.EntityId;
import dev.upswell.creative.CreativeBlock;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A strategy laid out in its format: what to do when, what stands behind it, examples, what to leave.
final class StrategyBlocks {

    private static final int MOST = 5;
    private static final int MOST_LEFT = 3;
    private static final int MOST_UNTESTED = 2;

    private final Material material;
    private final Voice voice;
    private final TrialResults results;
    /// Videos that strategies before this one showed.
    private final Set<EntityId> shown = new HashSet<>();
    /// Lengths of which a strategy before this one said what is missing.
    private final Set<DurationBucket> missed = EnumSet.noneOf(DurationBucket.class);
    private final StrategyKind.@Nullable Format dealt;

    StrategyBlocks(Material material, Voice voice) {
        this(material, voice, null);
    }

    /// @param dealt format of every strategy; null for that of its kind
    StrategyBlocks(Material material, Voice voice, StrategyKind.@Nullable Format dealt) {
        this.material = material;
        this.voice = voice;
        this.results = TrialResults.of(material, voice);
        this.dealt = dealt;
    }

    private StrategyKind.Format format(Strategy strategy) {
        return dealt == null ? strategy.kind().format() : dealt;
    }

    /// What a strategy says, or that there is not enough evidence for one and what would be needed.
    List<Block> of(Strategy whole) {
        Strategy strategy = whole.without(finding -> results.rejects(finding, whole.bucket()));
        String key = strategy.kind().key();
        List<Block> blocks = new ArrayList<>();
        blocks.add(voice.heading(1, "strategy", strategy.kind().ordinal() + 1, voice.say("strategy." + key)));
        blocks.add(new Block.Paragraph(strategy.kind() == StrategyKind.VIRAL_REPLICATION
                ? voice.ofLength("about." + key, strategy.bucket())
                : voice.say("about." + key)));
        if (strategy.kind() == StrategyKind.DURATION_TACTICS) {
            blocks.addAll(duration(strategy));
            return blocks;
        }
        if (strategy.confirmed()) {
            blocks.addAll(laidOut(strategy));
        } else if (whole.confirmed()) {
            blocks.add(voice.paragraph("trials.rejected"));
        } else if (!looked(strategy) || missed.add(strategy.bucket())) {
            blocks.add(missing(strategy));
        } else {
            blocks.add(voice.paragraph("missing.again"));
        }
        blocks.addAll(untested(strategy));
        return blocks;
    }

    private List<Block> laidOut(Strategy strategy) {
        List<Finding> all = shown(strategy);
        List<Block> blocks = new ArrayList<>(lead(strategy, all));
        blocks.addAll(doAndDoNot(strategy));
        if (format(strategy) != StrategyKind.Format.COMPARATIVE) {
            blocks.add(EvidenceTables.brief(all, strategy.bucket(), voice));
        }
        blocks.addAll(voice.others(all.size(), strategy.patterns().size() + strategy.antiPatterns().size()));
        blocks.addAll(new Examples(material, voice).of(strategy.patterns(), shown));
        return blocks;
    }

    /// Patterns first, then what is to be left.
    private static List<Finding> shown(Strategy strategy) {
        return Stream.concat(strategy.patterns().stream().limit(MOST), strategy.antiPatterns().stream())
                .limit(MOST + MOST_LEFT).toList();
    }

    /// What is to be done, in the format.
    List<Block> lead(Strategy strategy, List<Finding> all) {
        DurationBucket bucket = strategy.bucket();
        return switch (format(strategy)) {
            case RECIPE -> {
                List<String> steps = Flow.inOrder(all, bucket, voice).stream()
                        .map(finding -> step(finding, bucket)).toList();
                List<Block> blocks = new ArrayList<>(
                        List.of(voice.heading(2, "do"), new Block.Points(Block.Mark.NUMBER, steps)));
                Flow.of(all, bucket, voice).ifPresent(blocks::add);
                yield blocks;
            }
            case PATTERN -> {
                List<Block> blocks = new ArrayList<>(List.of(bars(all, bucket)));
                Flow.of(all, bucket, voice).ifPresent(blocks::add);
                yield blocks;
            }
            case COMPARATIVE -> List.of(EvidenceTables.brief(all, bucket, voice), compared(all, bucket));
            case ELEMENT -> byElement(all, bucket);
            case NARRATIVE -> bucket.isLength() ? narrative(all, bucket) : byElement(all, bucket);
        };
    }

    /// When and what: `0–5 s: Show at least 3 texts`; where nobody tells how long videos are what alone.
    private String step(Finding finding, DurationBucket bucket) {
        if (!bucket.isLength() && finding.choice().feature().block() != CreativeBlock.METADATA) {
            return voice.advice(finding, bucket);
        }
        Optional<Part> part = voice.choices().part(Voice.advised(finding), bucket);
        String when = part.isEmpty()
                ? voice.say("step.caption")
                : part.get().from() == 0 && part.get().to() == bucket.upTo()
                        ? voice.say("step.throughout")
                        : voice.say("step.seconds", voice.numbers().number(part.get().from()),
                                voice.numbers().number(part.get().to()));
        return voice.say("step", when, voice.advice(finding, bucket));
    }

    private Block.Bars bars(List<Finding> findings, DurationBucket bucket) {
        return new Block.Bars(voice.say("lift.bars"), voice.say("lift.axis"),
                findings.stream().filter(finding -> finding.evidence().meanLift() != null).map(finding -> {
                    var lift = Objects.requireNonNull(finding.evidence().meanLift());
                    return new Block.Bar(voice.choices().say(finding.choice(), bucket), lift.value(),
                            voice.numbers().change(lift.value()),
                            voice.audience().reads(Statistic.INTERVAL) ? lift.interval() : null);
                }).toList());
    }

    private Block.Points compared(List<Finding> findings, DurationBucket bucket) {
        return new Block.Points(Block.Mark.DOT, findings.stream()
                .map(finding -> voice.say("compared", voice.choices().say(finding.choice(), bucket),
                        voice.count("videos", finding.evidence().with()), voice.lift(finding),
                        voice.numbers().whole(finding.evidence().without())))
                .toList());
    }

    private List<Block> byElement(List<Finding> findings, DurationBucket bucket) {
        List<Block> blocks = new ArrayList<>();
        for (CreativeBlock element : CreativeBlock.values()) {
            List<String> points = findings.stream().filter(finding -> finding.choice().feature().block() == element)
                    .map(finding -> step(finding, bucket)).toList();
            if (!points.isEmpty()) {
                blocks.add(voice.heading(2, "block." + element.name().toLowerCase(Locale.ROOT)));
                blocks.add(new Block.Points(Block.Mark.DOT, points));
            }
        }
        Flow.of(findings, bucket, voice).ifPresent(blocks::add);
        return blocks;
    }

    private List<Block> narrative(List<Finding> findings, DurationBucket bucket) {
        Map<Phase, List<Finding>> phases = new EnumMap<>(Phase.class);
        findings.forEach(finding -> phases.computeIfAbsent(voice.choices()
                .part(Voice.advised(finding), bucket).map(part -> Phase.of(part, bucket)).orElse(Phase.THROUGHOUT),
                none -> new ArrayList<>()).add(finding));
        List<Block> blocks = new ArrayList<>();
        phases.forEach((phase, found) -> blocks.add(new Block.Paragraph(voice.say("phase",
                voice.say("phase." + phase.name().toLowerCase(Locale.ROOT)),
                String.join(". ", found.stream().map(finding -> voice.advice(finding, bucket)).toList())))));
        Flow.of(findings, bucket, voice).ifPresent(blocks::add);
        return blocks;
    }

    /// Parts of a story.
    private enum Phase {
        THROUGHOUT,
        BEGINNING,
        MIDDLE,
        END;

        static Phase of(Part part, DurationBucket bucket) {
            if (part.from() == 0 && part.to() == bucket.upTo()) {
                return THROUGHOUT;
            }
            double middle = (part.from() + part.to()) / 2 / bucket.upTo();
            return middle < 1 / 3.0 ? BEGINNING : middle < 2 / 3.0 ? MIDDLE : END;
        }
    }

    /// What to do beside what to leave.
    List<Block> doAndDoNot(Strategy strategy) {
        DurationBucket bucket = strategy.bucket();
        List<String> todo = Stream
                .concat(strategy.patterns().stream().limit(MOST),
                        strategy.antiPatterns().stream().filter(finding -> voice.choices().forbids(finding.choice())))
                .limit(MOST).map(finding -> voice.advice(finding, bucket)).toList();
        List<String> leave = strategy.antiPatterns().stream()
                .filter(finding -> !voice.choices().forbids(finding.choice())).limit(MOST)
                .map(finding -> voice.choices().say(finding.choice(), bucket)).toList();
        List<List<Block>> columns = new ArrayList<>();
        if (!todo.isEmpty() && !listed(format(strategy), bucket)) {
            columns.add(List.of(voice.heading(2, "do"), new Block.Points(Block.Mark.DO, todo)));
        }
        if (!leave.isEmpty()) {
            columns.add(List.of(voice.heading(2, "leave"), new Block.Points(Block.Mark.DO_NOT, leave)));
        }
        return columns.isEmpty() ? List.of() : List.of(new Block.Columns(columns));
    }

    /// Whether the layout already lists everything that is to be done; a story without seconds does.
    private static boolean listed(StrategyKind.Format format, DurationBucket bucket) {
        return format == StrategyKind.Format.RECIPE || format == StrategyKind.Format.ELEMENT
                || format == StrategyKind.Format.NARRATIVE && !bucket.isLength();
    }

    /// That nothing is confirmed, and how many videos would tell more; or that nobody looked at what the strategy is about.
    Block.Callout missing(Strategy strategy) {
        if (!looked(strategy)) {
            return voice.callout(Block.Tone.NEUTRAL, "unseen.title", voice.say("unseen.text"));
        }
        return voice.callout(Block.Tone.WARNING, "missing.title",
                new Missing(material.analysis(), voice).ofStrategy(strategy.bucket()));
    }

    private boolean looked(Strategy strategy) {
        return material.looked().at(strategy.kind(), strategy.bucket());
    }

    private List<Block> untested(Strategy strategy) {
        if (strategy.untested().isEmpty()) {
            return List.of();
        }
        List<String> points = strategy.untested().stream().limit(MOST_UNTESTED)
                .map(finding -> voice.advice(finding, strategy.bucket())).toList();
        List<Block> blocks = new ArrayList<>(List.of(voice.heading(2, "untested"), voice.paragraph("untested.about"),
                new Block.Points(Block.Mark.BOX, points)));
        blocks.addAll(voice.others(points.size(), strategy.untested().size()));
        return blocks;
    }

    private List<Block> duration(Strategy strategy) {
        if (!strategy.bucket().isLength()) {
            return List.of(voice.callout(Block.Tone.NEUTRAL, "length.unknown.title", voice.say("length.unknown.text")));
        }
        List<Block> blocks = new ArrayList<>();
        Optional<BucketAnalysis> bucket = material.analysis().find(strategy.bucket());
        if (bucket.isEmpty() || bucket.get().depth() == BucketAnalysis.Depth.INSUFFICIENT) {
            blocks.add(missing(strategy));
        } else {
            var figures = bucket.get().figures();
            blocks.add(new Block.Paragraph(Voice.together(
                    voice.say("duration", voice.bucket(strategy.bucket()), voice.numbers().percent(figures.mean()),
                            voice.range(figures.interval()), EvidenceTables.verdict(bucket.get(), voice)),
                    voice.say(figures.steady() ? "duration.steady" : "duration.unsteady",
                            voice.optional(figures.consistency())))));
        }
        blocks.addAll(EvidenceTables.lengths(material.analysis(), voice));
        blocks.add(EvidenceTables.buckets(material.analysis(), voice));
        blocks.add(voice.paragraph("duration.caution"));
        return blocks;
    }
}

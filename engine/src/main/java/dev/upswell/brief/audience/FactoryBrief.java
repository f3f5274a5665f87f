package dev.upswell.brief.audience;

import dev.upswell.brief.Assignment;
import dev.upswell.brief.Material;
import dev.upswell.brief.Offer;
import dev.upswell.brief.Strategy;
import dev.upswell.brief.StrategyKind;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.document.Document;
import dev.upswell.pattern.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a producer of videos needs to film: the brand, the video second by second, what to say and to deliver.
///
/// Only what is confirmed is asked for, and nothing that a trial rejected; what the client did not tell is named as missing, once.
public final class FactoryBrief {

    private static final int PAGES = 2;
    private static final int PATTERNS = 6;
    private static final int POINTS = 5;
    private static final int MESSAGES = 3;
    private static final int TRIALS = 3;

    private final Material material;
    private final Assignment assignment;
    private final DurationBucket bucket;
    private final Voice voice;
    private final boolean parted;
    /// The format that a test of formats dealt it; null for the usual one.
    private final StrategyKind.@Nullable Format dealt;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> untold = new ArrayList<>();

    private FactoryBrief(Material material, DurationBucket bucket, Locale language, boolean parted,
            StrategyKind.@Nullable Format dealt) {
        this.dealt = dealt;
        this.material = material;
        this.assignment = material.assignment();
        this.bucket = bucket;
        this.parted = parted;
        voice = Voice.in(language, Audience.FACTORY);
    }

    /// The document for videos of this length: the brand on the first page, the video on the second.
    public static Document of(Material material, DurationBucket bucket, Locale language) {
        return new FactoryBrief(material, bucket, language, true, null).document();
    }

    /// The document for the length that is worth most.
    public static Document of(Material material, Locale language) {
        return of(material, focus(material), language);
    }

    /// The same without an end of the page between brand and video.
    public static Document unparted(Material material, Locale language) {
        return new FactoryBrief(material, focus(material), language, false, null).document();
    }

    private static DurationBucket focus(Material material) {
        return Ranking.focus(material.analysis()).orElse(DurationBucket.UP_TO_30);
    }

    /// Whether anything is confirmed for the length that is worth most: else there is nothing to lay out in a format.
    public static boolean hasDirection(Material material) {
        return Strategy.of(material.analysis(), focus(material)).get(StrategyKind.VIRAL_REPLICATION.ordinal())
                .confirmed();
    }

    /// The same with what is to be done in the format that a test of formats dealt.
    public static Document of(Material material, Locale language, StrategyKind.Format dealt) {
        return new FactoryBrief(material, focus(material), language, true, dealt).document();
    }

    private Document document() {
        Offer offer = assignment.offer();
        List<Block> brand = new ArrayList<>(told("factory.brand", offer.brand()));
        brand.addAll(told("factory.product", offer.product()));
        brand.addAll(told("factory.audience", offer.audience()));
        List<Block> special = listed("factory.points", Block.Mark.DOT, offer.sellingPoints());
        List<String> messages = offer.sellingPoints().stream().limit(MESSAGES).toList();
        List<Block> say = new ArrayList<>(
                messages.isEmpty() ? List.of() : listed("factory.messages", Block.Mark.BOX, messages));
        say.addAll(told("factory.tone", offer.tone()));
        List<Block> deliver = new ArrayList<>(
                listed("factory.deliverables", Block.Mark.BOX, assignment.deliverables()));
        deliver.addAll(told("factory.contact", assignment.contact()));

        blocks.add(new Block.Columns(List.of(brand, special)));
        blocks.add(voice.heading(1, "factory.how"));
        blocks.add(new Block.Paragraph(how()));
        new Scope(material, voice).unseen().forEach(unseen -> blocks.add(new Block.Paragraph(unseen)));
        if (!bucket.isLength()) {
            blocks.add(voice.paragraph("length.unknown.mixed"));
        }
        if (!untold.isEmpty()) {
            blocks.add(voice.callout(Block.Tone.NEUTRAL, "factory.untold", voice.say("factory.untold.text",
                    String.join(", ", untold))));
        }
        if (parted) {
            blocks.add(new Block.PageBreak());
        }
        direction();
        blocks.add(new Block.Columns(List.of(say, deliver)));
        return new Document(voice.say("factory.title", voice.subject(assignment.subject()), voice.titled(bucket)),
                new Scope(material, voice).subtitle(), voice.language(), PAGES, blocks);
    }

    /// How many videos were compared, and what came of it.
    private String how() {
        String compared = voice.say("factory.how.videos",
                voice.videos(material.analysis().videos(), assignment.subject()));
        int tested = material.analysis().tested();
        if (tested == 0) {
            return Voice.together(compared, voice.say("factory.how.untested"));
        }
        long confirmed = material.analysis().confirmed();
        return Voice.together(compared, confirmed == 0
                ? voice.count("missing.tried", tested)
                : voice.say("factory.how.confirmed", voice.numbers().whole(tested), voice.numbers().whole(confirmed)));
    }

    private List<Block> told(String heading, @Nullable String text) {
        if (text == null) {
            untold.add(voice.say(heading));
            return List.of();
        }
        return List.of(voice.heading(1, heading), new Block.Paragraph(text));
    }

    private List<Block> listed(String heading, Block.Mark mark, List<String> points) {
        if (points.isEmpty()) {
            untold.add(voice.say(heading));
            return List.of();
        }
        List<Block> listed = new ArrayList<>(List.of(voice.heading(1, heading)));
        listed.add(new Block.Points(mark, points.stream().limit(POINTS).toList()));
        listed.addAll(voice.others(POINTS, points.size()));
        return listed;
    }

    private void direction() {
        Strategy all = Strategy.of(material.analysis(), bucket).get(StrategyKind.VIRAL_REPLICATION.ordinal());
        TrialResults results = TrialResults.of(material, voice).in(bucket);
        List<Finding> best = all.patterns().stream().filter(finding -> !results.rejects(finding, bucket))
                .limit(PATTERNS).toList();
        blocks.add(voice.heading(1, all.confirmed() ? "factory.strategy" : "factory.open"));
        if (!all.confirmed()) {
            blocks.add(voice.callout(Block.Tone.WARNING, "missing.title",
                    new Missing(material.analysis(), voice).text(bucket)));
            blocks.add(new Block.Paragraph(voice.ofLength("factory.free", bucket)));
            return;
        }
        if (!best.isEmpty()) {
            blocks.add(voice.paragraph(best.size() == 1 ? "factory.strategy.text" : "factory.strategy.texts",
                    voice.lasting(bucket), voice.advice(best.getFirst(), bucket), voice.lift(best.getFirst())));
        }
        List<Finding> shown = new ArrayList<>(best);
        all.antiPatterns().stream().filter(finding -> !results.rejects(finding, bucket)).limit(2).forEach(shown::add);
        if (shown.isEmpty()) {
            blocks.add(voice.paragraph("factory.tried"));
            blocks.addAll(results.plainly(TRIALS));
            return;
        }
        if (best.isEmpty()) {
            blocks.add(voice.paragraph("factory.strategy.opposite"));
        }
        if (dealt != null) {
            blocks.addAll(new StrategyBlocks(material, voice, dealt).lead(all, shown));
        } else {
            usual(shown);
        }
        blocks.addAll(voice.more(shown.size(), all.patterns().size() + all.antiPatterns().size()
                - (int) Stream.concat(all.patterns().stream(), all.antiPatterns().stream())
                        .filter(finding -> results.rejects(finding, bucket)).count()));
        blocks.addAll(results.plainly(TRIALS));
        blocks.addAll(new Examples(material, voice).of(best));
    }

    private void usual(List<Finding> shown) {
        blocks.add(voice.heading(1, "factory.flow"));
        blocks.add(Flow.of(shown, bucket, voice).<Block>map(flow -> flow)
                .orElse(new Block.Paragraph(voice.ofLength("factory.flow.none", bucket))));
        blocks.add(voice.heading(1, "factory.must"));
        blocks.add(new Block.Points(Block.Mark.BOX, Flow.inOrder(shown, bucket, voice).stream()
                .map(finding -> voice.advice(finding, bucket)).toList()));
    }
}

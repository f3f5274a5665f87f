package dev.upswell.brief;

import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.document.Document;
import dev.upswell.pattern.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a producer of videos needs to film: the brand on the first page, the video second by second on the second.
///
/// Only what is confirmed is asked for; what the client did not tell is named as missing.
public final class FactoryBrief {

    private static final int PAGES = 2;
    private static final int PATTERNS = 6;
    private static final int POINTS = 5;

    private final Material material;
    private final Assignment assignment;
    private final DurationBucket bucket;
    private final Voice voice;
    private final List<Block> blocks = new ArrayList<>();

    private FactoryBrief(Material material, DurationBucket bucket, Locale language) {
        this.material = material;
        this.assignment = material.assignment();
        this.bucket = bucket;
        voice = Voice.in(language);
    }

    /// The document for videos of this length.
    public static Document of(Material material, DurationBucket bucket, Locale language) {
        return new FactoryBrief(material, bucket, language).document();
    }

    /// The document for the length that is worth most.
    public static Document of(Material material, Locale language) {
        return of(material, Ranking.focus(material.analysis()).orElse(DurationBucket.UP_TO_30), language);
    }

    private Document document() {
        Offer offer = assignment.offer();
        blocks.add(voice.heading(1, "factory.how"));
        blocks.add(voice.paragraph("factory.how.text", voice.numbers().whole(material.analysis().videos()),
                assignment.hashtag(), voice.numbers().whole(material.analysis().tested()),
                voice.numbers().whole(material.analysis().confirmed())));
        told("factory.brand", offer.brand());
        told("factory.product", offer.product());
        listed("factory.points", Block.Mark.DOT, offer.sellingPoints());
        told("factory.audience", offer.audience());
        direction();
        listed("factory.messages", Block.Mark.DOT, offer.sellingPoints());
        told("factory.tone", offer.tone());
        listed("factory.deliverables", Block.Mark.BOX, assignment.deliverables());
        told("factory.contact", assignment.contact());
        return new Document(voice.say("factory.title", assignment.hashtag(), voice.bucket(bucket)),
                new Scope(material, voice).subtitle(), voice.language(), PAGES, blocks);
    }

    private void told(String heading, @Nullable String text) {
        blocks.add(voice.heading(1, heading));
        blocks.add(new Block.Paragraph(text == null ? voice.say("not.told") : text));
    }

    private void listed(String heading, Block.Mark mark, List<String> points) {
        blocks.add(voice.heading(1, heading));
        if (points.isEmpty()) {
            blocks.add(voice.paragraph("not.told"));
            return;
        }
        blocks.add(new Block.Points(mark, points.stream().limit(POINTS).toList()));
        blocks.addAll(voice.more(POINTS, points.size()));
    }

    private void direction() {
        Strategy all = Strategy.of(material.analysis(), bucket).get(StrategyKind.VIRAL_REPLICATION.ordinal());
        List<Finding> best = all.patterns().stream().limit(PATTERNS).toList();
        blocks.add(new Block.PageBreak());
        blocks.add(voice.heading(1, "factory.strategy"));
        if (!all.confirmed()) {
            blocks.add(voice.callout(Block.Tone.WARNING, "missing.title",
                    new Missing(material.analysis(), voice).text(bucket)));
            blocks.add(voice.paragraph("factory.free"));
            return;
        }
        if (!best.isEmpty()) {
            blocks.add(voice.paragraph("factory.strategy.text", voice.bucket(bucket),
                    voice.advice(best.getFirst(), bucket),
                    voice.numbers().change(Ranking.lift(best.getFirst()))));
        }
        List<Finding> shown = new ArrayList<>(best);
        all.antiPatterns().stream().limit(2).forEach(shown::add);
        Flow.of(shown, bucket, voice).ifPresent(flow -> {
            blocks.add(voice.heading(1, "factory.flow"));
            blocks.add(flow);
        });
        blocks.add(voice.heading(1, "factory.must"));
        blocks.add(new Block.Points(Block.Mark.BOX, Flow.inOrder(shown, bucket, voice).stream()
                .map(finding -> voice.advice(finding, bucket)).toList()));
        blocks.addAll(voice.more(shown.size(), all.patterns().size() + all.antiPatterns().size()));
        blocks.addAll(new Examples(material, voice).of(best));
    }
}

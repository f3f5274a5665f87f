package dev.upswell.brief.audience;

import dev.upswell.brief.Assignment;
import dev.upswell.brief.Material;
import dev.upswell.brief.Strategy;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.document.Document;
import dev.upswell.pattern.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What works, for creators who promote a brand: confirmed winners with stars, why they work, how to make them one's own.
///
/// No probabilities and no intervals; nothing that is not confirmed, and nothing that a trial rejected.
public final class AffiliateBrief {

    private static final int PAGES = 2;
    private static final int LEAVE = 3;
    private static final int TIPS = 4;
    private static final int TRIALS = 3;

    private final Material material;
    private final Voice voice;
    private final TrialResults results;
    private final List<Ranking.Placed> all;
    private final List<Ranking.Placed> winners;
    private final List<Block> blocks = new ArrayList<>();

    private AffiliateBrief(Material material, Locale language, Detail detail) {
        this.material = material;
        voice = Voice.in(language, Audience.AFFILIATE);
        results = TrialResults.of(material, voice);
        all = Ranking.winners(material.analysis()).stream()
                .filter(placed -> !results.rejects(placed.finding(), placed.bucket())).toList();
        winners = all.subList(0, Math.min(most(detail), all.size()));
    }

    private static int most(Detail detail) {
        return switch (detail) {
            case FULL -> 12;
            case AMPLE -> 9;
            case MEDIUM -> 7;
            case DRAWN, USUAL -> 5;
        };
    }

    /// The document in this language as it fits its pages whatever was found.
    public static Document of(Material material, Locale language) {
        return of(material, language, Detail.USUAL);
    }

    /// The document in this language with as much detail.
    public static Document of(Material material, Locale language, Detail detail) {
        return new AffiliateBrief(material, language, detail).document();
    }

    private Document document() {
        Assignment assignment = material.assignment();
        String product = assignment.offer().product();
        blocks.add(voice.paragraph("affiliate.about",
                voice.videos(material.analysis().videos(), assignment.subject())));
        new Scope(material, voice).unseen().forEach(unseen -> blocks.add(new Block.Paragraph(unseen)));
        if (product != null) {
            blocks.add(voice.paragraph("affiliate.product", product));
        }
        if (winners.isEmpty()) {
            blocks.add(voice.callout(Block.Tone.NEUTRAL, "affiliate.none.title", voice.say("affiliate.none")));
        } else {
            winners();
            why();
        }
        blocks.addAll(results.plainly(TRIALS));
        leave();
        blocks.add(voice.heading(1, "affiliate.own"));
        List<String> tips = new ArrayList<>();
        for (int tip = winners.isEmpty() ? 2 : 1; tip <= TIPS; tip++) {
            tips.add(voice.say("affiliate.own." + tip));
        }
        blocks.add(new Block.Points(Block.Mark.DOT, tips));
        blocks.addAll(new Examples(material, voice).of(winners.stream().map(Ranking.Placed::finding).toList()));
        return new Document(voice.say("affiliate.title", voice.subject(assignment.subject())),
                new Scope(material, voice).subtitle(),
                voice.language(), PAGES, blocks);
    }

    /// By length, the shortest videos first; within one the largest lift first.
    private void winners() {
        blocks.add(voice.heading(1, "affiliate.winners"));
        Map<DurationBucket, List<Ranking.Placed>> lengths = new TreeMap<>();
        winners.forEach(placed -> lengths.computeIfAbsent(placed.bucket(), none -> new ArrayList<>()).add(placed));
        lengths.forEach((bucket, placed) -> {
            blocks.add(voice.heading(2, "affiliate.length", voice.lasting(bucket)));
            if (!bucket.isLength()) {
                blocks.add(voice.paragraph("length.unknown.mixed"));
            }
            blocks.add(new Block.Points(Block.Mark.DO, placed.stream().map(winner -> voice.say("affiliate.winner",
                    voice.advice(winner.finding(), bucket), stars(winner.finding()))).toList()));
            Flow.of(placed.stream().map(Ranking.Placed::finding).toList(), bucket, voice).ifPresent(blocks::add);
        });
        blocks.addAll(voice.others(winners.size(), all.size()));
        blocks.add(voice.paragraph("affiliate.stars", Stars.FIVE.shown(), Stars.THREE.shown()));
    }

    private String stars(Finding finding) {
        voice.audience().mustRead(Statistic.STARS);
        return Stars.of(Strategy.lift(finding)).map(Stars::shown).orElse("");
    }

    private void why() {
        blocks.add(voice.heading(1, "affiliate.why"));
        blocks.add(new Block.Points(Block.Mark.DOT, winners.stream().map(placed -> {
            Finding finding = placed.finding();
            return voice.say("affiliate.why.point", voice.bucket(placed.bucket()),
                    voice.advice(finding, placed.bucket()),
                    voice.numbers().percent(finding.evidence().top()),
                    voice.numbers().percent(finding.evidence().middle()),
                    voice.numbers().percent(Strategy.lift(finding)));
        }).toList()));
    }

    private void leave() {
        List<Ranking.Placed> losers = Ranking.byExpectedValue(material.analysis(),
                finding -> !finding.good() && finding.label().confirmed()).stream()
                .filter(placed -> !results.rejects(placed.finding(), placed.bucket())).toList();
        if (losers.isEmpty()) {
            return;
        }
        blocks.add(voice.heading(1, "affiliate.leave"));
        blocks.add(new Block.Points(Block.Mark.DOT,
                losers.stream().limit(LEAVE).map(placed -> voice.say("formula", voice.bucket(placed.bucket()),
                        voice.advice(placed.finding(), placed.bucket()))).toList()));
        blocks.addAll(voice.others(LEAVE, losers.size()));
    }
}

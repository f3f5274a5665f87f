package dev.upswell.brief.audience;

import dev.upswell.brief.Material;
import dev.upswell.brief.Strategy;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.document.Document;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// All that is known of videos of one length: summary, how it was found, ten strategies, what to do first, all statistics.
public final class LongReport {

    private static final int PAGES = 12;
    private static final int INSIGHTS = 5;
    private static final int STATISTICS = 18;
    private static final int PRIORITIES = 8;
    private static final int PROXIES = 6;

    private final Material material;
    private final DurationBucket bucket;
    private final @Nullable BucketAnalysis analysis;
    private final Voice voice;
    private final TrialResults results;
    private final List<Ranking.Placed> findings;
    private final List<Block> blocks = new ArrayList<>();

    private LongReport(Material material, DurationBucket bucket, Locale language) {
        this.material = material;
        this.bucket = bucket;
        analysis = material.analysis().find(bucket).orElse(null);
        voice = Voice.in(language, Audience.ANALYST);
        results = TrialResults.of(material, voice).in(bucket);
        Double share = analysis == null ? null : analysis.figures().share();
        findings = (analysis == null ? List.<Finding>of() : analysis.findings()).stream()
                .map(finding -> new Ranking.Placed(finding, bucket, share))
                .sorted(Comparator.comparing((Ranking.Placed placed) -> !placed.finding().label().confirmed())
                        .thenComparing(Ranking.Placed.WORTH_MOST))
                .toList();
    }

    /// The document for videos of this length.
    public static Document of(Material material, DurationBucket bucket, Locale language) {
        return new LongReport(material, bucket, language).document();
    }

    private Document document() {
        summary();
        blocks.addAll(results.told(PRIORITIES));
        overview();
        blocks.add(new Block.PageBreak());
        StrategyBlocks layout = new StrategyBlocks(material, voice);
        Strategy.of(material.analysis(), bucket).forEach(strategy -> blocks.addAll(layout.of(strategy)));
        priorities();
        statistics();
        blocks.add(voice.heading(1, "method"));
        blocks.add(new Block.Paragraph(voice.ofLength("method.text", bucket)));
        return new Document(
                voice.say("long.title", voice.subject(material.assignment().subject()), voice.titled(bucket)),
                new Scope(material, voice).subtitle(), voice.language(), PAGES, blocks);
    }

    private List<Ranking.Placed> confirmed() {
        return findings.stream().filter(placed -> placed.finding().label().confirmed()).toList();
    }

    private void summary() {
        blocks.add(voice.heading(1, "long.summary"));
        List<Ranking.Placed> confirmed = confirmed();
        Optional.ofNullable(analysis).ifPresent(found -> blocks.add(figures(found, confirmed.size())));
        if (confirmed.isEmpty()) {
            blocks.add(voice.callout(Block.Tone.WARNING, "missing.title",
                    new Missing(material.analysis(), voice).text(bucket)));
            return;
        }
        List<Ranking.Placed> standing = confirmed.stream()
                .filter(placed -> !results.rejects(placed.finding(), bucket)).toList();
        if (standing.isEmpty()) {
            blocks.add(voice.paragraph("trials.rejected"));
            return;
        }
        Finding best = standing.getFirst().finding();
        blocks.add(voice.callout(Block.Tone.GOOD, "long.first", Voice.together(voice.say(
                best.good() ? "long.first.good" : "long.first.bad",
                voice.advice(best, bucket), voice.lift(best), voice.label(best.label())), voice.proxies(best))));
        blocks.add(new Block.Points(Block.Mark.DOT, standing.stream().skip(1).limit(INSIGHTS)
                .map(placed -> voice.summed(placed.finding(), bucket)).toList()));
    }

    private Block.Figures figures(BucketAnalysis found, int confirmed) {
        List<Block.Figure> figures = new ArrayList<>(List.of(
                new Block.Figure(voice.numbers().whole(found.figures().videos()), voice.say("figure.videos"), ""),
                new Block.Figure(voice.numbers().percent(found.figures().mean()), voice.say("column.mean"),
                        voice.range(found.figures().interval()))));
        if (bucket.isLength()) {
            figures.add(new Block.Figure(EvidenceTables.verdict(found, voice), voice.say("column.verdict"), ""));
        }
        figures.add(new Block.Figure(voice.numbers().whole(confirmed), voice.say("figure.confirmed"), ""));
        return new Block.Figures(figures);
    }

    private void overview() {
        blocks.add(voice.heading(1, "long.overview"));
        blocks.add(new Block.Paragraph(new Scope(material, voice).text()));
        Optional.ofNullable(analysis).filter(found -> !found.models().isEmpty())
                .ifPresent(found -> blocks.add(new Block.Table(
                        voice.say("models.caption"),
                        List.of(voice.text("column.model"), voice.number("column.explained"),
                                voice.number("column.error"),
                                voice.number("column.silhouette")),
                        found.models().stream()
                                .map(model -> List.of(voice.model(model.name()),
                                        voice.optional(model.explained()), voice.optional(model.error()),
                                        voice.optional(model.silhouette())))
                                .toList())));
    }

    private void priorities() {
        blocks.add(voice.heading(1, "long.priorities"));
        List<Ranking.Placed> confirmed = confirmed().stream().filter(placed -> placed.finding().good())
                .filter(placed -> !results.decides(placed.finding(), bucket)).toList();
        if (confirmed.isEmpty()) {
            blocks.add(voice.paragraph(confirmed().stream().anyMatch(placed -> placed.finding().good())
                    ? "long.priorities.tried"
                    : "long.priorities.none"));
            return;
        }
        blocks.add(new Block.Paragraph(voice.ofLength("roadmap.about", bucket)));
        blocks.add(new Block.Table(voice.say("roadmap.caption"),
                List.of(voice.text("column.try"), voice.number("column.lift.seen"), voice.number("column.needed")),
                confirmed.stream().limit(PRIORITIES).map(placed -> {
                    OptionalLong needed = Ranking.videosToTry(placed.finding());
                    return List.of(voice.advice(placed.finding(), bucket), voice.lift(placed.finding()),
                            needed.isEmpty() ? Voice.NONE : voice.numbers().whole(needed.getAsLong()));
                }).toList()));
        blocks.addAll(voice.others(PRIORITIES, confirmed.size()));
    }

    private void statistics() {
        if (findings.isEmpty()) {
            return;
        }
        blocks.add(voice.heading(1, "statistics"));
        blocks.add(voice.paragraph("statistics.about"));
        blocks.add(EvidenceTables.fullOfOne(findings.subList(0, Math.min(STATISTICS, findings.size())), voice));
        blocks.addAll(voice.others(STATISTICS, findings.size()));
        proxies();
    }

    /// Choices that go along with confirmed ones so closely that either may be the cause.
    private void proxies() {
        List<String> points = confirmed().stream().map(Ranking.Placed::finding)
                .filter(finding -> !finding.proxies().isEmpty())
                .map(finding -> voice.say("proxies.of", voice.choices().say(finding.choice(), bucket), String.join("; ",
                        finding.proxies().stream().map(choice -> voice.choices().say(choice, bucket)).toList())))
                .limit(PROXIES).toList();
        if (!points.isEmpty()) {
            blocks.add(voice.heading(2, "proxies"));
            blocks.add(new Block.Points(Block.Mark.DOT, points));
        }
    }
}

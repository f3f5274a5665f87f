package dev.upswell.brief.audience;

import dev.upswell.brief.AmongClients;
import dev.upswell.brief.Competitor;
import dev.upswell.brief.Material;
import dev.upswell.brief.NumberWords;
import dev.upswell.brief.Strategy;
import dev.upswell.brief.Transfer;
import dev.upswell.creative.DurationBucket;
import dev.upswell.document.Block;
import dev.upswell.document.Document;
import dev.upswell.pattern.BucketAnalysis;
import dev.upswell.pattern.Finding;
import dev.upswell.pattern.PatternAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// What an analysis found and what to test next, for who pays for it: two pages with all statistics.
///
/// What is not confirmed stands in a list of its own that says so.
public final class ClientBrief {

    private static final int PAGES = 2;
    /// Rows of statistics, and of what to test, whose room competitors, what carries over, trials and other clients each take.
    private static final int ASIDE = 1;
    private static final int FORMULAS = 3;
    private static final int PARTS = 3;
    private static final int COMPETITORS = 3;
    private static final int TRANSFERRED = 2;

    private final Material material;
    private final Most most;
    private final PatternAnalysis analysis;
    private final Voice voice;
    private final List<Ranking.Placed> confirmed;
    private final TrialResults results;
    private final List<Block> blocks = new ArrayList<>();

    /// How many of each there may be, and whether findings and lengths are drawn.
    private record Most(int findings, int roadmap, int untested, int statistics, int trials, boolean drawn,
            boolean lengths) {

        static Most of(Detail detail) {
            return switch (detail) {
                case FULL -> new Most(8, 8, 4, 12, 8, true, true);
                case AMPLE -> new Most(6, 6, 3, 9, 6, true, true);
                case MEDIUM -> new Most(5, 4, 2, 7, 4, true, false);
                case DRAWN -> new Most(4, 4, 2, 5, 3, true, false);
                case USUAL -> new Most(4, 4, 2, 5, 2, false, false);
            };
        }
    }

    private ClientBrief(Material material, Locale language, Detail detail) {
        this.material = material;
        most = Most.of(detail);
        analysis = material.analysis();
        voice = Voice.in(language, Audience.CLIENT);
        results = TrialResults.of(material, voice);
        confirmed = Ranking.byExpectedValue(analysis, finding -> finding.label().confirmed());
    }

    /// The document in this language as it fits its pages whatever was found.
    public static Document of(Material material, Locale language) {
        return of(material, language, Detail.USUAL);
    }

    /// The document in this language with as much detail.
    public static Document of(Material material, Locale language, Detail detail) {
        return new ClientBrief(material, language, detail).document();
    }

    private Document document() {
        blocks.add(figures());
        blocks.add(new Block.Paragraph(new Scope(material, voice).text()));
        findings();
        blocks.addAll(results.told(most.trials()));
        durations();
        amongClients();
        competitors();
        transfer();
        formulas();
        roadmap();
        untested();
        statistics();
        return new Document(voice.say("client.title", voice.subject(material.assignment().subject())),
                new Scope(material, voice).subtitle(), voice.language(), PAGES, blocks);
    }

    private Block.Figures figures() {
        List<BucketAnalysis> lengths = lengths();
        long enough = lengths.stream().filter(bucket -> bucket.depth() != BucketAnalysis.Depth.INSUFFICIENT).count();
        NumberWords numbers = voice.numbers();
        List<Block.Figure> figures = new ArrayList<>(List.of(
                new Block.Figure(numbers.whole(analysis.videos()), voice.say("figure.videos"), "")));
        if (!lengths.isEmpty() || analysis.buckets().isEmpty()) {
            figures.add(new Block.Figure(voice.say("pair.of", numbers.whole(enough), numbers.whole(lengths.size())),
                    voice.say("figure.lengths"), voice.say("figure.lengths.note")));
        }
        if (lengths.isEmpty()) {
            analysis.buckets().forEach(unknown -> figures.add(new Block.Figure(
                    numbers.percent(unknown.figures().mean()), voice.say("column.mean"),
                    voice.range(unknown.figures().interval()))));
        }
        figures.add(new Block.Figure(numbers.whole(analysis.tested()), voice.say("figure.tested"), ""));
        figures.add(new Block.Figure(numbers.whole(analysis.confirmed()), voice.say("figure.confirmed"), ""));
        return new Block.Figures(figures);
    }

    private List<BucketAnalysis> lengths() {
        return analysis.buckets().stream().filter(bucket -> bucket.bucket().isLength()).toList();
    }

    private void findings() {
        blocks.add(voice.heading(1, "findings"));
        if (confirmed.isEmpty()) {
            blocks.add(voice.callout(Block.Tone.WARNING, "missing.title", new Missing(analysis, voice).text()));
            return;
        }
        List<Ranking.Placed> first = confirmed.stream().limit(most.findings()).toList();
        if (most.drawn()) {
            blocks.add(EvidenceTables.lifts(first, voice));
            proxies(first);
        } else {
            blocks.add(new Block.Points(Block.Mark.DOT,
                    first.stream().map(placed -> voice.summed(placed.finding(), placed.bucket())).toList()));
        }
        blocks.addAll(voice.more(first.size(), confirmed.size()));
    }

    /// What else may be behind findings that are drawn.
    private void proxies(List<Ranking.Placed> drawn) {
        List<String> points = drawn.stream().filter(placed -> !placed.finding().proxies().isEmpty())
                .map(placed -> Voice.together(
                        voice.say("formula", voice.bucket(placed.bucket()),
                                voice.choices().say(placed.finding().choice(), placed.bucket())),
                        voice.proxies(placed.finding())))
                .toList();
        if (!points.isEmpty()) {
            blocks.add(new Block.Points(Block.Mark.DOT, points));
        }
    }

    private void durations() {
        blocks.add(voice.heading(1, "durations"));
        if (analysis.buckets().isEmpty()) {
            blocks.add(voice.paragraph("missing.videos"));
            return;
        }
        if (lengths().isEmpty()) {
            blocks.add(voice.paragraph("length.unknown.text"));
            return;
        }
        if (most.lengths()) {
            blocks.addAll(EvidenceTables.lengths(analysis, voice));
        }
        blocks.add(EvidenceTables.buckets(analysis, voice));
        blocks.add(voice.paragraph("duration.caution"));
    }

    /// Lengths of the analysis of which a benchmark may be told; all where nobody tells how long its videos are.
    private List<AmongClients.Length> clients() {
        AmongClients clients = material.beside().clients();
        return clients == null
                ? List.of()
                : clients.lengths().stream()
                        .filter(one -> lengths().isEmpty() || analysis.find(one.bucket()).isPresent()).toList();
    }

    private void amongClients() {
        if (clients().isEmpty()) {
            return;
        }
        voice.audience().mustRead(Statistic.BENCHMARK);
        NumberWords numbers = voice.numbers();
        blocks.add(voice.heading(1, "clients"));
        blocks.add(new Block.Table(voice.say("clients.caption"),
                List.of(voice.text("column.length"), voice.number("column.own"), voice.number("column.clients.middle"),
                        voice.number("column.clients.half"), voice.text("column.place"),
                        voice.number("column.clients"), voice.text("column.quarter")),
                clients().stream().map(one -> {
                    Double own = one.own();
                    AmongClients.Position position = one.position();
                    return List.of(voice.bucket(one.bucket()), own == null ? Voice.NONE : numbers.percent(own),
                            numbers.percent(one.median()),
                            voice.say("range", numbers.percent(one.lower()), numbers.percent(one.upper())),
                            position == null
                                    ? Voice.NONE
                                    : voice.say("place." + position.name().toLowerCase(Locale.ROOT)),
                            numbers.whole(one.atLeast()), numbers.date(one.quarter()));
                }).toList()));
    }

    private void competitors() {
        List<Competitor> competitors = material.assignment().competitors();
        if (competitors.isEmpty()) {
            return;
        }
        boolean noted = competitors.stream().anyMatch(competitor -> competitor.note() != null);
        List<Block.Column> columns = List.of(voice.text("column.handle"), voice.number("column.count"),
                voice.number("column.mean"), voice.text("column.note"));
        int shown = noted ? columns.size() : columns.size() - 1;
        blocks.add(voice.heading(1, "competitors"));
        blocks.add(new Block.Table(voice.say("competitors.caption"), columns.subList(0, shown), competitors.stream()
                .limit(COMPETITORS).map(competitor -> competitor(competitor).subList(0, shown)).toList()));
        blocks.addAll(voice.others(COMPETITORS, competitors.size()));
    }

    private List<String> competitor(Competitor competitor) {
        Integer videos = competitor.videos();
        Double engagement = competitor.engagement();
        String note = competitor.note();
        return List.of("@" + competitor.handle(), videos == null ? Voice.NONE : voice.numbers().whole(videos),
                engagement == null ? Voice.NONE : voice.numbers().percent(engagement), note == null ? "" : note);
    }

    private void transfer() {
        Transfer transfer = material.beside().transfer();
        if (transfer == null) {
            return;
        }
        blocks.add(voice.heading(1, "transfer"));
        if (transfer.universal().isEmpty()) {
            blocks.add(voice.paragraph("transfer.none", voice.numbers().whole(transfer.hashtags())));
            return;
        }
        blocks.add(voice.paragraph("transfer.some", voice.numbers().whole(transfer.hashtags())));
        blocks.add(new Block.Points(Block.Mark.DOT,
                transfer.universal().stream().limit(TRANSFERRED).map(voice.choices()::say).toList()));
        blocks.addAll(voice.others(TRANSFERRED, transfer.universal().size()));
    }

    /// What goes together in a video of one length: its confirmed patterns in the order of the video.
    private void formulas() {
        List<Ranking.Placed> standing = confirmed.stream().filter(placed -> placed.finding().good())
                .filter(placed -> !results.rejects(placed.finding(), placed.bucket())).toList();
        List<DurationBucket> buckets = standing.stream()
                .map(Ranking.Placed::bucket).distinct().limit(FORMULAS).toList();
        if (buckets.isEmpty()) {
            return;
        }
        blocks.add(voice.heading(1, "formulas"));
        blocks.add(voice.paragraph("formulas.about"));
        blocks.add(new Block.Points(Block.Mark.NUMBER,
                buckets.stream().map(bucket -> formula(bucket, standing)).toList()));
    }

    private String formula(DurationBucket bucket, List<Ranking.Placed> standing) {
        List<Finding> best = standing.stream().filter(placed -> placed.bucket() == bucket)
                .map(Ranking.Placed::finding).limit(PARTS).toList();
        return voice.say("formula", voice.bucket(bucket), String.join(". ", Flow.inOrder(best, bucket, voice).stream()
                .map(finding -> voice.advice(finding, bucket)).toList()));
    }

    private void roadmap() {
        List<Ranking.Placed> good = confirmed.stream().filter(placed -> placed.finding().good())
                .filter(placed -> !results.decides(placed.finding(), placed.bucket())).toList();
        if (good.isEmpty()) {
            return;
        }
        int roadmap = most.roadmap() - (results.trials().isEmpty() ? 0 : ASIDE);
        blocks.add(voice.heading(1, "roadmap"));
        blocks.add(voice.paragraph(lengths().isEmpty() ? "roadmap.about.unknown" : "roadmap.about"));
        if (!lengths().isEmpty() && good.stream().anyMatch(placed -> !placed.bucket().isLength())) {
            blocks.add(voice.paragraph("length.unknown.last"));
        }
        blocks.add(tests("roadmap.caption", good.subList(0, Math.min(roadmap, good.size()))));
        blocks.addAll(voice.more(roadmap, good.size()));
    }

    private void untested() {
        List<Ranking.Placed> open = Ranking.byExpectedValue(analysis,
                finding -> finding.good() && Strategy.worthTrying(finding));
        if (open.isEmpty()) {
            return;
        }
        int untested = most.untested() - (clients().isEmpty() ? 0 : ASIDE);
        blocks.add(voice.heading(1, "untested"));
        blocks.add(voice.paragraph("untested.about"));
        blocks.add(tests("untested.caption", open.subList(0, Math.min(untested, open.size()))));
        blocks.addAll(voice.more(untested, open.size()));
    }

    private Block.Table tests(String caption, List<Ranking.Placed> tests) {
        return new Block.Table(voice.say(caption),
                List.of(voice.text("column.try"), voice.text("column.length"), voice.number("column.lift.seen"),
                        voice.number("column.needed")),
                tests.stream().map(placed -> {
                    OptionalLong needed = Ranking.videosToTry(placed.finding());
                    return List.of(voice.advice(placed.finding(), placed.bucket()), voice.bucket(placed.bucket()),
                            voice.lift(placed.finding()),
                            needed.isEmpty() ? Voice.NONE : voice.numbers().whole(needed.getAsLong()));
                }).toList());
    }

    private void statistics() {
        if (confirmed.isEmpty()) {
            return;
        }
        int rows = most.statistics() - (material.assignment().competitors().isEmpty() ? 0 : ASIDE)
                - (material.beside().transfer() == null ? 0 : ASIDE) - (results.trials().isEmpty() ? 0 : ASIDE)
                - (clients().isEmpty() ? 0 : ASIDE);
        blocks.add(voice.heading(1, "statistics"));
        blocks.add(EvidenceTables.full(confirmed.subList(0, Math.min(rows, confirmed.size())), voice));
        blocks.addAll(voice.more(rows, confirmed.size()));
    }
}

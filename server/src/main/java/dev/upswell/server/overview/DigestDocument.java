package dev.upswell.server.overview;

import dev.upswell.document.Block;
import dev.upswell.document.Block.Column;
import dev.upswell.document.Block.Mark;
import dev.upswell.document.Block.Tone;
import dev.upswell.document.Document;
import dev.upswell.learn.Interval;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.ExplanationText;
import dev.upswell.server.trend.TrendTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a digest as a document of two pages: how videos did, now and over time; then what is next, what moves and what it cost.
final class DigestDocument {

    private static final int PAGES = 2;
    private static final int MOST_BARS = 10;
    private static final int LONGEST = 220;

    private final Spoken spoken;
    private final Locale language;
    private final Digest digest;

    private DigestDocument(Digest digest, Locale language, Spoken spoken) {
        this.digest = digest;
        this.language = language;
        this.spoken = spoken;
    }

    /// The document.
    ///
    /// @param title code of the title
    static Document of(Digest digest, String title, Locale language, Spoken spoken) {
        return new DigestDocument(digest, language, spoken).document(title);
    }

    private Document document(String title) {
        List<Block> blocks = new ArrayList<>();
        Kpis kpis = digest.kpis();
        if (kpis == null) {
            blocks.add(new Block.Callout(Tone.WARNING, spoken.say("overview.none.title"),
                    spoken.say("overview.none.text")));
        } else {
            indicators(blocks, kpis);
        }
        blocks.add(new Block.PageBreak());
        actions(blocks);
        moving(blocks);
        cost(blocks);
        blocks.add(heading("overview.reading"));
        blocks.add(new Block.Paragraph(spoken.say("overview.reading.text")));
        blocks.add(new Block.Callout(Tone.NEUTRAL, spoken.say("overview.notice.title"),
                digest.sender().isEmpty()
                        ? spoken.say("overview.notice.text")
                        : spoken.say("overview.notice.of", digest.sender())));
        String span = kpis == null
                ? spoken.say("overview.span.none", spoken.times().day(digest.at()))
                : spoken.say("overview.span", digest.days(), spoken.times().day(kpis.now().to()));
        return new Document(spoken.say(title), span, language, PAGES, blocks);
    }

    private Block heading(String code) {
        return new Block.Heading(1, spoken.say(code));
    }

    private void indicators(List<Block> blocks, Kpis kpis) {
        blocks.add(finding(kpis));
        blocks.add(new Block.Figures(Stream.of(Kpi.FYP_RATE, Kpi.SCORE, Kpi.V15, Kpi.VIDEOS)
                .map(kpi -> figure(kpis, kpi)).toList()));
        blocks.add(heading("overview.over"));
        blocks.add(beside());
        blocks.add(steps(kpis));
    }

    private Block finding(Kpis kpis) {
        Optional<Span.Measured> rate = kpis.now().find(Kpi.FYP_RATE);
        Interval interval = rate.map(Span.Measured::interval).orElse(null);
        if (rate.isEmpty() || interval == null) {
            return new Block.Callout(Tone.WARNING, spoken.say("overview.rate.none.title"),
                    spoken.say("overview.rate.none.text"));
        }
        OptionalDouble change = kpis.change(Kpi.FYP_RATE);
        String title = spoken.say("overview.rate.finding", spoken.figures().percent(rate.get().value()),
                spoken.figures().percentRange(interval.low(), interval.high()),
                spoken.figures().exact(rate.get().of()));
        return new Block.Callout(Tone.NEUTRAL, title, change.isEmpty()
                ? spoken.say("overview.rate.alone")
                : spoken.say("overview.rate.before", spoken.change(Kpi.FYP_RATE, change.getAsDouble()), digest.days()));
    }

    private Block.Figure figure(Kpis kpis, Kpi kpi) {
        String name = spoken.say("overview.kpi." + kpi.label());
        Optional<Span.Measured> now = kpis.now().find(kpi);
        if (now.isEmpty()) {
            return new Block.Figure("–", name, spoken.say("overview.kpi.none"));
        }
        OptionalDouble change = kpis.change(kpi);
        return new Block.Figure(spoken.value(kpi, now.get().value()), name, change.isEmpty()
                ? spoken.say("overview.kpi.of", spoken.figures().exact(now.get().of()))
                : spoken.say("overview.kpi.change", spoken.change(kpi, change.getAsDouble()),
                        spoken.figures().exact(now.get().of())));
    }

    private Block beside() {
        List<Column> columns = new ArrayList<>(List.of(new Column(spoken.say("overview.kpi"), false)));
        digest.beside().forEach(one -> columns.add(new Column(spoken.say("overview.days", one.days()), true)));
        return new Block.Table("", columns, Stream.of(Kpi.values()).map(kpi -> Stream.concat(
                Stream.of(spoken.say("overview.kpi." + kpi.label())),
                digest.beside().stream().map(one -> one.now().find(kpi)
                        .map(value -> spoken.value(kpi, value.value())).orElse("–")))
                .toList()).toList());
    }

    /// Steps without videos of which it can be told are left out, and so said under the picture.
    private Block steps(Kpis kpis) {
        List<Block.Bar> bars = new ArrayList<>();
        List<Span> steps = kpis.trend();
        for (Span step : steps.subList(Math.max(0, steps.size() - MOST_BARS), steps.size())) {
            step.find(Kpi.FYP_RATE).ifPresent(rate -> bars.add(new Block.Bar(spoken.times().day(step.to()),
                    rate.value() * 100, spoken.say("overview.rate.step", spoken.figures().percent(rate.value()),
                            spoken.figures().exact(rate.of())),
                    percent(rate.interval()))));
        }
        return bars.isEmpty()
                ? new Block.Paragraph(spoken.say("overview.rate.none.text"))
                : new Block.Bars(spoken.say("overview.rate.steps"), spoken.say("overview.rate.axis"), bars);
    }

    private static @Nullable Interval percent(@Nullable Interval share) {
        return share == null ? null : new Interval(share.low() * 100, share.high() * 100);
    }

    private void actions(List<Block> blocks) {
        blocks.add(heading("overview.actions"));
        blocks.add(digest.actions().isEmpty()
                ? new Block.Paragraph(spoken.say("overview.actions.none"))
                : new Block.Points(Mark.NUMBER, digest.actions().stream().map(this::action).toList()));
    }

    private String action(NextAction action) {
        String what = shortened(action.what());
        String why = shortened(action.why());
        var due = action.due();
        return due == null
                ? spoken.say("overview.action", what, action.who(), why)
                : spoken.say("overview.action.due", what, action.who(), spoken.times().day(due), why);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private void moving(List<Block> blocks) {
        blocks.add(heading("overview.moving"));
        if (digest.moving().isEmpty()) {
            blocks.add(new Block.Paragraph(spoken.say("overview.moving.none")));
            return;
        }
        blocks.add(new Block.Table("",
                List.of(new Column(spoken.say("overview.moving.hashtag"), false),
                        new Column(spoken.say("overview.moving.surge"), true),
                        new Column(spoken.say("overview.moving.why"), false)),
                digest.moving().stream().map(this::line).toList()));
    }

    private List<String> line(TrendTable.Line line) {
        Expected expected = line.expected();
        if (expected == null) {
            return List.of("#" + line.name(), "–", spoken.say("overview.moving.unscored"));
        }
        Double low = expected.low();
        Double high = expected.high();
        String surge = spoken.figures().percent(expected.probability());
        String why = new ExplanationText(spoken.words(), spoken.figures()).summary(expected.reasons());
        return List.of("#" + line.name(),
                low == null || high == null
                        ? surge
                        : surge + " (" + spoken.figures().percentRange(low, high) + ")",
                why == null ? spoken.say("overview.moving.unsaid") : shortened(why));
    }

    private void cost(List<Block> blocks) {
        Cost cost = digest.cost();
        blocks.add(heading("overview.cost"));
        var wording = cost.wording();
        List<String> lines = new ArrayList<>(List.of(wording == null
                ? spoken.say("overview.cost.wording.none")
                : spoken.say("overview.cost.wording", wording.stripTrailingZeros().toPlainString(), cost.currency())));
        if (cost.asked().isEmpty()) {
            lines.add(spoken.say("overview.cost.asked.none"));
        }
        for (Cost.Asked asked : cost.asked()) {
            Long charged = asked.charged();
            lines.add(charged == null
                    ? spoken.say("overview.cost.asked", asked.source(), spoken.figures().exact(asked.requests()))
                    : spoken.say("overview.cost.charged", asked.source(), spoken.figures().exact(asked.requests()),
                            spoken.figures().exact(charged)));
        }
        blocks.add(new Block.Points(Mark.DOT, lines));
    }
}

package dev.upswell.server.report.text;

import dev.upswell.document.Block;
import dev.upswell.learn.Interval;
import dev.upswell.server.report.QrCode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.DoubleStream;

/// Writes blocks as HTML without scripts and without styles of single elements.
final class HtmlBlocks {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final double WHOLE = 100;
    private static final int LOWEST = 6;

    private final Markup to;
    private final Locale language;
    private final int deeper;

    /// @param deeper by how many levels headings stand below those of a page of its own
    HtmlBlocks(Markup to, Locale language, int deeper) {
        this.to = to;
        this.language = language;
        this.deeper = deeper;
    }

    void write(List<Block> blocks) {
        blocks.forEach(this::write);
    }

    private void write(Block block) {
        switch (block) {
            case Block.Heading heading -> to.said("h" + Math.clamp(heading.level() + 1 + deeper, 1, LOWEST),
                    heading.text(), "dir", "auto");
            case Block.Paragraph paragraph -> to.said("p", paragraph.text(), "dir", "auto");
            case Block.Callout callout -> callout(callout);
            case Block.Points points -> points(points);
            case Block.Figures figures -> figures(figures);
            case Block.Table table -> table(table);
            case Block.Bars bars -> bars(bars);
            case Block.Timeline timeline -> timeline(timeline);
            case Block.Links links -> links(links);
            case Block.Columns columns -> {
                to.open("div", "class", "doc-columns");
                columns.columns().forEach(column -> {
                    to.open("div");
                    write(column);
                    to.close("div");
                });
                to.close("div");
            }
            case Block.PageBreak _ -> to.open("hr", "class", "doc-break");
        }
        to.line();
    }

    private void callout(Block.Callout callout) {
        to.open("div", "class", "doc-callout " + callout.tone().name().toLowerCase(Locale.ROOT), "role", "note");
        to.said("p", callout.title(), "class", "doc-title", "dir", "auto").said("p", callout.text(), "dir", "auto");
        to.close("div");
    }

    private void points(Block.Points points) {
        String list = points.mark() == Block.Mark.NUMBER ? "ol" : "ul";
        to.open(list, "class", "doc-list-" + points.mark().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        for (String point : points.points()) {
            to.open("li", "dir", "auto");
            switch (points.mark()) {
                case DO -> to.said("span", "✓", "class", "doc-mark", "aria-hidden", "true");
                case DO_NOT -> to.said("span", "✗", "class", "doc-mark", "aria-hidden", "true");
                case BOX -> to.said("span", "☐", "class", "doc-mark", "aria-hidden", "true");
                case DOT, NUMBER -> {
                    // The list has its own marks.
                }
            }
            to.text(point).close("li");
        }
        to.close(list);
    }

    private void figures(Block.Figures figures) {
        to.open("dl", "class", "doc-figures");
        for (Block.Figure figure : figures.figures()) {
            to.open("div").said("dt", figure.name()).said("dd", figure.value(), "class", "doc-value")
                    .said("dd", figure.note()).close("div");
        }
        to.close("dl");
    }

    private void table(Block.Table table) {
        if (table.caption().isBlank()) {
            to.open("div", "class", "scroll doc-scroll", "tabindex", "0");
        } else {
            to.open("div", "class", "scroll doc-scroll", "tabindex", "0", "role", "region", "aria-label",
                    table.caption());
        }
        to.open("table").said("caption", table.caption()).open("thead").open("tr");
        table.columns().forEach(column -> to.open("th", "scope", "col", "class", column.number() ? "doc-number" : "")
                .text(column.name()).close("th"));
        to.close("tr").close("thead").open("tbody");
        for (List<String> row : table.rows()) {
            to.open("tr");
            for (int at = 0; at < row.size(); at++) {
                to.open("td", "class", table.columns().get(at).number() ? "doc-number" : "", "dir", "auto")
                        .text(row.get(at)).close("td");
            }
            to.close("tr");
        }
        to.close("tbody").close("table").close("div");
    }

    private void bars(Block.Bars bars) {
        if (bars.bars().isEmpty()) {
            return;
        }
        Reach reach = Reach.of(bars.bars());
        to.open("table", "class", "doc-bars").said("caption", bars.caption()).open("tbody");
        for (Block.Bar bar : bars.bars()) {
            to.open("tr").open("th", "scope", "row", "dir", "auto").text(bar.name()).close("th").open("td");
            picture("doc-bar", 10);
            bar(bar, reach);
            to.close("svg").close("td").said("td", bar.shown(), "class", "doc-number").close("tr");
        }
        to.close("tbody").close("table").said("p", bars.axis(), "class", "doc-axis");
    }

    private void bar(Block.Bar bar, Reach reach) {
        double zero = reach.place(0);
        line("zero", zero, 0, zero, 10);
        if (!Double.isFinite(bar.value())) {
            return;
        }
        double end = reach.place(bar.value());
        box(bar.value() < 0 ? "below" : "above", Math.min(zero, end), 2, Math.abs(end - zero), 6);
        Interval interval = bar.interval();
        if (interval != null) {
            double low = reach.place(interval.low());
            double high = reach.place(interval.high());
            line("whisker", low, 5, high, 5);
            line("whisker", low, 3, low, 7);
            line("whisker", high, 3, high, 7);
        }
    }

    private void timeline(Block.Timeline timeline) {
        if (!(timeline.seconds() > 0)) {
            return;
        }
        to.open("table", "class", "doc-timeline").said("caption", timeline.caption()).open("tbody");
        for (Block.Track track : timeline.tracks()) {
            to.open("tr").open("th", "scope", "row").text(track.name()).close("th").open("td");
            picture("doc-lane", 6);
            track.spans().forEach(span -> box("span", place(span.from(), timeline), 0,
                    Math.max(0.6, place(span.to(), timeline) - place(span.from(), timeline) - 0.4), 6));
            to.close("svg").open("ul");
            track.spans().forEach(span -> to.open("li", "dir", "auto")
                    .said("b", Seconds.of(span, language) + " s").text(" " + span.text()).close("li"));
            to.close("ul").close("td").close("tr");
        }
        to.close("tbody").close("table");
    }

    private static double place(double second, Block.Timeline timeline) {
        return Math.clamp(second / timeline.seconds(), 0, 1) * WHOLE;
    }

    private void picture(String kind, int height) {
        to.open("svg", "class", kind, "viewBox", "0 0 100 " + height, "preserveAspectRatio", "none", "aria-hidden",
                "true", "focusable", "false");
    }

    private void box(String kind, double x, double y, double width, double height) {
        to.open("rect", "class", kind, "x", number(x), "y", number(y), "width", number(width), "height",
                number(height)).close("rect");
    }

    private void line(String kind, double x1, double y1, double x2, double y2) {
        to.open("line", "class", kind, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2))
                .close("line");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private void links(Block.Links links) {
        to.open("ul", "class", "doc-links");
        for (Block.Link link : links.links()) {
            to.open("li");
            QrCode.of(link.target()).ifPresent(this::code);
            if (leadsSomewhere(link.target())) {
                to.open("a", "href", link.target().toASCIIString(), "rel", "noopener noreferrer").text(link.text())
                        .close("a");
            } else {
                to.text(link.text());
            }
            to.said("span", link.target().toString(), "class", "doc-address").close("li");
        }
        to.close("ul");
    }

    /// Addresses of other kinds could run something when they are clicked.
    private static boolean leadsSomewhere(URI target) {
        String scheme = target.getScheme();
        return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    }

    private void code(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (QrCode.Bar bar : code.bars()) {
            path.append('M').append(bar.from()).append(' ').append(bar.row()).append('h').append(bar.width())
                    .append("v1h-").append(bar.width()).append('z');
        }
        String size = String.valueOf(code.size());
        to.open("svg", "class", "doc-code", "viewBox", "0 0 " + size + " " + size, "aria-hidden", "true", "focusable",
                "false").open("rect", "width", size, "height", size, "fill", "#fff").close("rect")
                .open("path", "d", path.toString(), "fill", "#000").close("path").close("svg");
    }

    /// From where to where bars reach.
    private record Reach(double low, double high) {

        static Reach of(List<Block.Bar> bars) {
            double low = 0;
            double high = 0;
            for (double end : bars.stream().flatMapToDouble(Reach::ends).filter(Double::isFinite).toArray()) {
                low = Math.min(low, end);
                high = Math.max(high, end);
            }
            return new Reach(low, high > low ? high : low + 1);
        }

        private static DoubleStream ends(Block.Bar bar) {
            Interval interval = bar.interval();
            return interval == null
                    ? DoubleStream.of(bar.value())
                    : DoubleStream.of(bar.value(), interval.low(), interval.high());
        }

        double place(double value) {
            return Math.clamp((value - low) / (high - low), 0, 1) * WHOLE;
        }
    }
}

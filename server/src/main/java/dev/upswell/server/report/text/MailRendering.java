package dev.upswell.server.report.text;

import dev.upswell.document.Block;
import dev.upswell.document.Document;
import dev.upswell.learn.Interval;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.Rendering;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes documents as HTML for mails and for what else shows little of it: tables in place of layout, styles at each element, no script,
/// no picture, and nothing that is fetched.
public final class MailRendering implements Rendering {

    private static final String FONT = "font-family:Arial,Helvetica,sans-serif;";
    private static final String TEXT = FONT + "font-size:14px;line-height:21px;color:#0f172a;";
    private static final String CELL = "padding:6px 8px;border-bottom:1px solid #dde4ee;vertical-align:top;";
    private static final int BAR = 240;

    @Override
    public byte[] of(Document document, Branding branding, LocalDate made) {
        Markup to = new Markup();
        to.raw("<!doctype html>\n").open("html", "lang", document.language().toLanguageTag()).open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .said("title", document.title()).close("head")
                .open("body", "style", "margin:0;padding:0;background:#f5f7fa;");
        table(to, "100%", "").open("tr").open("td", "align", "center", "style", "padding:16px;");
        table(to, "640",
                "max-width:640px;background:#ffffff;border-top:4px solid " + branding.palette().primary() + ";")
                .open("tr").open("td", "style", "padding:24px;");
        new Parts(to, branding, document.language()).write(document, made);
        to.close("td").close("tr").close("table").close("td").close("tr").close("table").close("body").close("html")
                .line();
        return to.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Markup table(Markup to, String width, String style) {
        return to.open("table", "role", "presentation", "width", width, "cellpadding", "0", "cellspacing", "0",
                "border", "0", "style", "border-collapse:collapse;" + style);
    }

    /// What stands in the one column of a mail.
    private record Parts(Markup to, Branding branding, Locale language) {

        void write(Document document, LocalDate made) {
            String day = made.format(DateTimeFormatter.ofPattern("d MMMM uuuu", language));
            to.said("h1", document.title(), "style", FONT + "margin:0 0 4px;font-size:22px;color:" + primary() + ";");
            paragraph(document.subtitle());
            muted(branding.name().isEmpty() ? day : branding.name() + " · " + day);
            document.blocks().forEach(this::block);
            muted(branding.confidentiality());
            if (branding.watermark()) {
                to.said("p", branding.name(), "style", FONT + "margin:24px 0 0;font-size:28px;letter-spacing:4px;"
                        + "text-align:center;color:#e2e8f0;");
            }
        }

        private String primary() {
            return branding.palette().primary().toString();
        }

        private void paragraph(String text) {
            to.said("p", text, "style", TEXT + "margin:0 0 12px;").line();
        }

        private void muted(String text) {
            to.said("p", text, "style",
                    FONT + "margin:0 0 16px;font-size:12px;color:" + branding.palette().muted() + ";")
                    .line();
        }

        private void block(Block block) {
            switch (block) {
                case Block.Heading heading -> to.said(heading.level() == 1 ? "h2" : "h3", heading.text(), "style",
                        FONT + "margin:20px 0 8px;font-size:" + (heading.level() == 1 ? 17 : 15) + "px;color:"
                                + primary() + ";");
                case Block.Paragraph paragraph -> paragraph(paragraph.text());
                case Block.Callout callout -> callout(callout);
                case Block.Points points -> points(points);
                case Block.Figures figures -> figures(figures);
                case Block.Table table -> cells(table);
                case Block.Bars bars -> bars(bars);
                case Block.Timeline timeline -> timeline(timeline);
                case Block.Links links -> links.links().forEach(this::link);
                case Block.Columns columns -> columns.columns().forEach(column -> column.forEach(this::block));
                case Block.PageBreak() -> {
                    // A mail has no pages.
                }
            }
        }

        private void callout(Block.Callout callout) {
            String colour = (switch (callout.tone()) {
                case NEUTRAL -> branding.palette().primary();
                case GOOD -> branding.palette().good();
                case WARNING -> branding.palette().warning();
            }).toString();
            table(to, "100%", "margin:0 0 12px;background:#eef2f7;border-left:4px solid " + colour + ";").open("tr")
                    .open("td", "style", TEXT + "padding:10px 12px;").said("b", callout.title()).open("br")
                    .text(callout.text()).close("td").close("tr").close("table").line();
        }

        private void points(Block.Points points) {
            String list = points.mark() == Block.Mark.NUMBER ? "ol" : "ul";
            to.open(list, "style", TEXT + "margin:0 0 12px;padding-left:24px;");
            for (String point : points.points()) {
                to.said("li", sign(points.mark()) + point, "style", "margin:0 0 6px;");
            }
            to.close(list).line();
        }

        private static String sign(Block.Mark mark) {
            return switch (mark) {
                case DO -> "✓ ";
                case DO_NOT -> "✗ ";
                case BOX -> "☐ ";
                case DOT, NUMBER -> "";
            };
        }

        private void figures(Block.Figures figures) {
            table(to, "100%", "margin:0 0 12px;").open("tr");
            for (Block.Figure figure : figures.figures()) {
                to.open("td", "valign", "top", "style",
                        TEXT + "padding:8px;background:#eef2f7;border:2px solid #ffffff;")
                        .said("div", figure.value(), "style",
                                "font-size:20px;line-height:26px;font-weight:bold;color:" + primary() + ";")
                        .said("b", figure.name()).said("div", figure.note(), "style", "font-size:12px;").close("td");
            }
            to.close("tr").close("table").line();
        }

        private void cells(Block.Table table) {
            to.said("p", table.caption(), "style", TEXT + "margin:0 0 4px;font-weight:bold;");
            to.open("table", "width", "100%", "cellpadding", "0", "cellspacing", "0", "border", "0", "style",
                    TEXT + "border-collapse:collapse;margin:0 0 12px;").open("tr");
            for (Block.Column column : table.columns()) {
                to.open("th", "scope", "col", "align", side(column), "style", CELL + "background:#eef2f7;")
                        .text(column.name()).close("th");
            }
            to.close("tr");
            for (List<String> row : table.rows()) {
                to.open("tr");
                for (int at = 0; at < row.size(); at++) {
                    to.open("td", "align", side(table.columns().get(at)), "style", CELL).text(row.get(at)).close("td");
                }
                to.close("tr");
            }
            to.close("table").line();
        }

        private static String side(Block.Column column) {
            return column.number() ? "right" : "left";
        }

        /// Bars of what is below zero have no length: their number says it.
        private void bars(Block.Bars bars) {
            double most = bars.bars().stream().mapToDouble(Block.Bar::value).filter(Double::isFinite).max().orElse(0);
            to.said("p", bars.caption(), "style", TEXT + "margin:0 0 4px;font-weight:bold;");
            table(to, "100%", "margin:0 0 4px;");
            for (Block.Bar bar : bars.bars()) {
                long width = most > 0 && bar.value() > 0 ? Math.max(1, Math.round(BAR * bar.value() / most)) : 0;
                to.open("tr").open("td", "style", TEXT + "padding:2px 8px 2px 0;").text(bar.name()).close("td")
                        .open("td", "width", String.valueOf(BAR), "style", "padding:2px 0;");
                if (width > 0) {
                    table(to, String.valueOf(width), "").open("tr").open("td", "height", "10", "bgcolor",
                            primary(), "style", "font-size:1px;line-height:10px;").text("\u00a0").close("td")
                            .close("tr").close("table");
                }
                to.close("td").open("td", "align", "right", "style", TEXT + "padding:2px 0 2px 8px;")
                        .text(bar.shown() + within(bar.interval())).close("td").close("tr");
            }
            to.close("table");
            muted(bars.axis());
        }

        /// The interval in numbers, as there is no whisker.
        private String within(@Nullable Interval interval) {
            return interval == null
                    ? ""
                    : String.format(language, " (%.1f–%.1f)", interval.low(), interval.high());
        }

        private void timeline(Block.Timeline timeline) {
            to.said("p", timeline.caption(), "style", TEXT + "margin:0 0 4px;font-weight:bold;");
            for (Block.Track track : timeline.tracks()) {
                to.said("p", track.name(), "style", TEXT + "margin:0;font-weight:bold;");
                to.open("ul", "style", TEXT + "margin:0 0 12px;padding-left:24px;");
                track.spans().forEach(
                        span -> to.said("li", Seconds.of(span, language) + " s: " + span.text()));
                to.close("ul").line();
            }
        }

        /// The address in letters: whether it can be clicked is the business of what shows it.
        private void link(Block.Link link) {
            paragraph(link.text() + ": " + link.target());
        }
    }
}

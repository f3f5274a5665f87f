package dev.upswell.server.report.text;

import dev.upswell.document.Block;
import dev.upswell.document.Document;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.Rendering;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes documents as Markdown: CommonMark with tables. What text says by chance is never taken for markup.
public final class MarkdownRendering implements Rendering {

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>|~&]");
    private static final Pattern AT_BEGIN = Pattern.compile("^(#{1,6}(?=\\s|$)|[-+=](?=\\s|[-=]|$))");
    private static final Pattern NUMBER_AT_BEGIN = Pattern.compile("^(\\d{1,9})([.)])");

    private static final int LOWEST = 6;

    @Override
    public byte[] of(Document document, Branding branding, LocalDate made) {
        List<String> parts = new ArrayList<>();
        parts.add("# " + line(document.title()));
        if (!document.subtitle().isBlank()) {
            parts.add(line(document.subtitle()));
        }
        parts.add((branding.name().isEmpty() ? "" : line(branding.name()) + ", ") + made);
        document.blocks().forEach(block -> add(parts, block));
        if (!branding.confidentiality().isEmpty()) {
            parts.add("*" + line(branding.confidentiality()) + "*");
        }
        return (parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n")) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void add(List<String> parts, Block block) {
        switch (block) {
            case Block.Heading heading ->
                parts.add("#".repeat(Math.clamp(heading.level() + 1, 2, LOWEST)) + " " + line(heading.text()));
            case Block.Paragraph paragraph -> parts.add(line(paragraph.text()));
            case Block.Callout callout -> parts.add(callout(callout));
            case Block.Points points -> parts.add(points(points));
            case Block.Figures figures -> parts.add(figures.figures().stream().map(MarkdownRendering::figure)
                    .collect(Collectors.joining("\n")));
            case Block.Table table -> {
                parts.add(caption(table.caption()));
                parts.add(table(table.columns(), table.rows()));
            }
            case Block.Bars bars -> bars(parts, bars);
            case Block.Timeline timeline -> timeline(parts, timeline);
            case Block.Links links -> parts.add(links.links().stream()
                    .map(link -> "- [" + line(link.text()) + "](<" + link.target().toASCIIString() + ">)")
                    .collect(Collectors.joining("\n")));
            case Block.Columns columns -> columns.columns()
                    .forEach(column -> column.forEach(inner -> add(parts, inner)));
            case Block.PageBreak _ -> parts.add("---");
        }
    }

    private static String callout(Block.Callout callout) {
        return callout.title().isBlank()
                ? "> " + line(callout.text())
                : "> **" + line(callout.title()) + "**"
                        + (callout.text().isBlank() ? "" : "\n>\n> " + line(callout.text()));
    }

    private static String points(Block.Points points) {
        return IntStream.range(0, points.points().size()).mapToObj(at -> switch (points.mark()) {
            case DOT -> "- ";
            case NUMBER -> at + 1 + ". ";
            case DO -> "- ✓ ";
            case DO_NOT -> "- ✗ ";
            case BOX -> "- [ ] ";
        } + line(points.points().get(at))).collect(Collectors.joining("\n"));
    }

    private static String figure(Block.Figure figure) {
        return "- **" + line(figure.value()) + "** " + inline(figure.name())
                + (figure.note().isBlank() ? "" : " (" + inline(figure.note()) + ")");
    }

    private static String caption(String text) {
        return text.isBlank() ? "" : "**" + line(text) + "**";
    }

    private static void bars(List<String> parts, Block.Bars bars) {
        parts.add(caption(bars.caption()));
        parts.add(table(List.of(new Block.Column("", false), new Block.Column(bars.axis(), true)),
                bars.bars().stream().map(bar -> List.of(bar.name(), bar.shown())).toList()));
    }

    private static void timeline(List<String> parts, Block.Timeline timeline) {
        parts.add(caption(timeline.caption()));
        parts.add(table(
                List.of(new Block.Column("", false), new Block.Column("s", true), new Block.Column("", false)),
                timeline.tracks().stream()
                        .flatMap(track -> track.spans().stream()
                                .map(span -> List.of(track.name(), Seconds.of(span, Locale.ROOT), span.text())))
                        .toList()));
    }

    private static String table(List<Block.Column> columns, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(row(columns.stream().map(Block.Column::name).toList()));
        lines.add("|" + columns.stream().map(column -> column.number() ? " ---: |" : " --- |")
                .collect(Collectors.joining()));
        rows.forEach(row -> lines.add(row(row)));
        return rows.isEmpty() && columns.isEmpty() ? "" : String.join("\n", lines);
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> " " + inline(cell) + " |").collect(Collectors.joining("", "|", ""));
    }

    /// Text that stands at the begin of a line.
    private static String line(String text) {
        String inline = inline(text);
        return NUMBER_AT_BEGIN.matcher(AT_BEGIN.matcher(inline).replaceFirst("\\\\$1")).replaceFirst("$1\\\\$2");
    }

    private static String inline(String text) {
        return MARKUP.matcher(text.strip().replaceAll("\\s+", " ")).replaceAll("\\\\$0");
    }
}

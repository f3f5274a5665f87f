package dev.upswell.brief;

import dev.upswell.document.Block;
import dev.upswell.document.Document;
import java.util.List;
import java.util.stream.Stream;

/// What a reader of a document reads, piece by piece.
final class DocumentText {

    private DocumentText() {
    }

    static List<String> of(Document document) {
        return Stream.concat(Stream.of(document.title(), document.subtitle()),
                document.blocks().stream().flatMap(DocumentText::of)).filter(text -> !text.isEmpty()).toList();
    }

    static String joined(Document document) {
        return String.join("\n", of(document));
    }

    static Stream<String> of(Block block) {
        return switch (block) {
            case Block.Heading heading -> Stream.of(heading.text());
            case Block.Paragraph paragraph -> Stream.of(paragraph.text());
            case Block.Callout callout -> Stream.of(callout.title(), callout.text());
            case Block.Points points -> points.points().stream();
            case Block.Figures figures -> figures.figures().stream()
                    .flatMap(figure -> Stream.of(figure.value(), figure.name(), figure.note()));
            case Block.Table table -> Stream.of(Stream.of(table.caption()),
                    table.columns().stream().map(Block.Column::name), table.rows().stream().flatMap(List::stream))
                    .flatMap(part -> part);
            case Block.Bars bars -> Stream.concat(Stream.of(bars.caption(), bars.axis()),
                    bars.bars().stream().flatMap(bar -> Stream.of(bar.name(), bar.shown())));
            case Block.Timeline timeline -> Stream.concat(Stream.of(timeline.caption()), timeline.tracks().stream()
                    .flatMap(track -> Stream.concat(Stream.of(track.name()),
                            track.spans().stream().map(Block.Span::text))));
            case Block.Links links -> links.links().stream().map(Block.Link::text);
            case Block.Columns columns -> columns.columns().stream().flatMap(List::stream).flatMap(DocumentText::of);
            case Block.PageBreak _ -> Stream.of();
        };
    }

    private static Stream<Block> flat(Block block) {
        return block instanceof Block.Columns columns
                ? columns.columns().stream().flatMap(List::stream).flatMap(DocumentText::flat)
                : Stream.of(block);
    }

    /// Texts that stand under a heading, until the next one of its level or above.
    static List<String> under(Document document, String heading) {
        List<Block> blocks = document.blocks().stream().flatMap(DocumentText::flat).toList();
        for (int at = 0; at < blocks.size(); at++) {
            if (blocks.get(at) instanceof Block.Heading found && found.text().equals(heading)) {
                int end = at + 1;
                while (end < blocks.size()
                        && !(blocks.get(end) instanceof Block.Heading next && next.level() <= found.level())) {
                    end++;
                }
                return blocks.subList(at + 1, end).stream().flatMap(DocumentText::of).toList();
            }
        }
        throw new AssertionError("no heading " + heading + " in " + of(document));
    }
}

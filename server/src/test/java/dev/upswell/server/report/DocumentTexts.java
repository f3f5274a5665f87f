package dev.upswell.server.report;

import dev.upswell.document.Block;
import dev.upswell.document.Document;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All words of a document, whatever the format.
public final class DocumentTexts {

    private DocumentTexts() {
    }

    public static String of(Document document) {
        return document.title() + "\n" + document.subtitle() + "\n"
                + texts(document.blocks()).collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(List<Block> blocks) {
        return blocks.stream().flatMap(DocumentTexts::texts);
    }

    private static Stream<String> texts(Block block) {
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
            case Block.Timeline timeline -> Stream.concat(Stream.of(timeline.caption()),
                    timeline.tracks().stream().flatMap(track -> Stream.concat(Stream.of(track.name()),
                            track.spans().stream().map(Block.Span::text))));
            case Block.Links links -> links.links().stream()
                    .flatMap(link -> Stream.of(link.text(), link.target().getPath()));
            case Block.Columns columns -> columns.columns().stream().flatMap(DocumentTexts::texts);
            case Block.PageBreak _ -> Stream.of();
        };
    }
}

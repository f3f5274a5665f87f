package dev.upswell.server.report.pdf;

import dev.upswell.document.Block;
import java.util.ArrayList;
import java.util.List;

/// Makes pieces of a given width out of blocks.
final class Composer {

    private static final float NARROWEST_COLUMN = 110;

    private final Print print;

    Composer(Print print) {
        this.print = print;
    }

    /// The blocks below each other, with room between them.
    List<Piece> pieces(List<Block> blocks, float width) {
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            if (block instanceof Block.Heading heading && !pieces.isEmpty()) {
                pieces.add(new Piece.Space(print.scale().gap() * (heading.level() == 1 ? 0.7f : 0.3f)));
            }
            List<Piece> made = new ArrayList<>(pieces(block, width));
            if (introduces(blocks, at) && made.getLast() instanceof Piece.Drawn last) {
                made.set(made.size() - 1, last.stayingWithNext(true));
            }
            pieces.addAll(made);
            if (!made.isEmpty() && !(block instanceof Block.PageBreak)) {
                pieces.add(new Piece.Space(print.scale().gap() * (block instanceof Block.Heading ? 0.45f : 1)));
            }
        }
        return pieces;
    }

    /// Whether a block is a sentence between a heading and what it speaks of, which must not stand at the end of a page.
    private static boolean introduces(List<Block> blocks, int at) {
        return at > 0 && at < blocks.size() - 1 && blocks.get(at) instanceof Block.Paragraph
                && blocks.get(at - 1) instanceof Block.Heading && switch (blocks.get(at + 1)) {
                    case Block.Heading next -> next.level() > 1;
                    case Block.Points _,Block.Table _,Block.Bars _,Block.Timeline _,Block.Links _,Block.Callout _,Block.Figures _,Block.Columns _ ->
                        true;
                    case Block.Paragraph _,Block.PageBreak _ -> false;
                };
    }

    private List<Piece> pieces(Block block, float width) {
        return switch (block) {
            case Block.Heading heading -> new Texts(print).heading(heading, width);
            case Block.Paragraph paragraph -> new Texts(print).paragraph(paragraph, width);
            case Block.Callout callout -> new Callouts(print).pieces(callout, width);
            case Block.Points points -> new PointList(print).pieces(points, width);
            case Block.Figures figures -> new FigureRows(print).pieces(figures, width);
            case Block.Table table -> new Tables(print).pieces(table, width);
            case Block.Bars bars -> new BarChart(print).pieces(bars, width);
            case Block.Timeline timeline -> new TimelinePicture(print).pieces(timeline, width);
            case Block.Links links -> new LinkCards(print).pieces(links, width);
            case Block.Columns columns -> columns(columns, width);
            case Block.PageBreak _ -> List.of(new Piece.Break());
        };
    }

    private List<Piece> columns(Block.Columns columns, float width) {
        List<List<Block>> filled = columns.columns().stream().filter(column -> !column.isEmpty()).toList();
        float between = print.scale().body() * 1.8f;
        float each = (width - between * (filled.size() - 1)) / Math.max(1, filled.size());
        if (each < NARROWEST_COLUMN) {
            return filled.stream().flatMap(column -> pieces(column, width).stream()).toList();
        }
        List<Stack> stacks = filled.stream()
                .map(column -> new Stack(withoutLastSpace(pieces(column, each)))).toList();
        return stacks.isEmpty() ? List.of() : List.of(new SideBySide(stacks, each + between));
    }

    private static List<Piece> withoutLastSpace(List<Piece> pieces) {
        int end = pieces.size();
        while (end > 0 && pieces.get(end - 1).isSpace()) {
            end--;
        }
        return pieces.subList(0, end);
    }
}

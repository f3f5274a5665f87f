package dev.upswell.server.report.pdf;

import dev.upswell.document.Block;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.util.ArrayList;
import java.util.List;

/// Sets text that must be seen: on a tinted ground, with a bar at its left.
final class Callouts {

    private static final float BAR = 3;

    private final Print print;

    Callouts(Print print) {
        this.print = print;
    }

    List<Piece> pieces(Block.Callout callout, float width) {
        float pad = print.scale().pad();
        float room = width - BAR - 2 * pad;
        Colour colour = colour(callout.tone());
        List<Piece> inside = new ArrayList<>();
        float size = print.scale().body();
        if (!callout.title().isBlank()) {
            inside.addAll(new Texts(print).lines(print.lines(callout.title(), Weight.BOLD, size, room), Weight.BOLD,
                    size, Colour.INK, 0));
        }
        int titles = inside.size();
        if (!callout.text().isBlank()) {
            inside.addAll(new Texts(print).lines(print.lines(callout.text(), Weight.REGULAR, size, room),
                    Weight.REGULAR, size, Colour.INK, 0));
        }
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < inside.size(); at++) {
            Piece line = inside.get(at);
            float above = at == 0 ? pad * 0.8f : 0;
            float below = at == inside.size() - 1 ? pad * 0.8f : 0;
            float height = line.height() + above + below;
            boolean stays = line.staysWithNext() || at < titles && at < inside.size() - 1;
            pieces.add(new Piece.Drawn(height, line.says(), stays, null, (pen, x, y) -> {
                pen.box(Print.tint(colour), x, y, width, height);
                pen.box(colour, x, y, BAR, height);
                line.draw(pen, x + BAR + pad, y + above);
            }));
        }
        return pieces;
    }

    private Colour colour(Block.Tone tone) {
        return switch (tone) {
            case NEUTRAL -> print.palette().primary();
            case GOOD -> print.palette().good();
            case WARNING -> print.palette().warning();
        };
    }
}

package dev.upswell.server.report.pdf;

import dev.upswell.document.Block;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Sets links beside their codes; all of a card can be clicked.
final class LinkCards {

    private static final float NARROWEST = 150;
    private static final int MOST = 3;
    private static final Pattern SCHEME = Pattern.compile("^https?://(www\\.)?");
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final float CODE = 19 * MILLIMETRE;

    private final Print print;

    LinkCards(Print print) {
        this.print = print;
    }

    private record Card(Block.Link link, List<String> words, List<String> address) {
    }

    List<Piece> pieces(Block.Links links, float width) {
        int across = Math.clamp((int) (width / NARROWEST), 1, MOST);
        float between = print.scale().gap();
        float each = (width - between * (across - 1)) / across;
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < links.links().size(); from += across) {
            List<Card> row = links.links().subList(from, Math.min(from + across, links.links().size())).stream()
                    .map(link -> card(link, each)).toList();
            if (from > 0) {
                pieces.add(new Piece.Space(between * 0.6f));
            }
            pieces.add(row(row, each, between));
        }
        return pieces;
    }

    private Card card(Block.Link link, float width) {
        float room = width - (QrCode.holds(link.target()) ? CODE + print.scale().pad() : 0);
        return new Card(link, print.lines(link.text(), Weight.BOLD, print.scale().small(), room),
                address(link.target(), room));
    }

    /// The address without its scheme, broken behind slashes where there is one.
    private List<String> address(URI target, float room) {
        String text = SCHEME.matcher(target.toString()).replaceFirst("");
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : text.split("(?<=/)")) {
            if (!line.isEmpty() && print.width(line + part, Weight.REGULAR, address()) > room) {
                lines.addAll(print.lines(line, Weight.REGULAR, address(), room));
                line = "";
            }
            line += part;
        }
        lines.addAll(print.lines(line, Weight.REGULAR, address(), room));
        return lines;
    }

    private float address() {
        return print.scale().small() * 0.86f;
    }

    private float height(Card card) {
        float texts = print.height(card.words(), print.scale().small()) + print.height(card.address(), address());
        return QrCode.holds(card.link().target()) ? Math.max(CODE, texts) : texts;
    }

    private Piece row(List<Card> cards, float each, float between) {
        float height = 0;
        for (Card card : cards) {
            height = Math.max(height, height(card));
        }
        return new Piece.Drawn(height, cards.getFirst().link().text(), (pen, x, y) -> {
            for (int at = 0; at < cards.size(); at++) {
                draw(pen, cards.get(at), x + at * (each + between), y, each);
            }
        });
    }

    private void draw(Pen pen, Card card, float x, float y, float width) {
        float left = x;
        if (QrCode.holds(card.link().target())) {
            QrCode.of(card.link().target()).draw(pen, x, y, CODE);
            left += CODE + print.scale().pad();
        }
        float words = print.height(card.words(), print.scale().small());
        print.draw(pen, card.words(), Weight.BOLD, print.scale().small(), Colour.INK, left, y);
        print.draw(pen, card.address(), Weight.REGULAR, address(), print.palette().primary(), left, y + words);
        pen.link(card.link().target(), x, y, width, height(card));
    }
}

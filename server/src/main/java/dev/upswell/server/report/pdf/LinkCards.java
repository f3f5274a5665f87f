package dev.upswell.server.report.pdf;

import dev.upswell.document.Block;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.QrCode;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /// @param code null where the address is too long for one
    private record Card(Block.Link link, @Nullable QrCode code, List<String> words, List<String> address) {
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
        QrCode code = QrCode.of(link.target()).orElse(null);
        float room = width - (code == null ? 0 : CODE + print.scale().pad());
        return new Card(link, code, print.lines(link.text(), Weight.BOLD, print.scale().small(), room),
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
        return card.code() == null ? texts : Math.max(CODE, texts);
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
        QrCode code = card.code();
        if (code != null) {
            draw(pen, code, x, y);
            left += CODE + print.scale().pad();
        }
        float words = print.height(card.words(), print.scale().small());
        print.draw(pen, card.words(), Weight.BOLD, print.scale().small(), Colour.INK, left, y);
        print.draw(pen, card.address(), Weight.REGULAR, address(), print.palette().primary(), left, y + words);
        pen.link(card.link().target(), x, y, width, height(card));
    }

    private static void draw(Pen pen, QrCode code, float x, float y) {
        float square = CODE / code.size();
        pen.box(Colour.WHITE, x, y, CODE, CODE);
        pen.raw(to -> {
            to.setNonStrokingColor(0f);
            for (QrCode.Bar bar : code.bars()) {
                to.addRect(x + bar.from() * square, Pen.fromBottom(y + (bar.row() + 1) * square), bar.width() * square,
                        square);
            }
            to.fill();
        });
    }
}

package dev.upswell.server.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pieces below each other, and as many of them as there is room for.
///
/// @param pieces from the top down
record Stack(List<Piece> pieces) {

    /// Rounding of floats.
    private static final float HAIR = 0.01f;

    Stack {
        pieces = List.copyOf(pieces);
    }

    /// What stands in a room, and what does not.
    record Filled(Stack placed, Stack rest) {
    }

    float height() {
        float sum = 0;
        for (Piece piece : pieces) {
            sum += piece.height();
        }
        return sum;
    }

    void draw(Pen pen, float x, float y) {
        float at = y;
        for (Piece piece : pieces) {
            piece.draw(pen, x, at);
            at += piece.height();
        }
    }

    /// Fills a room from its top; chains of pieces that stay together are parted only where they are higher than the room.
    Filled fill(float room) {
        List<Piece> placed = new ArrayList<>();
        float used = 0;
        int next = skipSpaces(0);
        while (next < pieces.size()) {
            if (pieces.get(next) instanceof Piece.Break) {
                return new Filled(new Stack(placed), rest(next + 1, null));
            }
            int end = chainEnd(next);
            float height = new Stack(pieces.subList(next, end)).height();
            if (used + height <= room + HAIR) {
                placed.addAll(pieces.subList(next, end));
                used += height;
                next = end;
                continue;
            }
            return overfull(placed, next, end, room - used);
        }
        return new Filled(new Stack(placed), new Stack(List.of()));
    }

    private Filled overfull(List<Piece> placed, int next, int end, float room) {
        boolean first = placed.isEmpty();
        int last = end - 1;
        Stack before = new Stack(pieces.subList(next, last));
        Optional<Piece.Cut> cut = pieces.get(last).cut(room - before.height());
        if (cut.isPresent()) {
            placed.addAll(before.pieces());
            placed.add(cut.get().first());
            return new Filled(new Stack(placed), rest(end, cut.get().rest()));
        }
        if (first && last > next) {
            float left = room;
            while (next < last && pieces.get(next).height() <= left + HAIR) {
                left -= pieces.get(next).height();
                placed.add(pieces.get(next));
                next++;
            }
        }
        return new Filled(new Stack(placed), rest(next, null));
    }

    private Stack rest(int from, @Nullable Piece begun) {
        List<Piece> rest = new ArrayList<>();
        if (begun != null) {
            repeat(rest, begun);
            rest.add(begun);
            rest.addAll(pieces.subList(from, pieces.size()));
            return new Stack(rest);
        }
        int start = skipSpaces(from);
        if (start < pieces.size()) {
            repeat(rest, pieces.get(start));
        }
        rest.addAll(pieces.subList(start, pieces.size()));
        return new Stack(rest);
    }

    private static void repeat(List<Piece> rest, Piece first) {
        Piece again = first.repeated();
        if (again != null) {
            rest.add(again);
        }
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < pieces.size() && pieces.get(at).isSpace()) {
            at++;
        }
        return at;
    }

    /// Where a chain ends that begins with a piece: behind the first piece that need not stay with the next.
    private int chainEnd(int from) {
        int at = from;
        while (at < pieces.size() - 1 && (pieces.get(at).staysWithNext() || chained(from, at))
                && !(pieces.get(at + 1) instanceof Piece.Break)) {
            at++;
        }
        return at + 1;
    }

    /// Space behind a piece that stays with the next belongs to the chain.
    private boolean chained(int from, int at) {
        int before = at;
        while (before > from && pieces.get(before).isSpace()) {
            before--;
        }
        return before < at && pieces.get(before).staysWithNext();
    }
}

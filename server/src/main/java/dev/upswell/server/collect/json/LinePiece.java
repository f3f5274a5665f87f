package dev.upswell.server.collect.json;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.row.Piece;
import dev.upswell.server.collect.row.RawRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Whole lines of JSON: sound items stay text where they may, all else becomes a tree.
final class LinePiece implements Piece {

    private final byte[] text;
    private final int to;
    private final boolean cutOff;
    private final boolean plain;
    private final Damage damage;

    /// @param text the lines, with a line end at `to` whether the last had one or not
    /// @param cutOff whether the last line breaks off with the file
    /// @param plain whether items may stay text
    LinePiece(byte[] text, int to, boolean cutOff, boolean plain, Damage damage) {
        this.text = text;
        this.to = to;
        this.cutOff = cutOff;
        this.plain = plain;
        this.damage = damage;
    }

    @Override
    public Rows rows() {
        List<RawRow> rows = new ArrayList<>();
        PlainScan scan = new PlainScan();
        long line = 0;
        int from = 0;
        while (from < to) {
            int end = from;
            PlainItem item = plain ? scan.scan(text, from) : null;
            if (item == null) {
                while (text[end] != '\n') {
                    end++;
                }
                closer(rows, from, end, ++line);
            } else {
                end = item.end();
                rows.add(new RawRow.Json(new Position(rows.size() + 1L, ++line), item));
            }
            from = end + 1;
        }
        return new Rows(rows, line);
    }

    @Override
    public long bytes() {
        return text.length;
    }

    private void closer(List<RawRow> rows, int from, int end, long line) {
        String whole = new String(text, from, end - from, StandardCharsets.UTF_8);
        damage.countReplaced(whole.chars().filter(c -> c == '\uFFFD').count());
        boolean cut = whole.length() > RowBounds.JSON_ITEM;
        LineItems.read(new BoundedLines.Line(line, cut ? whole.substring(0, RowBounds.JSON_ITEM) : whole, cut),
                rows.size(), cutOff && end == to, rows::add);
    }
}

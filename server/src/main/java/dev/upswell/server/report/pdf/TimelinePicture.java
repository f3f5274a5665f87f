package dev.upswell.server.report.pdf;

import dev.upswell.document.Block;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/// Draws what happens over a video: a lane for each track, over an axis of seconds.
///
/// A span too narrow for its words bears a number, and its words stand below the picture.
final class TimelinePicture {

    private static final float HAIR = 0.4f;
    private static final int MOST_LINES = 3;
    private static final float ROUND = 2.5f;

    private final Print print;

    TimelinePicture(Print print) {
        this.print = print;
    }

    /// A span as it is drawn.
    ///
    /// @param lines its words, or its number
    /// @param note its words where they stand below; empty where they stand in it
    private record Box(Block.Span span, List<String> lines, String note) {
    }

    private record Lane(String name, List<Box> boxes) {
    }

    private record Layout(Axis axis, float from, float width) {

        float x(double second) {
            return from + (float) axis.place(second) * (width - from);
        }
    }

    List<Piece> pieces(Block.Timeline timeline, float width) {
        List<Piece> pieces = new ArrayList<>(new Texts(print).caption(timeline.caption(), width));
        if (!(timeline.seconds() > 0) || timeline.tracks().isEmpty()) {
            return pieces;
        }
        float names = 0;
        for (Block.Track track : timeline.tracks()) {
            names = Math.max(names, print.width(track.name(), Weight.BOLD, size()));
        }
        Layout layout = new Layout(Axis.until(timeline.seconds()), Math.min(names, width * 0.22f) + print.scale().pad(),
                width);
        List<String> notes = new ArrayList<>();
        for (int at = 0; at < timeline.tracks().size(); at++) {
            Lane lane = lane(timeline.tracks().get(at), layout, notes);
            pieces.add(lane(lane, layout, at));
        }
        pieces.add(foot(layout, notes.isEmpty()));
        notes.forEach(note -> pieces.addAll(new Texts(print).lines(
                print.lines(note, Weight.REGULAR, size(), width - layout.from()), Weight.REGULAR, size(), Colour.INK,
                layout.from())));
        return pieces;
    }

    private float size() {
        return print.scale().small() * 0.94f;
    }

    private Lane lane(Block.Track track, Layout layout, List<String> notes) {
        List<Box> boxes = new ArrayList<>();
        for (Block.Span span : track.spans()) {
            float room = layout.x(span.to()) - layout.x(span.from()) - 6;
            if (fits(span.text(), room)) {
                boxes.add(new Box(span, print.lines(span.text(), Weight.REGULAR, size(), room), ""));
            } else {
                String number = String.valueOf(notes.size() + 1);
                String note = number + " · " + seconds(span) + " · " + span.text();
                notes.add(note);
                boxes.add(new Box(span, List.of(number), note));
            }
        }
        return new Lane(track.name(), boxes);
    }

    private boolean fits(String text, float room) {
        for (String word : text.split("\\s+")) {
            if (print.width(word, Weight.REGULAR, size()) > room) {
                return false;
            }
        }
        return print.lines(text, Weight.REGULAR, size(), room).size() <= MOST_LINES;
    }

    private String seconds(Block.Span span) {
        NumberFormat format = NumberFormat.getNumberInstance(print.language());
        format.setMaximumFractionDigits(1);
        return format.format(span.from()) + "–" + format.format(span.to()) + " s";
    }

    private Piece lane(Lane lane, Layout layout, int number) {
        List<String> name = print.lines(lane.name(), Weight.BOLD, size(), layout.from() - print.scale().pad());
        int most = Math.max(name.size(), lane.boxes().stream().mapToInt(box -> box.lines().size()).max().orElse(1));
        float inside = most * print.scale().leading(size()) + 4;
        float height = inside + 4;
        return new Piece.Drawn(height, lane.name(), true, null, (pen, x, y) -> {
            for (double mark : layout.axis().marks()) {
                float at = x + layout.x(mark);
                pen.line(print.palette().muted().mixed(Colour.WHITE, 0.3), HAIR, at, y, at, y + height);
            }
            print.draw(pen, name, Weight.BOLD, size(), Colour.INK, x,
                    y + (height - print.height(name, size())) / 2);
            lane.boxes().forEach(box -> box(pen, box, layout, colour(number), x, y + 2, inside));
        });
    }

    private Colour colour(int number) {
        List<Colour> colours = List.of(print.palette().primary(), print.palette().good(), print.palette().warning(),
                print.palette().muted());
        return colours.get(number % colours.size());
    }

    private void box(Pen pen, Box box, Layout layout, Colour colour, float x, float y, float height) {
        float from = x + layout.x(box.span().from()) + 0.5f;
        float width = Math.max(2, x + layout.x(box.span().to()) - 0.5f - from);
        pen.roundBox(colour.mixed(Colour.WHITE, 0.22), ROUND, from, y, width, height);
        pen.box(colour, from, y + height - 1.5f, width, 1.5f);
        float text = y + (height - print.height(box.lines(), size())) / 2;
        if (box.note().isEmpty()) {
            print.draw(pen, box.lines(), Weight.REGULAR, size(), Colour.INK, from + 2.5f, text);
        } else {
            String number = box.lines().getFirst();
            float half = print.width(number, Weight.BOLD, size()) / 2;
            float middle = Math.clamp(from + width / 2, x + layout.from() + half, x + layout.width() - half);
            pen.textAround(number, Weight.BOLD, size(), Colour.INK, middle, print.baseline(text, size()));
        }
    }

    private Piece foot(Layout layout, boolean last) {
        float size = size();
        float height = print.scale().leading(size) + (last ? 0 : 3);
        Colour muted = print.palette().muted();
        return new Piece.Drawn(height, "", !last, null, (pen, x, y) -> {
            pen.line(muted, HAIR, x + layout.from(), y, x + layout.width(), y);
            for (double mark : layout.axis().marks()) {
                String text = layout.axis().written(mark, print.language()) + " s";
                float half = print.width(text, Weight.REGULAR, size) / 2;
                float at = Math.clamp(x + layout.x(mark), x + layout.from() + half, x + layout.width() - half);
                pen.textAround(text, Weight.REGULAR, size, muted, at, print.baseline(y, size));
            }
        });
    }
}

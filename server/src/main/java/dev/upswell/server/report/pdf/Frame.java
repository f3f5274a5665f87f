package dev.upswell.server.report.pdf;

import dev.upswell.document.Document;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.Logo;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/// What stands around the text of each page: head, foot and watermark.
final class Frame {

    /// Free room at either side, 15 mm.
    static final float SIDE = 42.5f;
    /// Width of the text.
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * SIDE;

    private static final float TOP = 40;
    private static final float FOOT = 34;
    private static final float LOGO_WIDTH = 130;
    private static final float LOGO_HEIGHT = 36;
    private static final float TITLE = 19;
    private static final float SUBTITLE = 10.5f;
    private static final float SMALL = 8;
    private static final float THOUSAND = 1000;
    private static final float LATER_HEAD = 24;
    private static final float MARK_SIZE = 84;
    private static final double MARK_ANGLE = Math.toRadians(52);

    private final Document document;
    private final Branding branding;
    private final LocalDate made;
    private final Print print;
    private final @Nullable PDImageXObject picture;
    private final List<String> title;
    private final List<String> subtitle;

    Frame(PDDocument file, Document document, Branding branding, LocalDate made, Print print) {
        this.document = document;
        this.branding = branding;
        this.made = made;
        this.print = print;
        this.picture = picture(file, branding.logo());
        float room = WIDTH - (picture == null ? 0 : LOGO_WIDTH + 16);
        this.title = print.lines(document.title(), Weight.BOLD, TITLE, room);
        this.subtitle = document.subtitle().isBlank()
                ? List.of()
                : print.lines(document.subtitle(), Weight.REGULAR, SUBTITLE, room);
    }

    private static @Nullable PDImageXObject picture(PDDocument file, @Nullable Logo logo) {
        if (logo == null) {
            return null;
        }
        try {
            return PDImageXObject.createFromByteArray(file, logo.bytes(), "logo");
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /// Where the text of a page begins.
    float top(int page) {
        return page == 1 ? TOP + firstHead() + 12 : TOP + LATER_HEAD;
    }

    /// How high the text of a page may be.
    float room(int page) {
        return PDRectangle.A4.getHeight() - FOOT - 18 - top(page);
    }

    private float firstHead() {
        float texts = print.height(title, TITLE) + print.height(subtitle, SUBTITLE)
                + (sender().isEmpty() ? 0 : print.scale().leading(SMALL));
        return Math.max(texts, picture == null ? 0 : LOGO_HEIGHT) + 6;
    }

    /// Draws what stands behind and around the text.
    void draw(Pen pen, int page, int pages) {
        if (branding.watermark()) {
            watermark(pen);
        }
        if (page == 1) {
            firstHead(pen);
        } else {
            laterHead(pen);
        }
        foot(pen, page, pages);
    }

    private void firstHead(Pen pen) {
        Colour primary = branding.palette().primary();
        print.draw(pen, title, Weight.BOLD, TITLE, primary, SIDE, TOP);
        float below = TOP + print.height(title, TITLE);
        print.draw(pen, subtitle, Weight.REGULAR, SUBTITLE, Colour.INK, SIDE, below);
        below += print.height(subtitle, SUBTITLE);
        pen.text(sender(), Weight.REGULAR, SMALL, branding.palette().muted(), SIDE, print.baseline(below, SMALL));
        if (picture != null) {
            float scale = Math.min(LOGO_WIDTH / picture.getWidth(), LOGO_HEIGHT / picture.getHeight());
            float width = picture.getWidth() * scale;
            pen.image(picture, SIDE + WIDTH - width, TOP + 2, width, picture.getHeight() * scale);
        }
        pen.box(primary, SIDE, TOP + firstHead(), WIDTH, 2);
    }

    /// Who sends it and when it was made; the day is not said twice.
    private String sender() {
        String day = made.format(DateTimeFormatter.ofPattern("d MMMM uuuu", document.language()));
        return Stream.of(branding.name(), document.subtitle().endsWith(" " + day) ? "" : day)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private void laterHead(Pen pen) {
        float room = WIDTH - print.width(branding.name(), Weight.REGULAR, SMALL) - 12;
        List<String> lines = print.lines(document.title(), Weight.BOLD, SMALL, room);
        String line = lines.size() == 1 ? lines.getFirst() : lines.getFirst() + " …";
        pen.text(line, Weight.BOLD, SMALL, branding.palette().primary(), SIDE, print.baseline(TOP - 4, SMALL));
        pen.textTo(branding.name(), Weight.REGULAR, SMALL, branding.palette().muted(), SIDE + WIDTH,
                print.baseline(TOP - 4, SMALL));
        pen.line(branding.palette().primary(), 0.6f, SIDE, TOP + 10, SIDE + WIDTH, TOP + 10);
    }

    private void foot(Pen pen, int page, int pages) {
        float y = PDRectangle.A4.getHeight() - FOOT;
        Colour muted = branding.palette().muted();
        pen.line(muted.mixed(Colour.WHITE, 0.4), 0.4f, SIDE, y - 8, SIDE + WIDTH, y - 8);
        String number = page + (document.language().getLanguage().equals("id") ? " dari " : " of ") + pages;
        pen.textTo(number, Weight.REGULAR, SMALL, muted, SIDE + WIDTH, y + 2);
        pen.text(branding.confidentiality(), Weight.REGULAR, SMALL, muted, SIDE, y + 2);
    }

    /// The name across the page as outlines, which are no text that could be selected.
    private void watermark(Pen pen) {
        float longest = PDRectangle.A4.getHeight() * 0.72f;
        float natural = print.width(branding.name(), Weight.BOLD, MARK_SIZE);
        float size = MARK_SIZE * Math.min(1, longest / natural);
        Colour pale = branding.palette().muted().mixed(Colour.WHITE, 0.09);
        AffineTransform place = new AffineTransform();
        place.translate(PDRectangle.A4.getWidth() / 2, PDRectangle.A4.getHeight() / 2);
        place.rotate(MARK_ANGLE);
        place.translate(-natural * size / MARK_SIZE / 2, -size * 0.35);
        pen.raw(to -> {
            to.setNonStrokingColor(pale.red() / 255f, pale.green() / 255f, pale.blue() / 255f);
            double along = 0;
            for (Fonts.Run run : print.fonts().runs(branding.name(), Weight.BOLD)) {
                along = outline(to, run, place, size, along);
            }
            to.fill();
        });
    }

    private static double outline(PDPageContentStream to, Fonts.Run run, AffineTransform place, float size,
            double from) throws IOException {
        PDType0Font font = run.font();
        double along = from;
        for (int point : run.text().codePoints().toArray()) {
            String letter = Character.toString(point);
            byte[] code = font.encode(letter);
            int glyph = ((code[0] & 0xff) << 8) | (code[1] & 0xff);
            GeneralPath path = font.getNormalizedPath(glyph);
            AffineTransform all = new AffineTransform(place);
            all.translate(along, 0);
            all.scale(size / THOUSAND, size / THOUSAND);
            path.transform(all);
            trace(to, path);
            along += font.getStringWidth(letter) / THOUSAND * size;
        }
        return along;
    }

    private static void trace(PDPageContentStream to, GeneralPath path) throws IOException {
        float[] at = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator parts = path.getPathIterator(null); !parts.isDone(); parts.next()) {
            switch (parts.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> to.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> to.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> {
                    to.curveTo(x + (at[0] - x) * 2 / 3, y + (at[1] - y) * 2 / 3, at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3, at[2], at[3]);
                    at[0] = at[2];
                    at[1] = at[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    to.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                    at[0] = at[4];
                    at[1] = at[5];
                }
                default -> to.closePath();
            }
            x = at[0];
            y = at[1];
        }
    }
}

package dev.upswell.server.report.pdf;

import dev.upswell.document.Document;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.Rendering;
import dev.upswell.server.report.ReportRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// Sets documents on A4.
///
/// A document that would fill more pages than it may is set in smaller print, in three steps down to 8.5 points; when that does not
/// help it is refused with what there is no room for. The same document, branding and day give the same bytes.
public final class PdfRendering implements Rendering {

    @Override
    public byte[] of(Document document, Branding branding, LocalDate made) {
        try (PDDocument file = new PDDocument()) {
            Fonts fonts = new Fonts(file);
            Layout layout = layout(file, document, branding, made, fonts);
            for (int page = 1; page <= layout.pages().size(); page++) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                file.addPage(sheet);
                try (Pen pen = new Pen(file, sheet, fonts)) {
                    layout.frame().draw(pen, page, layout.pages().size());
                    layout.pages().get(page - 1).draw(pen, Frame.SIDE, layout.frame().top(page));
                }
            }
            return saved(file, document, branding, made);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Whether a document fits its pages with room to spare: in print that could still be smaller.
    public static boolean fits(Document document) {
        try (PDDocument file = new PDDocument()) {
            Print print = new Print(new Fonts(file), Scale.SPARING, Branding.USUAL.palette(), document.language());
            Frame frame = new Frame(file, document, Branding.USUAL, LocalDate.EPOCH, print);
            return pages(document, frame, new Composer(print)).size() <= document.mostPages();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private record Layout(Frame frame, List<Stack> pages) {
    }

    private static Layout layout(PDDocument file, Document document, Branding branding, LocalDate made, Fonts fonts) {
        Layout layout = null;
        for (Scale scale : Scale.STEPS) {
            Print print = new Print(fonts, scale, branding.palette(), document.language());
            Frame frame = new Frame(file, document, branding, made, print);
            layout = new Layout(frame, pages(document, frame, new Composer(print)));
            if (layout.pages().size() <= document.mostPages()) {
                return layout;
            }
        }
        List<Stack> pages = layout == null ? List.of() : layout.pages();
        throw ReportRefused.tooLong(document.title(), pages.size(), document.mostPages(),
                says(pages.get(document.mostPages())));
    }

    private static String says(Stack page) {
        return page.pieces().stream().map(Piece::says).filter(said -> !said.isBlank()).findFirst().orElse("");
    }

    private static List<Stack> pages(Document document, Frame frame, Composer composer) {
        List<Stack> pages = new ArrayList<>();
        Stack rest = new Stack(composer.pieces(document.blocks(), Frame.WIDTH));
        while (!rest.pieces().stream().allMatch(Piece::isSpace)) {
            Stack.Filled filled = rest.fill(frame.room(pages.size() + 1));
            if (isStuck(rest, filled.rest())) {
                throw ReportRefused.tooHigh(document.title(), says(rest));
            }
            if (!filled.placed().pieces().isEmpty()) {
                pages.add(filled.placed());
            }
            rest = filled.rest();
        }
        if (pages.isEmpty()) {
            pages.add(rest);
        }
        return pages;
    }

    /// Whether a page took nothing: names of columns that are repeated can make up for what it took otherwise.
    private static boolean isStuck(Stack before, Stack after) {
        return after.pieces().size() >= before.pieces().size() && after.height() >= before.height();
    }

    private static byte[] saved(PDDocument file, Document document, Branding branding, LocalDate made)
            throws IOException {
        Calendar day = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        day.clear();
        day.set(made.getYear(), made.getMonthValue() - 1, made.getDayOfMonth());
        PDDocumentInformation about = file.getDocumentInformation();
        about.setTitle(document.title());
        about.setSubject(document.subtitle());
        about.setAuthor(branding.name().isEmpty() ? "Upswell" : branding.name());
        about.setProducer("Upswell");
        about.setCreationDate(day);
        about.setModificationDate(day);
        file.getDocumentCatalog().setLanguage(document.language().toLanguageTag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        file.getDocumentCatalog().setViewerPreferences(preferences);
        file.setDocumentId(0L);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }
}

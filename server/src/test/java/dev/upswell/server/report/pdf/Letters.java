package dev.upswell.server.report.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Where each letter of a page stands, as far as it reaches over its line.
final class Letters extends PDFTextStripper {

    private final List<Rectangle2D> letters = new ArrayList<>();

    private Letters() {
    }

    static List<Rectangle2D> on(PDDocument file, PDPage page) throws IOException {
        Letters letters = new Letters();
        int number = file.getPages().indexOf(page) + 1;
        letters.setStartPage(number);
        letters.setEndPage(number);
        letters.getText(file);
        return letters.letters;
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        float high = letter.getFontSizeInPt() * 0.6f;
        letters.add(new Rectangle2D.Float(letter.getX(), letter.getY() - high, letter.getWidth(), high));
        super.processTextPosition(letter);
    }
}

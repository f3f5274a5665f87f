package dev.upswell.server.report.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import dev.upswell.server.report.Colour;
import java.net.URI;
import java.util.Map;

/// An address as squares that a phone reads.
///
/// **edge cases** no code of an address that is too long for one, about 2,300 letters.
final class QrCode {

    private static final int LONGEST = 2300;
    private static final float QUIET = 2;

    private final BitMatrix squares;

    private QrCode(BitMatrix squares) {
        this.squares = squares;
    }

    static boolean holds(URI target) {
        return target.toASCIIString().length() <= LONGEST;
    }

    static QrCode of(URI target) {
        try {
            return new QrCode(new QRCodeWriter().encode(target.toASCIIString(), BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M)));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("address (" + target + ") must fit into a code", tooLong);
        }
    }

    /// Draws it with a quiet border; rows of dark squares as one box each, so that no seams are seen between them.
    void draw(Pen pen, float x, float y, float size) {
        float square = size / (squares.getWidth() + 2 * QUIET);
        pen.box(Colour.WHITE, x, y, size, size);
        pen.raw(to -> {
            to.setNonStrokingColor(0f);
            for (int row = 0; row < squares.getHeight(); row++) {
                for (int from = 0; from < squares.getWidth(); from++) {
                    int end = from;
                    while (end < squares.getWidth() && squares.get(end, row)) {
                        end++;
                    }
                    if (end > from) {
                        to.addRect(x + (QUIET + from) * square, Pen.fromBottom(y + (QUIET + row + 1) * square),
                                (end - from) * square, square);
                        from = end;
                    }
                }
            }
            to.fill();
        });
    }
}

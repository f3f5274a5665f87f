package dev.upswell.server.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An address as squares that a phone reads, with a light rim of two squares around them.
public final class QrCode {

    private static final int LONGEST = 2300;
    private static final int RIM = 2;

    private final BitMatrix squares;

    private QrCode(BitMatrix squares) {
        this.squares = squares;
    }

    /// Dark squares beside each other in one row.
    public record Bar(int row, int from, int width) {
    }

    /// The code of an address; empty when it is longer than a code holds, about 2,300 letters.
    public static Optional<QrCode> of(URI target) {
        String text = target.toASCIIString();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
                    Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M))));
        } catch (WriterException tooLong) {
            return Optional.empty();
        }
    }

    /// How many squares it is wide and high, with its rim.
    public int size() {
        return squares.getWidth() + 2 * RIM;
    }

    /// Where it is dark, as few bars as possible, so that no seams are seen between squares.
    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (int row = 0; row < squares.getHeight(); row++) {
            int from = 0;
            while (from < squares.getWidth()) {
                int end = from;
                while (end < squares.getWidth() && squares.get(end, row)) {
                    end++;
                }
                if (end > from) {
                    bars.add(new Bar(row + RIM, from + RIM, end - from));
                }
                from = end + 1;
            }
        }
        return bars;
    }
}

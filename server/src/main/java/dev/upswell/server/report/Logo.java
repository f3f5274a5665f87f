package dev.upswell.server.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// A picture that stands for a tenant, PNG or JPEG.
///
/// @param width of the picture in dots
/// @param height of the picture in dots
public record Logo(byte[] bytes, Kind kind, int width, int height) {

    /// How large a file may be.
    public static final int LARGEST = 500 * 1000;

    private static final int MOST_DOTS = 4000;

    /// How the picture is kept.
    public enum Kind {
        PNG,
        JPEG;

        /// As HTTP names it.
        public String mediaType() {
            return "image/" + name().toLowerCase(Locale.ROOT);
        }
    }

    public Logo {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Refuses a file before it is read.
    ///
    /// **errors** [ReportRefused] when it has more bytes than a logo may
    public static void requireSize(long bytes) {
        if (bytes > LARGEST) {
            throw ReportRefused.logo("The logo has " + bytes + " bytes: " + LARGEST + " at most.");
        }
    }

    /// Reads a picture by decoding all of it.
    ///
    /// **errors** [ReportRefused] when it is too large, no PNG or JPEG, or damaged.
    public static Logo read(byte[] bytes) {
        requireSize(bytes.length);
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw notAPicture();
            }
            return decoded(bytes, readers.next(), stream);
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
            throw ReportRefused.logo("The logo cannot be read to its end: " + damaged.getMessage() + ".");
        }
    }

    private static Logo decoded(byte[] bytes, ImageReader reader, ImageInputStream stream) throws IOException {
        try {
            Kind kind = switch (reader.getFormatName().toLowerCase(Locale.ROOT)) {
                case "png" -> Kind.PNG;
                case "jpeg" -> Kind.JPEG;
                default -> throw notAPicture();
            };
            reader.setInput(stream);
            if (reader.getWidth(0) > MOST_DOTS || reader.getHeight(0) > MOST_DOTS) {
                throw ReportRefused.logo("The logo has " + reader.getWidth(0) + " × " + reader.getHeight(0)
                        + " dots: " + MOST_DOTS + " either way at most.");
            }
            BufferedImage image = reader.read(0);
            return new Logo(bytes, kind, image.getWidth(), image.getHeight());
        } finally {
            reader.dispose();
        }
    }

    private static ReportRefused notAPicture() {
        return ReportRefused.logo("The logo is neither a PNG nor a JPEG.");
    }
}

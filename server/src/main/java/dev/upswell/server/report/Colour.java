package dev.upswell.server.report;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A colour of a screen or a page.
///
/// **range** each part 0 to 255
public record Colour(int red, int green, int blue) {

    /// The paper.
    public static final Colour WHITE = new Colour(255, 255, 255);
    /// Running text.
    public static final Colour INK = new Colour(15, 23, 42);

    private static final Pattern WRITTEN = Pattern.compile("#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})");
    private static final int HEX = 16;
    private static final double MOST = 255;

    /// Reads `#1E3A8A`; empty when it is written otherwise.
    public static Optional<Colour> read(String text) {
        Matcher parts = WRITTEN.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new Colour(Integer.parseInt(parts.group(1), HEX), Integer.parseInt(parts.group(2), HEX),
                        Integer.parseInt(parts.group(3), HEX)))
                : Optional.empty();
    }

    /// This colour as far as `share`, the other one for the rest.
    ///
    /// @param share 0 to 1
    public Colour mixed(Colour other, double share) {
        return new Colour(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    private static int mix(int one, int other, double share) {
        return (int) Math.round(one * share + other * (1 - share));
    }

    /// How far two colours stand apart for the eye, from 1 to 21: text is read well from 4.5 on.
    ///
    /// **source** WCAG 2.2, contrast ratio
    public double contrast(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / MOST;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /// This colour, or as much nearer to `ink` as lets text in it be read on a ground.
    public Colour readable(Colour ground, Colour ink) {
        Colour nearer = this;
        for (double share = 0.95; share > 0 && nearer.contrast(ground) < Branding.READABLE; share -= 0.05) {
            nearer = mixed(ink, share);
        }
        return nearer;
    }

    /// As it is written in style sheets, for example `#1E3A8A`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02X%02X%02X", red, green, blue);
    }
}

package dev.upswell.server.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the documents of a tenant look.
///
/// @param name of the sender; empty where none was said
/// @param palette its colours
/// @param confidentiality line at the foot of each page; empty for none
/// @param watermark whether the name stands faintly across each page
/// @param logo null where none was given
public record Branding(String name, Palette palette, String confidentiality, boolean watermark, @Nullable Logo logo) {

    /// Contrast from which text is read well.
    public static final double READABLE = 4.5;
    /// How long a name may be.
    public static final int LONGEST_NAME = 60;
    /// How long a confidentiality line may be.
    public static final int LONGEST_LINE = 120;

    private static final int AFTER_COMMA = 100;

    /// Of a tenant that said nothing.
    public static final Branding USUAL = new Branding("", Palette.USUAL, "", false, null);

    /// Four colours.
    ///
    /// @param primary of headings and bars; white text stands on it
    /// @param muted of what is said beside
    /// @param good of what is to be done
    /// @param warning of what needs care
    public record Palette(Colour primary, Colour muted, Colour good, Colour warning) {

        /// Blue, slate, green and amber.
        public static final Palette USUAL = new Palette(new Colour(0x1E, 0x3A, 0x8A), new Colour(0x64, 0x74, 0x8B),
                new Colour(0x10, 0xB9, 0x81), new Colour(0xF5, 0x9E, 0x0B));
    }

    /// **errors** [ReportRefused] that names everything that is wrong.
    public Branding {
        List<String> wrong = new ArrayList<>();
        name = name.strip();
        confidentiality = confidentiality.strip();
        tooLong(wrong, "The name", name, LONGEST_NAME);
        tooLong(wrong, "The confidentiality line", confidentiality, LONGEST_LINE);
        if (watermark && name.isEmpty()) {
            wrong.add("The watermark shows the name, which is missing.");
        }
        pale(wrong, "primary", palette.primary(), "white text stands on it");
        pale(wrong, "muted", palette.muted(), "captions are written in it on white");
        if (!wrong.isEmpty()) {
            throw ReportRefused.branding(wrong);
        }
    }

    private static void tooLong(List<String> wrong, String what, String text, int longest) {
        if (text.length() > longest) {
            wrong.add(what + " has " + text.length() + " characters: " + longest + " at most.");
        }
    }

    private static void pale(List<String> wrong, String part, Colour colour, String why) {
        double contrast = colour.contrast(Colour.WHITE);
        if (contrast < READABLE) {
            wrong.add("Colour " + part + " (" + colour + ") has a contrast of "
                    + Math.floor(contrast * AFTER_COMMA) / AFTER_COMMA + " with white: at least " + READABLE
                    + " is needed, because " + why + ".");
        }
    }

    /// The same with another logo, or none.
    public Branding withLogo(@Nullable Logo other) {
        return new Branding(name, palette, confidentiality, watermark, other);
    }
}

package dev.upswell.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A branding as somebody writes it; what is left out stays as it is.
///
/// @param primary as #1E3A8A, like the other colours
/// @param watermark whether the name stands across each page
public record BrandingDraft(@Nullable String name, @Nullable String primary, @Nullable String muted,
        @Nullable String good, @Nullable String warning, @Nullable String confidentiality,
        @Nullable Boolean watermark) {

    /// The branding with what is written here in place of what was there.
    ///
    /// **errors** [ReportRefused] that names everything that is wrong.
    public Branding over(Branding former) {
        List<String> wrong = new ArrayList<>();
        Branding.Palette palette = new Branding.Palette(
                colour(wrong, "primary", primary, former.palette().primary()),
                colour(wrong, "muted", muted, former.palette().muted()),
                colour(wrong, "good", good, former.palette().good()),
                colour(wrong, "warning", warning, former.palette().warning()));
        if (!wrong.isEmpty()) {
            throw ReportRefused.branding(wrong);
        }
        return new Branding(name == null ? former.name() : name, palette,
                confidentiality == null ? former.confidentiality() : confidentiality,
                watermark == null ? former.watermark() : watermark, former.logo());
    }

    private static Colour colour(List<String> wrong, String part, @Nullable String text, Colour former) {
        if (text == null) {
            return former;
        }
        Optional<Colour> read = Colour.read(text);
        if (read.isEmpty()) {
            wrong.add("Colour " + part + " (" + text + ") must be written like #1E3A8A.");
        }
        return read.orElse(former);
    }
}

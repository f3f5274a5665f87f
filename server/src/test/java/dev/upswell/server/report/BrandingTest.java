package dev.upswell.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BrandingTest {

    private static final Colour AMBER = new Colour(0xF5, 0x9E, 0x0B);
    private static final Branding.Palette USUAL = Branding.Palette.USUAL;

    @Test
    void everythingThatIsWrongIsToldTogether() {
        assertThatThrownBy(() -> new Branding("", new Branding.Palette(AMBER, AMBER, AMBER, AMBER), "x".repeat(121),
                true, null)).isInstanceOf(ReportRefused.class).hasMessage(
                        """
                            The branding cannot be kept: The confidentiality line has 121 characters: 120 at most. \
                            The watermark shows the name, which is missing. \
                            Colour primary (#F59E0B) has a contrast of 2.14 with white: at least 4.5 is needed, because white text stands on it. \
                            Colour muted (#F59E0B) has a contrast of 2.14 with white: at least 4.5 is needed, because captions are written in it on white.
                            Change what is named, then save again.""");
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(Colour.WHITE.contrast(new Colour(0, 0, 0))).isEqualTo(21);
        assertThat(new Colour(0x76, 0x76, 0x76).contrast(Colour.WHITE)).isBetween(4.5, 4.6);
        assertThat(AMBER.readable(Colour.WHITE, Colour.INK).contrast(Colour.WHITE)).isBetween(4.5, 6.0);
        assertThat(USUAL.primary().readable(Colour.WHITE, Colour.INK)).isEqualTo(USUAL.primary());
    }

    @Test
    void coloursAreReadAsTheyAreWritten() {
        assertThat(Colour.read(" #1e3A8a ")).contains(USUAL.primary());
        assertThat(Colour.read("1e3a8a")).isEmpty();
        assertThat(USUAL.primary()).hasToString("#1E3A8A");
    }

    @Test
    void aLogoIsReadToItsEnd() {
        byte[] png = SampleDocuments.logo();

        assertThat(Logo.read(png)).extracting(Logo::kind, Logo::width, Logo::height).containsExactly(Logo.Kind.PNG, 360,
                100);
        assertThatThrownBy(() -> Logo.read(Arrays.copyOf(png, 200))).isInstanceOf(ReportRefused.class)
                .hasMessageStartingWith("The logo cannot be read to its end: ");
        assertThatThrownBy(() -> Logo.read("<svg/>".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("The logo is neither a PNG nor a JPEG.\nGive a PNG or JPEG of at most 500 kB.");
        assertThatThrownBy(() -> Logo.read(new byte[500_001]))
                .hasMessageStartingWith("The logo has 500001 bytes: 500000 at most.");
    }
}

package dev.upswell.server.report.page;

import dev.upswell.document.Block;
import dev.upswell.document.Document;
import dev.upswell.learn.Interval;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.Logo;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// What a branding looks like, before it is kept.
final class BrandingPicture {

    private BrandingPicture() {
    }

    /// The upper part of a page as an SVG picture, which browsers show without letting it do anything.
    static String of(Branding branding) {
        Branding.Palette palette = branding.palette();
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" font-family="system-ui, sans-serif">
              <rect width="480" height="300" fill="#ffffff"/>
              %s%s<text x="24" y="48" font-size="21" font-weight="700" fill="%s">Title of a report</text>
              <text x="24" y="66" font-size="10" fill="%s">%s</text>
              <rect x="24" y="78" width="432" height="2.5" fill="%s"/>
              <text x="24" y="108" font-size="13" font-weight="700" fill="%s">Key findings</text>
              <rect x="24" y="122" width="260" height="14" fill="%s" fill-opacity="0.55"/>
              <rect x="24" y="142" width="170" height="14" fill="%s" fill-opacity="0.55"/>
              <rect x="24" y="172" width="432" height="34" fill="%s" fill-opacity="0.1"/><rect x="24" y="172" width="4" height="34" fill="%s"/>
              <text x="38" y="194" font-size="11" fill="#0F172A">Confirmed on other videos</text>
              <rect x="24" y="216" width="432" height="34" fill="%s" fill-opacity="0.1"/><rect x="24" y="216" width="4" height="34" fill="%s"/>
              <text x="38" y="238" font-size="11" fill="#0F172A">Not enough evidence</text>
              <text x="24" y="284" font-size="9" fill="%s">%s</text>
            </svg>
            """
                .formatted(watermark(branding), logo(branding.logo()), palette.primary(), palette.muted(),
                        HtmlUtils.htmlEscape(branding.name()), palette.primary(), palette.primary(), palette.primary(),
                        palette.primary(), palette.good(), palette.good(), palette.warning(), palette.warning(),
                        palette.muted(), HtmlUtils.htmlEscape(branding.confidentiality()));
    }

    private static String watermark(Branding branding) {
        return branding.watermark()
                ? "<text x=\"240\" y=\"170\" font-size=\"44\" font-weight=\"700\" text-anchor=\"middle\" fill=\""
                        + branding.palette().muted() + "\" fill-opacity=\"0.1\" transform=\"rotate(-28 240 150)\">"
                        + HtmlUtils.htmlEscape(branding.name()) + "</text>"
                : "";
    }

    private static String logo(@Nullable Logo logo) {
        return logo == null
                ? ""
                : "<image x=\"336\" y=\"24\" width=\"120\" height=\"40\" preserveAspectRatio=\"xMaxYMin meet\" href=\"data:"
                        + logo.kind().mediaType() + ";base64," + Base64.getEncoder().encodeToString(logo.bytes())
                        + "\"/>";
    }

    /// A document that has something in each colour.
    static Document sample() {
        return new Document("Title of a report", "A sample with invented figures", Locale.ENGLISH, 1,
                List.of(new Block.Heading(1, "Key findings"),
                        new Block.Paragraph("This page shows how documents look. Its figures are invented."),
                        new Block.Bars("Difference in engagement rate", "difference (%), with 95 % intervals",
                                List.of(new Block.Bar("Result shown first", 34, "+34 %", new Interval(18, 52)),
                                        new Block.Bar("Logo shown first", -12, "−12 %", new Interval(-24, 1)))),
                        new Block.Callout(Block.Tone.GOOD, "Confirmed on other videos", "The effect held."),
                        new Block.Callout(Block.Tone.WARNING, "Not enough evidence", "More videos are needed.")));
    }
}

package dev.upswell.server.report.text;

import dev.upswell.document.Document;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.Logo;
import dev.upswell.server.report.Rendering;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;

/// Writes documents as one HTML file that needs nothing beside it, for screens of either theme and for paper.
///
/// It holds no script, and its own policy lets nothing in but its one style sheet and its pictures.
public final class HtmlRendering implements Rendering {

    private static final String SHEET = "/static/assets/report.css";
    private static final Colour NIGHT = new Colour(0x0B, 0x11, 0x20);

    private final String rules;

    /// Reads the style sheet that pages of the product show documents with, too.
    public HtmlRendering() {
        try (InputStream stream = Objects.requireNonNull(HtmlRendering.class.getResourceAsStream(SHEET), SHEET)) {
            rules = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public byte[] of(Document document, Branding branding, LocalDate made) {
        String style = style(branding);
        Markup to = new Markup();
        to.raw("<!doctype html>\n").open("html", "lang", document.language().toLanguageTag()).open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .open("meta", "name", "color-scheme", "content", "light dark")
                .open("meta", "http-equiv", "Content-Security-Policy", "content", policy(style))
                .said("title", document.title()).open("style").raw(style).close("style").close("head")
                .open("body", "class", "doc-page").line().raw(fragment(document, branding, made, 0)).line()
                .close("body").close("html").line();
        return to.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The document without the page around it.
    ///
    /// @param deeper by how many levels headings stand below those of a page of its own
    public static String fragment(Document document, Branding branding, LocalDate made, int deeper) {
        Markup to = new Markup();
        to.open("article", "class", "doc", "lang", document.language().toLanguageTag()).open("header");
        Logo logo = branding.logo();
        if (logo != null) {
            to.open("img", "class", "doc-logo", "alt", branding.name(), "src",
                    "data:" + logo.kind().mediaType() + ";base64,"
                            + Base64.getEncoder().encodeToString(logo.bytes()));
        }
        String day = made.format(DateTimeFormatter.ofPattern("d MMMM uuuu", document.language()));
        to.said("h" + (1 + deeper), document.title(), "dir", "auto").said("p", document.subtitle(), "dir", "auto")
                .said("p", branding.name().isEmpty() ? day : branding.name() + " · " + day, "class", "doc-sender")
                .close("header").line();
        new HtmlBlocks(to, document.language(), deeper).write(document.blocks());
        to.said("footer", branding.confidentiality());
        if (branding.watermark()) {
            watermark(to, branding.name());
        }
        return to.close("article").toString();
    }

    /// Faintly over everything, where nothing can be clicked or selected; its place comes from the style sheet.
    private static void watermark(Markup to, String name) {
        to.open("svg", "class", "doc-watermark", "viewBox", "0 0 400 400", "aria-hidden", "true", "focusable", "false")
                .open("text", "x", "200", "y", "200", "text-anchor", "middle", "transform", "rotate(-30 200 200)")
                .text(name).close("text").close("svg");
    }

    private String style(Branding branding) {
        Branding.Palette palette = branding.palette();
        return variables(palette, Colour.WHITE, Colour.INK, ":root") + "\n@media (prefers-color-scheme: dark) {"
                + variables(palette, NIGHT, Colour.WHITE, ":root") + "}\n" + rules;
    }

    private static String variables(Branding.Palette palette, Colour ground, Colour ink, String where) {
        return String.format(Locale.ROOT,
                "%s{--doc-primary:%s;--doc-muted:%s;--doc-good:%s;--doc-warning:%s;--doc-good-text:%s;"
                        + "--doc-warning-text:%s;--doc-ground:%s;--doc-ink:%s}",
                where, palette.primary().readable(ground, ink), palette.muted().readable(ground, ink), palette.good(),
                palette.warning(), palette.good().readable(ground, ink), palette.warning().readable(ground, ink),
                ground, ground.equals(NIGHT) ? new Colour(0xE6, 0xEB, 0xF5) : ink);
    }

    private static String policy(String style) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(hash)
                    + "'; img-src data:; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

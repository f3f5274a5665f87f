package dev.upswell.server.report;

import dev.upswell.document.Block;
import dev.upswell.document.Block.Bar;
import dev.upswell.document.Block.Column;
import dev.upswell.document.Block.Figure;
import dev.upswell.document.Block.Link;
import dev.upswell.document.Block.Mark;
import dev.upswell.document.Block.Span;
import dev.upswell.document.Block.Tone;
import dev.upswell.document.Block.Track;
import dev.upswell.document.Document;
import dev.upswell.learn.Interval;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/// Documents with invented figures, as tests render them.
public final class SampleDocuments {

    /// Bahasa Indonesia.
    public static final Locale INDONESIAN = Locale.of("id");

    private SampleDocuments() {
    }

    /// Two pages for a client, with a block of each kind.
    public static Document client() {
        return new Document("What works for #skincare, 15–30 seconds",
                "Creative patterns in 248 videos of the last 90 days, for Glowlab", Locale.ENGLISH, 2, List.of(
                        new Block.Figures(List.of(new Figure("248", "videos analysed", "of 61 creators"),
                                new Figure("5.1 %", "median engagement rate", "4.7 to 5.6 %, 95 % sure"),
                                new Figure("3", "patterns confirmed", "of 41 looked at"),
                                new Figure("+34 %", "lift of the best one", "+18 to +52 %, 95 % sure"))),
                        new Block.Heading(1, "Key findings"),
                        new Block.Paragraph(
                                "Videos that show the result in the first two seconds, then tell how it came about, are engaged with a third more than others of the same length and creator size. The effect was found on one half of the videos and held on the other half, which played no part in finding it. Where a pattern did not hold we say so: a list of what does not matter saves as much money as a list of what does."),
                        new Block.Bars("Difference in engagement rate with the pattern, confirmed half",
                                "difference in engagement rate (%), bars with 95 % intervals",
                                List.of(new Bar("Result shown in the first 2 s", 0.34, "+34 %",
                                        new Interval(0.18, 0.52)),
                                        new Bar("Text overlay in the first 3 s", 0.21, "+21 %",
                                                new Interval(0.06, 0.37)),
                                        new Bar("One question to the viewer", 0.17, "+17 %",
                                                new Interval(0.02, 0.33)),
                                        new Bar("Logo in the first 3 s", -0.12, "−12 %",
                                                new Interval(-0.24, 0.01)))),
                        new Block.Columns(List.of(
                                List.of(new Block.Heading(2, "Do"),
                                        new Block.Points(Mark.DO,
                                                List.of("Open on the finished look, face close to the camera.",
                                                        "Put the promise in words on the screen by second 3.",
                                                        "Ask one question that can be answered in a word."))),
                                List.of(new Block.Heading(2, "Don't"),
                                        new Block.Points(Mark.DO_NOT,
                                                List.of("Begin with the logo or a packshot.",
                                                        "Name more than two benefits.",
                                                        "End without saying what to do next."))))),
                        new Block.Callout(Tone.WARNING, "Not enough evidence: call to follow",
                                "Only 14 videos ask to be followed. About 60 more are needed before anything can be said; until then it is neither advised nor advised against."),
                        new Block.Heading(1, "The formula, second by second"),
                        new Block.Timeline("A video of 24 seconds that follows all three patterns", 24,
                                List.of(new Track("Picture",
                                        List.of(new Span(0, 2, "Result"), new Span(2, 9, "Before, in daylight"),
                                                new Span(9, 19, "Three steps, one cut every 2 seconds"),
                                                new Span(19, 24, "Result again"))),
                                        new Track("Text on screen",
                                                List.of(new Span(0.5, 3, "“14 days later”"),
                                                        new Span(9, 19, "Step 1, 2, 3 with the name of the product"),
                                                        new Span(21, 24, "Link in bio"))),
                                        new Track("Voice", List.of(new Span(0, 2, "Hook"),
                                                new Span(2, 19, "Story in the first person, present tense"),
                                                new Span(19, 23, "One question"))))),
                        new Block.Heading(1, "Testing roadmap"),
                        new Block.Points(Mark.NUMBER,
                                List.of("Brief eight creators with the formula and eight without; publish within one week.",
                                        "Judge after seven days on engagement rate, paired by creator.",
                                        "Roll out when the lift is above 1.25 and its interval excludes 1.")),
                        new Block.Table("Statistics of all patterns that reached a tier",
                                List.of(new Column("Pattern", false), new Column("Videos", true),
                                        new Column("Lift", true), new Column("95 % interval", true),
                                        new Column("q", true), new Column("Tier", false)),
                                List.of(List.of("Result shown in the first 2 s", "73", "1.34", "1.18 to 1.52", "0.002",
                                        "Strong"),
                                        List.of("Text overlay in the first 3 s, at least four words and readable on a phone",
                                                "112", "1.21", "1.06 to 1.37", "0.018", "Moderate"),
                                        List.of("One question to the viewer", "58", "1.17", "1.02 to 1.33", "0.041",
                                                "Moderate"),
                                        List.of("Logo in the first 3 s", "39", "0.88", "0.76 to 1.01", "0.090",
                                                "Emerging"))),
                        new Block.Callout(Tone.GOOD, "Confirmed on other videos",
                                "The first three patterns were looked for in 124 videos and tested once in the other 124."),
                        new Block.Heading(1, "Competitors and transfer"),
                        new Block.Columns(List.of(
                                List.of(new Block.Paragraph(
                                        "Two competitors use the first pattern in every fifth video, and none of them asks a question. Their most engaged videos are four seconds shorter than yours."),
                                        new Block.Points(Mark.DOT,
                                                List.of("Hashtags of their best fifth: #skintok, #glasskin.",
                                                        "Posting between 18 and 21 o'clock."))),
                                List.of(new Block.Bars("Where the first pattern held", "lift",
                                        List.of(new Bar("#skincare", 1.34, "1.34", new Interval(1.18, 1.52)),
                                                new Bar("#makeup", 1.11, "1.11", new Interval(0.97, 1.26)),
                                                new Bar("#haircare", 1.02, "1.02", null)))))),
                        new Block.Heading(2, "Examples"),
                        new Block.Links(List.of(
                                new Link("@glow.by.mia: 14 days, 3 products", video("7301234567890123451")),
                                new Link("@dermdoc: what a dermatologist skips", video("7301234567890123452")),
                                new Link("@kulitku: before you buy", video("7301234567890123453"))))));
    }

    private static URI video(String id) {
        return URI.create("https://www.tiktok.com/@creator/video/" + id);
    }

    /// A page with hardly anything to say.
    public static Document sparse() {
        return new Document("#newhashtag, 31–60 seconds", "", Locale.ENGLISH, 2,
                List.of(new Block.Callout(Tone.NEUTRAL, "Not enough evidence",
                        "Nine videos are known. At least 60 are needed before any pattern can be looked for."),
                        new Block.Paragraph("Import more videos of this hashtag, then make the report again.")));
    }

    /// A brief for Indonesian creators, with letters of Vietnamese and signs that fonts lack.
    public static Document indonesian() {
        return new Document("Arahan konten #perawatankulit", "Untuk kreator afiliasi, 15–30 detik", INDONESIAN, 2,
                List.of(new Block.Heading(1, "Mengapa pola ini berhasil"),
                        new Block.Paragraph(
                                "Video yang menunjukkan hasil pada dua detik pertama mendapat keterlibatan sepertiga lebih banyak daripada video lain dengan durasi yang sama. Contoh dari Việt Nam: “Dưỡng ẩm để ngủ ngon”, giá 129.000 ₫."),
                        new Block.Figures(List.of(new Figure("+34 %", "keterlibatan", "+18 sampai +52 %"),
                                new Figure("1,2 jt", "tayangan rata-rata", ""))),
                        new Block.Timeline("Alur 20 detik", 20,
                                List.of(new Track("Gambar",
                                        List.of(new Span(0, 2, "Hasil akhir"), new Span(2, 12, "Tiga langkah"),
                                                new Span(12, 20, "Hasil dan ajakan"))))),
                        new Block.Columns(List.of(
                                List.of(new Block.Heading(2, "Lakukan"),
                                        new Block.Points(Mark.DO,
                                                List.of("Tunjukkan wajah dari dekat ✓",
                                                        "Ajukan satu pertanyaan kepada penonton 🎉"))),
                                List.of(new Block.Heading(2, "Jangan"),
                                        new Block.Points(Mark.DO_NOT, List.of("Mulai dengan logo",
                                                "Menyebut lebih dari dua manfaat produk"))))),
                        new Block.Bars("Perbedaan tingkat keterlibatan", "perbedaan (%), dengan interval 95 %",
                                List.of(new Bar("Hasil di awal", 34, "+34 %", new Interval(18, 52)),
                                        new Bar("Teks di layar", 21, "+21 %", new Interval(6, 37)))),
                        new Block.Points(Mark.BOX,
                                List.of("Sebut nama produk satu kali", "Cantumkan tautan di bio", "Gunakan #iklan")),
                        new Block.Links(List.of(new Link("Contoh terbaik", video("7301234567890123454"))))));
    }

    /// A table of 120 rows, which fills three pages.
    public static Document longTable() {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 1; row <= 120; row++) {
            rows.add(List.of("Pattern number " + row + (row % 7 == 0
                    ? ", which has a long name that is broken over several lines because the column is narrow"
                    : ""), String.valueOf(row * 3), String.format(Locale.ROOT, "%.2f", 1 + row / 300.0),
                    row % 3 == 0 ? "Strong" : "Emerging"));
        }
        return new Document("All patterns of #skincare", "Sorted by lift", Locale.ENGLISH, 4,
                List.of(new Block.Paragraph("Every pattern that was looked for, the weak ones too."),
                        new Block.Table("Patterns", List.of(new Column("Pattern", false), new Column("Videos", true),
                                new Column("Lift", true), new Column("Tier", false)), rows)));
    }

    /// A sender with everything.
    public static Branding branding() {
        return new Branding("Warung Agency",
                new Branding.Palette(new Colour(0x6D, 0x28, 0xD9), new Colour(0x57, 0x53, 0x4E),
                        new Colour(0x0D, 0x94, 0x88), new Colour(0xEA, 0x58, 0x0C)),
                "Confidential: for Glowlab only, not to be passed on", true, Logo.read(logo()));
    }

    /// A picture of a name, PNG with a transparent ground.
    public static byte[] logo() {
        BufferedImage image = new BufferedImage(360, 100, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x6D28D9));
        pen.fillRoundRect(0, 0, 100, 100, 30, 30);
        pen.setColor(Color.WHITE);
        pen.fillOval(25, 25, 50, 50);
        pen.setColor(new Color(0x1C1917));
        for (int bar = 0; bar < 6; bar++) {
            pen.fillRoundRect(120 + bar * 40, 30, 24, 40 + bar % 3 * 10, 8, 8);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}

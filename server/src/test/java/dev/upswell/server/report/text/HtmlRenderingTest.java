package dev.upswell.server.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.document.Block;
import dev.upswell.document.Block.Column;
import dev.upswell.document.Block.Link;
import dev.upswell.document.Block.Mark;
import dev.upswell.document.Document;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.DocumentTexts;
import dev.upswell.server.report.SampleDocuments;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlRenderingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String HOSTILE = "<script>alert('x')</script> \"q\" & <u>";

    private final HtmlRendering rendering = new HtmlRendering();

    private String html(Document document, Branding branding) {
        return new String(rendering.of(document, branding, DAY), StandardCharsets.UTF_8);
    }

    private static Document of(Block... blocks) {
        return new Document(HOSTILE, HOSTILE, Locale.ENGLISH, 2, List.of(blocks));
    }

    @Test
    void everyWordIsThere() {
        for (Document document : List.of(SampleDocuments.client(), SampleDocuments.indonesian(),
                SampleDocuments.longTable())) {
            String text = html(document, SampleDocuments.branding()).replaceAll("<[^>]*>", " ")
                    .replace("&#39;", "'").replaceAll("\\s+", " ");

            assertThat(Stream.of(DocumentTexts.of(document).split("\n")).map(line -> line.replaceAll("\\s+", " ")))
                    .allSatisfy(line -> assertThat(text).contains(line));
        }
    }

    @Test
    void whatADocumentSaysIsNeverMarkup() {
        String html = html(of(new Block.Heading(1, HOSTILE), new Block.Paragraph(HOSTILE),
                new Block.Callout(Block.Tone.GOOD, HOSTILE, HOSTILE), new Block.Points(Mark.DO, List.of(HOSTILE)),
                new Block.Figures(List.of(new Block.Figure(HOSTILE, HOSTILE, HOSTILE))),
                new Block.Table(HOSTILE, List.of(new Column(HOSTILE, false)), List.of(List.of(HOSTILE))),
                new Block.Bars(HOSTILE, HOSTILE, List.of(new Block.Bar(HOSTILE, 1, HOSTILE, null))),
                new Block.Timeline(HOSTILE, 9,
                        List.of(new Block.Track(HOSTILE, List.of(new Block.Span(0, 9, HOSTILE))))),
                new Block.Links(List.of(new Link(HOSTILE, URI.create("https://example.com/?a=1&b='2'"))))),
                new Branding(HOSTILE, Branding.Palette.USUAL, HOSTILE, false, null));

        assertThat(html).doesNotContain("<script", "<u>", "alert('x')").doesNotContainPattern("style=|\\son[a-z]+=")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;q&quot; &amp; &lt;u&gt;");
    }

    @Test
    void addressesThatCouldRunSomethingAreNoLinks() {
        String html = html(of(new Block.Links(List.of(new Link("bad", URI.create("javascript:alert(1)")),
                new Link("good", URI.create("https://example.com/"))))), Branding.USUAL);

        assertThat(html).contains("<a href=\"https://example.com/\"").doesNotContain("href=\"javascript");
    }

    @Test
    void theFileNeedsNothingBesideItAndItsPolicyKnowsItsOnlyStyleSheet() throws Exception {
        String html = html(SampleDocuments.client(), SampleDocuments.branding());
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));

        assertThat(html).doesNotContain("<link", "url(", "@import").contains("src=\"data:image/png;base64,");
        assertThat(html.split("<style>", -1)).hasSize(2);
        assertThat(html.replace("&#39;", "'")).contains("style-src 'sha256-" + hash + "'");
    }

    @Test
    void coloursAreReadableInBothThemes() {
        String html = html(SampleDocuments.sparse(), SampleDocuments.branding());

        assertThat(html).contains("--doc-primary:#6D28D9", "@media (prefers-color-scheme: dark)")
                .contains("<html lang=\"en\">");
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(html(SampleDocuments.client(), SampleDocuments.branding()))
                .isEqualTo(html(SampleDocuments.client(), SampleDocuments.branding()));
    }
}

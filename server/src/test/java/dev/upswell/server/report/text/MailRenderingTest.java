package dev.upswell.server.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.document.Document;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.DocumentTexts;
import dev.upswell.server.report.SampleDocuments;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MailRenderingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static String mail(Document document, Branding branding) {
        return new String(new MailRendering().of(document, branding, DAY), StandardCharsets.UTF_8);
    }

    @Test
    void everyWordIsThere() {
        for (Document document : List.of(SampleDocuments.client(), SampleDocuments.indonesian())) {
            String text = mail(document, SampleDocuments.branding()).replaceAll("<[^>]*>", " ").replace("&#39;", "'")
                    .replace("&amp;", "&").replaceAll("\\s+", " ");

            assertThat(Stream.of(DocumentTexts.of(document).split("\n")).map(line -> line.replaceAll("\\s+", " ")))
                    .allSatisfy(line -> assertThat(text).contains(line));
        }
    }

    @Test
    void whatADocumentSaysIsNeverMarkup() {
        String mail = mail(new Document("<script>a</script>", "\"><img src=x>", Locale.ENGLISH, 2, List.of()),
                Branding.USUAL);

        assertThat(mail).doesNotContain("<script", "<img").contains("&lt;script&gt;");
    }

    @Test
    void itBearsTheLineAndTheWatermarkOfTheBranding() {
        Branding branding = new Branding("Glow", Branding.Palette.USUAL, "For Glow alone", true, null);

        assertThat(mail(SampleDocuments.client(), branding)).contains("For Glow alone", ">Glow</p>");
        assertThat(new String(new HtmlRendering().of(SampleDocuments.client(), branding, DAY), StandardCharsets.UTF_8))
                .contains("For Glow alone", "class=\"doc-watermark\"");
    }
}

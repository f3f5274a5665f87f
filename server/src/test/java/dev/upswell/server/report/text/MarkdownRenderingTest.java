package dev.upswell.server.report.text;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.upswell.server.report.Branding;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MarkdownRenderingTest {

    private static String markdown(Block... blocks) {
        Document document = new Document("# Title", "", Locale.ENGLISH, 2, List.of(blocks));
        return new String(new MarkdownRendering().of(document, Branding.USUAL, LocalDate.of(2026, 11, 20)),
                StandardCharsets.UTF_8);
    }

    @Test
    void eachBlockHasItsForm() {
        assertThat(markdown(new Block.Heading(1, "Findings"), new Block.Paragraph("Text."),
                new Block.Callout(Tone.WARNING, "Careful", "Not enough."),
                new Block.Points(Mark.NUMBER, List.of("one", "two")), new Block.Points(Mark.DO, List.of("this")),
                new Block.Points(Mark.BOX, List.of("tick")),
                new Block.Figures(List.of(new Figure("+34 %", "lift", "18 to 52 %"))),
                new Block.Table("Tiers", List.of(new Column("Name", false), new Column("n", true)),
                        List.of(List.of("a", "1"))),
                new Block.Bars("Lift", "lift (%)", List.of(new Bar("a", 3, "3 %", null))),
                new Block.Timeline("Flow", 9, List.of(new Track("Voice", List.of(new Span(0, 2.5, "Hook"))))),
                new Block.Links(List.of(new Link("Example", URI.create("https://example.com/a"))))))
                .isEqualTo("""
                    # \\# Title

                    2026-11-20

                    ## Findings

                    Text.

                    > **Careful**
                    >
                    > Not enough.

                    1. one
                    2. two

                    - ✓ this

                    - [ ] tick

                    - **+34 %** lift (18 to 52 %)

                    **Tiers**

                    | Name | n |
                    | --- | ---: |
                    | a | 1 |

                    **Lift**

                    |  | lift (%) |
                    | --- | ---: |
                    | a | 3 % |

                    **Flow**

                    |  | s |  |
                    | --- | ---: | --- |
                    | Voice | 0–2.5 | Hook |

                    - [Example](<https://example.com/a>)
                    """);
    }

    @Test
    void whatTextSaysIsNeverMarkup() {
        assertThat(markdown(new Block.Paragraph("<script>alert(1)</script> *a* _b_ [c](d) `e` ~f~ & g | h"),
                new Block.Paragraph("1. first"), new Block.Paragraph("- dash"), new Block.Paragraph("## two\nlines"),
                new Block.Paragraph("#skincare stays"),
                new Block.Table("", List.of(new Column("a|b", false)), List.of(List.of("c|d\ne")))))
                .contains("\\<script\\>alert(1)\\</script\\> \\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\~f\\~ \\& g \\| h",
                        "1\\. first", "\\- dash", "\\## two lines", "\n#skincare stays", "| a\\|b |",
                        "| c\\|d e |");
    }
}

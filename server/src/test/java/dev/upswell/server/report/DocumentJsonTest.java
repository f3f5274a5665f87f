package dev.upswell.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.document.Block;
import dev.upswell.document.Document;
import dev.upswell.learn.Interval;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DocumentJsonTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        for (Document document : List.of(SampleDocuments.client(), SampleDocuments.sparse(),
                SampleDocuments.indonesian(), SampleDocuments.longTable())) {
            assertThat(DocumentJson.read(DocumentJson.write(document))).isEqualTo(document);
        }
    }

    /// Changed only together with the schema's number: programs read this, and kept reports are stored so.
    @Test
    void theFormIsAsDocumented() {
        Document document = new Document("T", "S", SampleDocuments.INDONESIAN, 2, List.of(new Block.Heading(1, "h"),
                new Block.Callout(Block.Tone.WARNING, "t", "x"), new Block.Points(Block.Mark.DO_NOT, List.of("p")),
                new Block.Table("c", List.of(new Block.Column("n", true)), List.of(List.of("1"))),
                new Block.Bars("c", "a", List.of(new Block.Bar("b", 0.5, "50 %", new Interval(0.25, 0.75)),
                        new Block.Bar("d", 1, "1", null))),
                new Block.Timeline("c", 9, List.of(new Block.Track("v", List.of(new Block.Span(0, 2, "s"))))),
                new Block.Links(List.of(new Block.Link("l", URI.create("https://example.com/")))),
                new Block.Columns(List.of(List.of(new Block.Paragraph("p")))), new Block.PageBreak()));

        String json = new String(DocumentJson.sent(document, Branding.USUAL, LocalDate.of(2026, 11, 20)),
                StandardCharsets.UTF_8);

        assertThat(JsonMapper.shared().readTree(json)).isEqualTo(JsonMapper.shared().readTree("""
            {"schema": "upswell-document/1", "made": "2026-11-20", "sender": "",
             "document": {"title": "T", "subtitle": "S", "language": "id", "mostPages": 2, "blocks": [
              {"type": "heading", "level": 1, "text": "h"},
              {"type": "callout", "tone": "WARNING", "title": "t", "text": "x"},
              {"type": "points", "mark": "DO_NOT", "points": ["p"]},
              {"type": "table", "caption": "c", "columns": [{"name": "n", "number": true}], "rows": [["1"]]},
              {"type": "bars", "caption": "c", "axis": "a", "bars": [
                {"name": "b", "value": 0.5, "shown": "50 %", "interval": {"low": 0.25, "high": 0.75}},
                {"name": "d", "value": 1.0, "shown": "1"}]},
              {"type": "timeline", "caption": "c", "seconds": 9.0,
               "tracks": [{"name": "v", "spans": [{"from": 0.0, "to": 2.0, "text": "s"}]}]},
              {"type": "links", "links": [{"text": "l", "target": "https://example.com/"}]},
              {"type": "columns", "columns": [[{"type": "paragraph", "text": "p"}]]},
              {"type": "pageBreak"}]}}"""));
    }
}

package dev.upswell.server.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.upswell.document.Block;
import dev.upswell.document.Document;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Documents as JSON: `docs/reports.md` says what each field is. Members are only ever added under one schema.
public final class DocumentJson {

    /// What the JSON is written by.
    public static final String SCHEMA = "upswell-document/1";

    private static final JsonMapper MAPPER = JsonMapper.builder().addMixIn(Block.class, Named.class)
            .changeDefaultPropertyInclusion(
                    old -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private DocumentJson() {
    }

    /// A document with when it was made and by whom.
    ///
    /// @param sender name of the tenant on its documents; empty where none was said
    /// @param confidentiality line of the branding; null where none was said
    /// @param watermark whose document it is, where the branding has a watermark; null where it has none
    record Sent(String schema, LocalDate made, String sender, @Nullable String confidentiality,
            @Nullable String watermark, Document document) {
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
            @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
            @JsonSubTypes.Type(value = Block.Callout.class, name = "callout"),
            @JsonSubTypes.Type(value = Block.Points.class, name = "points"),
            @JsonSubTypes.Type(value = Block.Figures.class, name = "figures"),
            @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
            @JsonSubTypes.Type(value = Block.Bars.class, name = "bars"),
            @JsonSubTypes.Type(value = Block.Timeline.class, name = "timeline"),
            @JsonSubTypes.Type(value = Block.Links.class, name = "links"),
            @JsonSubTypes.Type(value = Block.Columns.class, name = "columns"),
            @JsonSubTypes.Type(value = Block.PageBreak.class, name = "pageBreak")})
    private interface Named {
    }

    /// The document alone, as it is kept.
    public static String write(Document document) {
        return MAPPER.writeValueAsString(document);
    }

    /// The document that was written so.
    public static Document read(String json) {
        return MAPPER.readValue(json, Document.class);
    }

    /// The document as it is handed out, on several lines.
    public static byte[] sent(Document document, Branding branding, LocalDate made) {
        return MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Sent(SCHEMA, made, branding.name(),
                        branding.confidentiality().isEmpty() ? null : branding.confidentiality(),
                        branding.watermark() ? branding.name() : null, document));
    }
}

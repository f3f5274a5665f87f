package dev.upswell.server.report;

import dev.upswell.document.Document;
import java.time.LocalDate;

/// Makes files of all formats.
///
/// @param pdf  sets PDF
/// @param html writes HTML
/// @param markdown writes Markdown
public record Press(Rendering pdf, Rendering html, Rendering markdown) {

    /// **errors** [ReportRefused] when a PDF would have too many pages.
    public byte[] file(ReportFormat format, Document document, Branding branding, LocalDate made) {
        return switch (format) {
            case PDF -> pdf.of(document, branding, made);
            case HTML -> html.of(document, branding, made);
            case MARKDOWN -> markdown.of(document, branding, made);
            case JSON -> DocumentJson.sent(document, branding, made);
        };
    }
}

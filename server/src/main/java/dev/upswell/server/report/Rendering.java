package dev.upswell.server.report;

import dev.upswell.document.Document;
import java.time.LocalDate;

/// Makes files of one format out of documents: the same document, branding and day give the same bytes.
@FunctionalInterface
public interface Rendering {

    /// **errors** [ReportRefused] where the format has pages and the document needs too many.
    ///
    /// @param made the day that it bears
    byte[] of(Document document, Branding branding, LocalDate made);
}

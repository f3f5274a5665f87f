package dev.upswell.server.report;

import dev.upswell.document.Document;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The reports that somebody may read: all, or where they see only what was handed to them, those. To them others are as if they were not,
/// and their files are PDFs alone, which bear the watermark.
public final class ReportShelf {

    private final Reports reports;
    private final @Nullable UUID reader;

    /// @param reader to whom they were handed; null for all
    ReportShelf(Reports reports, @Nullable UUID reader) {
        this.reports = reports;
        this.reader = reader;
    }

    /// The reports, the newest first.
    public Reports.Part list(int limit, int offset) {
        return reports.list(reader, limit, offset);
    }

    /// The report with this id, or the unambiguous beginning of it.
    ///
    /// **errors** [ReportRefused] when there is none here, or more than one.
    public KeptReport get(String id) {
        return reports.get(reader, id);
    }

    /// The words of a report.
    ///
    /// **errors** [ReportRefused] when it is not here.
    public Document document(KeptReport report) {
        return reports.document(get(report.id().toString()));
    }

    /// The formats in which files are handed out.
    public List<ReportFormat> formats() {
        return reader == null ? Stream.of(ReportFormat.values()).toList() : List.of(ReportFormat.PDF);
    }

    /// A report as a file, in the branding of today and with the day on which it was made.
    ///
    /// **errors** [ReportRefused] when it is not here, and for a format in which it is not handed out.
    public Reports.File file(String id, ReportFormat format) {
        KeptReport report = get(id);
        if (!formats().contains(format)) {
            throw ReportRefused.notHandedOut(format.ending());
        }
        return reports.file(report.id().toString(), format);
    }
}

package dev.upswell.server.report;

import java.util.Locale;
import java.util.stream.Stream;

/// How a document is handed out.
public enum ReportFormat {
    PDF("pdf", "application/pdf"),
    HTML("html", "text/html;charset=UTF-8"),
    MARKDOWN("md", "text/markdown;charset=UTF-8"),
    JSON("json", "application/json");

    private final String ending;
    private final String mediaType;

    ReportFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /// The format with this ending of file names.
    ///
    /// **errors** [ReportRefused] when there is none.
    public static ReportFormat of(String ending) {
        return Stream.of(values()).filter(format -> format.ending.equals(ending.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> ReportRefused.unknownFormat(ending));
    }

    /// How names of its files end, without the dot.
    public String ending() {
        return ending;
    }

    /// As HTTP names it.
    public String mediaType() {
        return mediaType;
    }
}

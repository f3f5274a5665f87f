package dev.upswell.server.report.text;

import dev.upswell.document.Block;
import java.text.NumberFormat;
import java.util.Locale;

/// Spans of a video as people write them.
final class Seconds {

    private Seconds() {
    }

    /// For example `0–2.5`.
    static String of(Block.Span span, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(1);
        return format.format(span.from()) + "–" + format.format(span.to());
    }
}

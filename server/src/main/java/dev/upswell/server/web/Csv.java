package dev.upswell.server.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Comma-separated values for download (RFC 4180), safe to open in a spreadsheet.
///
/// **absence** an absent value is an empty cell. Text that a spreadsheet would run as a formula gets a leading apostrophe.
public final class Csv {

    /// What a double holds, so that 0.1 is written as 0.1 and whole counts have no fraction.
    private static final MathContext DIGITS = new MathContext(15);

    private final StringBuilder text = new StringBuilder();

    /// The table with these column names and no rows yet.
    public Csv(List<String> header) {
        row(header);
    }

    /// Adds one row.
    public Csv row(List<? extends @Nullable Object> cells) {
        text.append(line(cells));
        return this;
    }

    /// One row with its end, for a file that is written row by row.
    public static String line(List<? extends @Nullable Object> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /// The table as a file to save under this name.
    public ResponseEntity<String> download(String fileName) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", ContentDisposition.attachment().filename(fileName).build().toString())
                .body(text.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            return "";
        }
        String cell = value instanceof Double number
                ? new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString()
                : value.toString();
        if (!(value instanceof Number) && cell.matches("(?s)[=+\\-@\\t\\r].*")) {
            cell = "'" + cell;
        }
        boolean quoted = cell.matches("(?s).*[\",\\r\\n].*");
        return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}

package dev.upswell.server.collect.viewing;

import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.RowCheck;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Shares as exports write them: `42.5%`, `42,5 %`, `0.425`.
///
/// A comma or point is that of decimals, because no share has thousands. Where neither the value nor its column says `%`, a
/// number below one is a fraction; one itself may be all or a hundredth and a larger one is a percentage only by guess, so both
/// are refused.
final class WrittenShare {

    private static final Pattern WRITTEN = Pattern.compile(
            "([-+]?[\\d.,]+(?:[eE][-+]?\\d{1,3})?)\\s*(%|percent|persen)?",
            Pattern.CASE_INSENSITIVE);

    private WrittenShare() {
    }

    /// The share as a fraction.
    ///
    /// **absence** null for what is absent or refused
    static @Nullable Double read(String field, @Nullable String text, Unit unit, RowCheck check, FigureCheck figures) {
        Matcher written = text == null || text.length() > 40 ? null : WRITTEN.matcher(text);
        if (text == null || written == null || !written.matches()) {
            return figures.figure(field, text);
        }
        String number = decimal(written.group(1));
        boolean percent = written.group(2) != null || unit == Unit.PERCENT;
        Double share = percent ? figures.percent(field, number) : figures.figure(field, number);
        if (share == null) {
            return null;
        }
        if (!percent && unit == Unit.UNSAID && share >= 1) {
            check.reject(RejectReason.AMBIGUOUS, field + ": percent or fraction, nothing says %", text);
            return null;
        }
        if (share > 1) {
            check.reject(RejectReason.CONTRADICTORY, field + ": more than all", text);
            return null;
        }
        return share;
    }

    private static String decimal(String number) {
        return number.indexOf(',') == number.lastIndexOf(',') && number.indexOf('.') < 0
                ? number.replace(',', '.')
                : number;
    }
}

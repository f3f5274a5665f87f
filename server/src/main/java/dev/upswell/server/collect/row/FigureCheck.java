package dev.upswell.server.collect.row;

import dev.upswell.commerce.Money;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowNote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what rows about ads and shops say: figures, money, days, names. Like [RowCheck], whose faults it shares, it returns
/// `null` both for what is absent and for what is wrong.
public final class FigureCheck {

    /// The largest figure that is believed.
    private static final double LARGEST = 1e15;
    private static final Duration FARTHEST_PLAN = Duration.ofDays(5 * 365);
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_TEXT = 1_000;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    private static final Pattern THOUSANDS_OR_NOT = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+");
    /// What only a decimal point explains: one or two digits behind it, or more than three, or 0 before it, or commas before it.
    private static final Pattern SURELY_DECIMAL = Pattern
            .compile("\\d+\\.(\\d{1,2}|\\d{4,})%?|0\\.\\d+%?|\\d{1,3}(,\\d{3})+\\.\\d+");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:[ T]00:00:00)?");

    private final RowCheck check;
    private final MappingContext context;
    private boolean pointIsDecimal;

    public FigureCheck(RowCheck check, MappingContext context) {
        this.check = check;
        this.context = context;
    }

    /// When the row was told.
    public Instant toldAt() {
        return context.toldAt();
    }

    /// A number from 0, whole or not.
    public @Nullable Double figure(String field, @Nullable String text) {
        return scaled(field, text, 0);
    }

    /// A share that is written in percent, as a fraction.
    public @Nullable Double percent(String field, @Nullable String text) {
        return scaled(field, text, 2);
    }

    /// A share that is written as a fraction, from 0 to 1.
    public @Nullable Double fraction(String field, @Nullable String text) {
        Double share = scaled(field, text, 0);
        if (share != null && share > 1) {
            check.reject(RejectReason.ABSURD_COUNT, field + ": a share above 1 without %", text);
            return null;
        }
        return share;
    }

    private @Nullable Double scaled(String field, @Nullable String text, int places) {
        BigDecimal number = decimal(field, text);
        return number == null ? null : (Double) number.movePointLeft(places).doubleValue();
    }

    private @Nullable BigDecimal decimal(String field, @Nullable String text) {
        if (text == null || WrittenCount.isNothing(text)) {
            return null;
        }
        if (text.length() > LONGEST_NUMBER || !DECIMAL.matcher(text).matches()) {
            check.reject(RejectReason.BAD_NUMBER, field, text);
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() < 0) {
            check.reject(RejectReason.NEGATIVE_COUNT, field, text);
            return null;
        }
        if (number.doubleValue() > LARGEST) {
            check.reject(RejectReason.ABSURD_COUNT, field, text);
            return null;
        }
        return number;
    }

    /// An amount of money from 0; more digits than are kept are rounded off, with a note.
    ///
    /// @param currency as [#currency] read it
    public @Nullable Money money(String field, @Nullable String text, @Nullable String currency) {
        BigDecimal amount = decimal(field, text);
        if (amount == null) {
            return null;
        }
        if (amount.stripTrailingZeros().scale() > Money.SCALE) {
            check.note(RowNote.AMOUNT_ROUNDED);
            amount = amount.setScale(Money.SCALE, RoundingMode.HALF_EVEN);
        }
        if (!Money.fits(amount)) {
            check.reject(RejectReason.ABSURD_COUNT, field, text);
            return null;
        }
        return new Money(amount, currency);
    }

    /// Learns from what else the row says whether its points stand before decimals: whoever wrote `12.5` did not mean thousands by `1.234`.
    public void learnPoint(List<String> numbers) {
        pointIsDecimal = numbers.stream().anyMatch(number -> SURELY_DECIMAL.matcher(number).matches());
    }

    /// An amount of money in a file that may write its thousands with points: `1.234` is not certain, and is rejected
    /// where nothing else of the row [tells][#learnPoint] what its points mean.
    public @Nullable Money certainMoney(String field, @Nullable String text, @Nullable String currency) {
        return isUncertain(field, text) ? null : money(field, text, currency);
    }

    /// A number from 0 in such a file.
    public @Nullable Double certainFigure(String field, @Nullable String text) {
        return isUncertain(field, text) ? null : figure(field, text);
    }

    private boolean isUncertain(String field, @Nullable String text) {
        boolean uncertain = text != null && !pointIsDecimal && THOUSANDS_OR_NOT.matcher(text).matches();
        if (uncertain) {
            check.reject(RejectReason.BAD_NUMBER, field + ": thousands or decimals behind the point", text);
        }
        return uncertain;
    }

    /// A currency by its three letters.
    public @Nullable String currency(String field, @Nullable String text) {
        if (text == null || WrittenCount.isNothing(text)) {
            return null;
        }
        if (!Money.isCurrency(text)) {
            check.reject(RejectReason.BAD_CURRENCY, field, text);
            return null;
        }
        return text;
    }

    /// A day, as `2026-02-27`, `20260227` or its midnight.
    public @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || WrittenCount.isNothing(text)) {
            return null;
        }
        Matcher written = DAY.matcher(text);
        if (!written.matches()) {
            check.reject(RejectReason.BAD_TIME, field, text);
            return null;
        }
        try {
            return plausible(field, text,
                    LocalDate.parse(written.group(1) + "-" + written.group(2) + "-" + written.group(3)));
        } catch (DateTimeParseException e) {
            check.reject(RejectReason.BAD_TIME, field, text);
            return null;
        }
    }

    /// When all of a day was known: at its end in UTC, at the latest now.
    public Instant endOf(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return end.isBefore(context.now()) ? end : context.now();
    }

    /// A time that may lie ahead, by five years at most.
    public @Nullable Instant planned(String field, @Nullable String text) {
        if (text == null || WrittenCount.isNothing(text)) {
            return null;
        }
        Instant time = WrittenTime.iso(text, ZoneOffset.UTC).orElse(null);
        if (time == null) {
            check.reject(RejectReason.BAD_TIME, field, text);
        } else if (time.isBefore(ImportOptions.BEFORE_TIKTOK)) {
            check.reject(RejectReason.TOO_OLD_TIME, field, text);
            return null;
        } else if (time.isAfter(context.now().plus(FARTHEST_PLAN))) {
            check.reject(RejectReason.FUTURE_TIME, field, text);
            return null;
        }
        return time;
    }

    private @Nullable LocalDate plausible(String field, String text, LocalDate day) {
        Instant begun = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (begun.isBefore(ImportOptions.BEFORE_TIKTOK)) {
            check.reject(RejectReason.TOO_OLD_TIME, field, text);
            return null;
        }
        if (begun.isAfter(context.now().plus(ImportOptions.CLOCK_TOLERANCE))) {
            check.reject(RejectReason.FUTURE_TIME, field, text);
            return null;
        }
        return day;
    }

    /// A name or an id that the row must have.
    public @Nullable String required(String field, @Nullable String text) {
        if (text == null) {
            check.reject(RejectReason.MISSING_ID, field, null);
        }
        return text(field, text);
    }

    /// A name or an id.
    public @Nullable String text(String field, @Nullable String text) {
        return text(field, text, LONGEST_TEXT);
    }

    /// A text of at most so many characters.
    public @Nullable String text(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            check.reject(RejectReason.TOO_LONG, field, text);
            return null;
        }
        return text == null ? null : Excerpts.storable(text);
    }

    /// An id of digits; one that lost its last digits names another thing.
    public @Nullable String digits(String field, @Nullable String text) {
        return text == null ? null : check.number(field, text);
    }
}

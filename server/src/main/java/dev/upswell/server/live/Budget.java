package dev.upswell.server.live;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// What may be spent at a provider within a time.
///
/// @param name by which tables and pages know it, unique within its source
/// @param counts what is counted
/// @param limit the most, above 0; a page that alone costs more is never asked for
/// @param span the time
public record Budget(String name, Counts counts, long limit, Span span) {

    public Budget {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "budget " + name + " (" + limit + ") must be above 0\nMaybe take the key out instead.");
        }
    }

    /// What a budget counts.
    public enum Counts {
        /// Every request is one.
        REQUESTS,
        /// What the provider charges.
        UNITS
    }

    /// How the time of a budget passes.
    public sealed interface Span {

        /// From 00:00 UTC to the next.
        record Day() implements Span {
        }

        /// From the first of a month of UTC to the next.
        record Month() implements Span {
        }

        /// The time of this length that ends now.
        record Sliding(Duration length) implements Span {
        }

        /// Since when spending counts at this instant.
        default Instant since(Instant now) {
            return switch (this) {
                case Day() -> now.truncatedTo(ChronoUnit.DAYS);
                case Month() -> YearMonth.from(now.atOffset(ZoneOffset.UTC)).atDay(1).atStartOfDay()
                        .toInstant(ZoneOffset.UTC);
                case Sliding(Duration length) -> now.minus(length);
            };
        }
    }

    /// When everything that was spent by now no longer counts.
    public Instant freeAgain(Instant now) {
        return switch (span) {
            case Span.Day() -> now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
            case Span.Month() -> YearMonth.from(now.atOffset(ZoneOffset.UTC)).plusMonths(1).atDay(1).atStartOfDay()
                    .toInstant(ZoneOffset.UTC);
            case Span.Sliding(Duration length) -> now.plus(length).plusMillis(1);
        };
    }

    /// The same with another limit.
    public Budget lowered(long to) {
        return new Budget(name, counts, to, span);
    }
}

package dev.upswell.server.live;

import dev.upswell.server.collect.FileFormat;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a provider said to a question. No text in it holds a key.
public sealed interface Answer {

    /// What the exchange came to, whatever was said.
    Receipt receipt();

    /// What was said instead of a page, in words; null for a page.
    default @Nullable String detail() {
        return null;
    }

    /// The status and the price of an exchange.
    ///
    /// @param status of HTTP; null when no answer came
    /// @param charged units; null when the provider did not say, and then what was reserved counts
    record Receipt(@Nullable Integer status, @Nullable Integer charged) {

        /// Nothing came back.
        public static final Receipt NONE = new Receipt(null, null);
    }

    /// A page of items.
    ///
    /// @param format by whose mapper the body is read
    /// @param body as it came, without what must never be kept: well-formed JSON
    /// @param next the cursor of the next page; null when this is the last
    /// @param simulated whether a sandbox said it
    record Page(Receipt receipt, FileFormat format, String body, @Nullable String next,
            boolean simulated) implements Answer {
    }

    /// The provider works on the answer, or told where it will stand: the question goes on with this cursor, and what was begun
    /// is never begun again. No page was told.
    ///
    /// @param next the cursor to go on with; it is durable before anything else is asked
    /// @param after how long to wait before that
    /// @param total what all of the visit's asking has cost so far; null while the provider does not say, and then what was
    ///     reserved counts
    record Underway(Receipt receipt, String next, Duration after, @Nullable Integer total,
            String detail) implements Answer {
    }

    /// The same question may be answered in a while: too many requests, a fault of the server, or silence.
    ///
    /// @param after how long to wait, as the provider asks; null when it does not say
    record RetryLater(Receipt receipt, @Nullable Duration after, String detail) implements Answer {
    }

    /// The question never left, because nobody could be reached: it cost nothing, and the next one fares no better.
    record Unreached(String detail) implements Answer {

        @Override
        public Receipt receipt() {
            return new Receipt(null, 0);
        }
    }

    /// The provider's own quota of the key is used up.
    ///
    /// @param until when it is renewed
    record QuotaExhausted(Receipt receipt, Instant until, String detail) implements Answer {
    }

    /// There is no such subject, or nobody may see it.
    record NotFound(Receipt receipt, String detail) implements Answer {
    }

    /// Something came that is not of the contract.
    ///
    /// @param body as it came, cut where it is too long
    record Malformed(Receipt receipt, String body, String detail) implements Answer {
    }

    /// The key is not let in: it is wrong, unpaid or lacks the right.
    record Forbidden(Receipt receipt, String detail) implements Answer {
    }

    /// The provider calls the question itself wrong; asking again is in vain.
    record Unfit(Receipt receipt, String detail) implements Answer {
    }

    /// The word for this class in tables, pages and reports.
    default String label() {
        return switch (this) {
            case Page _ -> "page";
            case Underway _ -> "underway";
            case RetryLater _ -> "retry-later";
            case Unreached _ -> "unreached";
            case QuotaExhausted _ -> "quota-exhausted";
            case NotFound _ -> "not-found";
            case Malformed _ -> "malformed";
            case Forbidden _ -> "forbidden";
            case Unfit _ -> "unfit";
        };
    }
}

package dev.upswell.server.live.provider;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What came back from the network.
sealed interface Reply {

    /// An answer of HTTP, whatever its status.
    ///
    /// @param headers by name in lower case, of several the first
    record Received(int status, Map<String, String> headers, String body) implements Reply {

        private static final long LONGEST_WAIT = 7 * 86_400;

        public Received {
            headers = headers.entrySet().stream().collect(Collectors.toUnmodifiableMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (first, _) -> first));
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        /// A header that is a whole number of at most nine digits.
        Optional<Integer> number(String name) {
            return header(name).map(String::strip).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
        }

        /// How long the server asks to wait, in whole seconds, a week at most; dates are not understood.
        Optional<Duration> retryAfter() {
            return number("retry-after").map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT)));
        }

        /// Whether a sandbox says of itself that it is one.
        boolean simulated() {
            return headers.containsKey("x-upswell-simulated");
        }
    }

    /// The call never left.
    ///
    /// @param why in words, without the key
    record Unreached(String why) implements Reply {
    }

    /// No answer came, or none that can be held.
    ///
    /// @param why in words, without the key
    record Silence(String why) implements Reply {
    }
}

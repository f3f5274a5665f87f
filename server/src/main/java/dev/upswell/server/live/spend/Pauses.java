package dev.upswell.server.live.spend;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Stops the asking with a key where an answer says so. All calls run inside the caller's tenant transaction.
public record Pauses(SpendRepository spending, EventLogRepository events) {

    /// The longest that is waited in place; a longer wish of a provider pauses its key.
    public static final Duration WAITED = Duration.ofSeconds(60);

    /// Pauses the source's key where this answer asks for it.
    ///
    /// @return what the provider said; empty where the key may go on
    public Optional<String> after(JdbcClient db, Source source, Answer answer, Instant now) {
        Instant until = switch (answer) {
            case Answer.RetryLater later -> {
                Duration after = later.after();
                yield after == null || after.compareTo(WAITED) <= 0 ? null : now.plus(after);
            }
            case Answer.QuotaExhausted used -> {
                spending.told(db, source, now);
                yield used.until();
            }
            // A key that is not let in is tried once a day, because a plan may be paid or a right be granted meanwhile.
            case Answer.Forbidden _ -> now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
            case Answer.Page _,Answer.Underway _,Answer.Unreached _,Answer.NotFound _,Answer.Malformed _,Answer.Unfit _ ->
                null;
        };
        if (until == null) {
            return Optional.empty();
        }
        String reason = String.valueOf(answer.detail());
        spending.pause(db, source, until, reason, now);
        events.write(db, EventType.SOURCE_PAUSED,
                Map.of("source", source.name(), "reason", reason, "until", until.toString()));
        return Optional.of(reason);
    }
}

package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Source;
import dev.upswell.server.registry.EventLogRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks for one page of a sweep, as often as it takes, and keeps what comes: each answer and all that follows from it are one
/// transaction.
final class Visit {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);
    private static final String SIMULATED = "sim-";

    private final LiveParts parts;
    private final Patience patience;
    private final SpendRepository spending = new SpendRepository();
    private final SweepRepository sweeps = new SweepRepository();
    private final InboxRepository inbox = new InboxRepository();
    private final DeadLetterRepository letters = new DeadLetterRepository();
    private long requests;

    /// How the asking for a page ended.
    sealed interface End {

        /// A page was kept.
        ///
        /// @param sweep as it stands now; null when that was its last page
        record Kept(@Nullable Sweep sweep, int characters) implements End {
        }

        /// The sweep came to its end without a page.
        record Done() implements End {
        }

        /// The request failed for good.
        record Dead() implements End {
        }

        /// Nobody was there, three times.
        record Unreached(String why) implements End {
        }

        /// Nothing can be asked for now.
        record Left(String why) implements End {
        }
    }

    Visit(LiveParts parts) {
        this.parts = parts;
        this.patience = new Patience(parts.chance());
    }

    /// Requests that were sent so far.
    long requests() {
        return requests;
    }

    End page(Sweep sweep, Source source) {
        for (int tries = 1;;) {
            Reservation reservation = parts.call(db -> spending.reserve(db, source, sweep, parts.now()));
            switch (reservation) {
                case Reservation.Paused paused -> {
                    return new End.Left(paused.reason());
                }
                case Reservation.Exhausted full -> {
                    Duration wait = Duration.between(parts.now(), full.until());
                    if (wait.compareTo(Patience.LONGEST) > 0) {
                        return new End.Left("the budget of " + full.budget() + " is used up until " + full.until());
                    }
                    if (!rested(wait)) {
                        return stopped();
                    }
                }
                case Reservation.Granted(UUID request) -> {
                    requests++;
                    Answer answer = source.ask(sweep.ask());
                    Instant now = parts.now();
                    End end = parts.call(db -> consequence(db, sweep, source, request, answer, now));
                    if (end != null) {
                        return end;
                    }
                    Duration asked = answer instanceof Answer.RetryLater later ? later.after() : null;
                    if (tries == Patience.TRIES) {
                        if (answer instanceof Answer.Unreached unreached) {
                            return new End.Unreached(unreached.detail());
                        }
                        return dead(sweep, answer, tries);
                    }
                    if (!rested(patience.after(tries, asked))) {
                        return stopped();
                    }
                    tries++;
                }
            }
        }
    }

    private static End stopped() {
        return new End.Left("the collecting was stopped");
    }

    private boolean rested(Duration time) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        try {
            parts.pause().rest(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What follows from an answer; null when the same may be asked again.
    private @Nullable End consequence(JdbcClient db, Sweep sweep, Source source, UUID request, Answer answer,
            Instant now) {
        spending.settle(db, request, answer, detail(answer), now);
        return switch (answer) {
            case Answer.Page page -> keep(db, sweep, source, request, page, now);
            case Answer.Unreached _ -> null;
            case Answer.RetryLater later -> {
                Duration after = later.after();
                if (after == null || after.compareTo(Patience.LONGEST) <= 0) {
                    yield null;
                }
                yield pause(db, source, now.plus(after), later.detail(), now);
            }
            case Answer.QuotaExhausted used -> pause(db, source, used.until(), used.detail(), now);
            case Answer.Forbidden forbidden -> pause(db, source, nextDay(now), forbidden.detail(), now);
            case Answer.NotFound none -> {
                sweeps.end(db, sweep, "DONE", none.detail(), now);
                yield new End.Done();
            }
            case Answer.Malformed _ -> null;
            case Answer.Unfit unfit -> bury(db, sweep, unfit.label(), unfit.detail(), null, 1, now);
        };
    }

    private static @Nullable String detail(Answer answer) {
        return switch (answer) {
            case Answer.Page _ -> null;
            case Answer.RetryLater later -> later.detail();
            case Answer.Unreached unreached -> unreached.detail();
            case Answer.QuotaExhausted used -> used.detail();
            case Answer.NotFound none -> none.detail();
            case Answer.Malformed bad -> bad.detail();
            case Answer.Forbidden forbidden -> forbidden.detail();
            case Answer.Unfit unfit -> unfit.detail();
        };
    }

    private End keep(JdbcClient db, Sweep sweep, Source source, UUID request, Answer.Page page, Instant now) {
        spending.lively(db, source, now);
        boolean last = page.next() == null || sweep.page() >= sweep.watch().pages();
        if (sweeps.advance(db, sweep, page.next(), last, now)) {
            String name = (page.simulated() ? SIMULATED : "") + source.name();
            inbox.put(db, new KeptAnswer(request, name, page.format(), sweep.watch().subject().toString(),
                    sweep.page(), page.body(), now));
            return new End.Kept(last ? null : sweep.after(page.next()), page.body().length());
        }
        // Another process moved it on: its answer is kept, and this one would be the second.
        return new End.Left("another process goes on with it");
    }

    /// A key that is not let in is tried once a day, because a plan may be paid or a right be granted meanwhile.
    static Instant nextDay(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    private End pause(JdbcClient db, Source source, Instant until, String reason, Instant now) {
        spending.pause(db, source, until, reason, now);
        parts.events().write(db, EventLogRepository.SOURCE_PAUSED, Map.of("source", source.name(), "reason", reason,
                "until", until.toString()));
        return new End.Left(reason);
    }

    private End dead(Sweep sweep, Answer answer, int tries) {
        String body = answer instanceof Answer.Malformed bad ? bad.body() : null;
        String detail = String.valueOf(detail(answer));
        return parts.call(db -> bury(db, sweep, answer.label(), detail, body, tries, parts.now()));
    }

    /// Ends a sweep whose asking met a fault of ours.
    End fault(Sweep sweep, RuntimeException failure) {
        // The message may hold an address with its key: only its class and its place are told.
        var bare = new IllegalStateException(failure.getClass().getName());
        bare.setStackTrace(failure.getStackTrace());
        LOG.error("the asking of {} for {} met a fault", sweep.watch().source(), sweep.watch().subject(), bare);
        String detail = "a fault within Upswell: " + failure.getClass().getSimpleName();
        return parts.call(db -> bury(db, sweep, "fault", detail, null, 1, parts.now()));
    }

    private End bury(JdbcClient db, Sweep sweep, String reason, String detail, @Nullable String body, int tries,
            Instant now) {
        if (sweeps.end(db, sweep, "BROKEN", detail, now)) {
            letters.addRequest(db, sweep, reason, detail, body, tries, now);
            parts.events().write(db, EventLogRepository.DEAD_LETTER, Map.of("source", sweep.watch().source(),
                    "subject", sweep.watch().subject().toString(), "reason", reason, "detail", detail));
        }
        return new End.Dead();
    }
}

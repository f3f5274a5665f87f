package dev.upswell.server.live.sweep;

import dev.upswell.server.comply.RawAnswers;
import dev.upswell.server.event.EventType;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.spend.Pace;
import dev.upswell.server.live.spend.Pauses;
import dev.upswell.server.live.spend.Reservation;
import dev.upswell.server.live.spend.ReuseRepository;
import dev.upswell.server.live.spend.SpendRepository;
import dev.upswell.server.suppress.SuppressionRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks for one page of a sweep, as often as it takes, and keeps what comes: each answer and all that follows from it are one
/// transaction.
final class Visit {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);
    private static final String SIMULATED = "sim-";
    private static final int TOO_MANY = 429;

    private final LiveParts parts;
    private final Patience patience;
    private final Source source;
    private final Pace pace;
    private final KeptPages kept;
    private final SpendRepository spending = new SpendRepository();
    private final Pauses pauses;
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

        /// The page was known already.
        ///
        /// @param sweep as it stands now; null when that was its last page
        record Reused(@Nullable Sweep sweep) implements End {
        }

        /// The provider works on the page.
        ///
        /// @param sweep as it stands now
        /// @param at when to ask how far it is
        record Underway(Sweep sweep, Instant at) implements End {
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

    /// @param chance spreads the waiting
    Visit(LiveParts parts, Source source, RandomGenerator chance) {
        this.parts = parts;
        this.source = source;
        this.patience = new Patience(chance);
        kept = new KeptPages(parts, source);
        pauses = new Pauses(spending, parts.events());
        pace = new Pace(parts.call(db -> spending.key(db, source, parts.now())).orElse(SpendRepository.Key.NEW).gap());
    }

    /// Requests that were sent so far.
    long requests() {
        return requests;
    }

    /// Asks for the sweep's next page, unless the terms deny it or it is known already, before anything is spent.
    End page(Sweep sweep) {
        Instant begun = parts.now();
        if (parts.call(db -> FetchGate.denies(db, sweep, source, begun))) {
            return new End.Done();
        }
        Optional<KeptPages.Known> known = kept.find(sweep, begun);
        return known.isPresent() ? reuse(sweep, known.get().next(), begun) : asked(sweep);
    }

    /// Goes on behind a page that need not be asked for.
    private End reuse(Sweep sweep, @Nullable String next, Instant now) {
        boolean last = isLast(sweep, next);
        return parts.call(db -> {
            if (!sweeps.advance(db, sweep, next, last, now)) {
                return new End.Left("another process goes on with it");
            }
            ReuseRepository.count(db, source.name(), now);
            return new End.Reused(last ? null : sweep.after(next));
        });
    }

    private static boolean isLast(Sweep sweep, @Nullable String next) {
        return next == null || sweep.page() >= sweep.most();
    }

    private End asked(Sweep sweep) {
        for (int tries = 1;;) {
            if (!pace.owed().isZero() && !rested(pace.owed())) {
                return stopped();
            }
            Reservation reservation = parts
                    .call(db -> spending.reserve(db, source, sweep.wanted(), parts.now()));
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
                    pace.asked();
                    Answer answer = source.ask(sweep.ask());
                    boolean adapted = adapted(answer);
                    Instant now = parts.now();
                    End end = parts.call(db -> consequence(db, sweep, request, answer, adapted, now));
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

    /// Waits so long; false when the collecting is stopped.
    boolean rested(Duration time) {
        if (Thread.currentThread().isInterrupted()) {
            return false;
        }
        try {
            parts.pause().rest(time);
            pace.rested(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What follows from an answer; null when the same may be asked again.
    private @Nullable End consequence(JdbcClient db, Sweep sweep, UUID request, Answer answer, boolean adapted,
            Instant now) {
        spending.settle(db, request, answer, now);
        if (adapted) {
            spending.gap(db, source, pace.gap());
        }
        return switch (answer) {
            case Answer.Page page -> keep(db, sweep, request, page, now);
            case Answer.Underway underway -> linger(db, sweep, underway, now);
            case Answer.Unreached _ -> null;
            case Answer.RetryLater _,Answer.QuotaExhausted _,Answer.Forbidden _ ->
                pauses.after(db, source, answer, now).map(End.Left::new).orElse(null);
            case Answer.NotFound none -> {
                sweeps.end(db, sweep, "DONE", none.detail(), now);
                yield new End.Done();
            }
            case Answer.Malformed _ -> null;
            case Answer.Unfit unfit -> bury(db, sweep, unfit.label(), unfit.detail(), null, 1, now);
        };
    }

    /// Whether the pace changes: slower after "too many requests", and faster again as pages come.
    private boolean adapted(Answer answer) {
        Duration before = pace.gap();
        Integer status = answer.receipt().status();
        if (answer instanceof Answer.RetryLater && status != null && status == TOO_MANY) {
            pace.throttled();
        } else if (answer instanceof Answer.Page) {
            pace.flowed();
        }
        return !pace.gap().equals(before);
    }

    private End keep(JdbcClient db, Sweep sweep, UUID request, Answer.Page page, Instant now) {
        spending.lively(db, source, now);
        boolean last = isLast(sweep, page.next());
        if (sweeps.advance(db, sweep, page.next(), last, now)) {
            String name = (page.simulated() ? SIMULATED : "") + source.name();
            RawAnswers.Clean clean = RawAnswers.clean(page.body());
            var kept = new KeptAnswer(request, name, page.format(), sweep.about(), sweep.page(),
                    clean.body(), now);
            inbox.put(db, kept);
            FetchGate.allowed(db, sweep, source, kept, clean.findings());
            return new End.Kept(last ? null : sweep.after(page.next()), clean.body().length());
        }
        // Another process moved it on: its answer is kept, and this one would be the second.
        return new End.Left("another process goes on with it");
    }

    private End linger(JdbcClient db, Sweep sweep, Answer.Underway underway, Instant now) {
        spending.lively(db, source, now);
        if (underway.total() != null) {
            spending.settleBegun(db, sweep.id(), underway.total());
        }
        return sweeps.linger(db, sweep, underway.next())
                ? new End.Underway(sweep.at(underway.next()), now.plus(underway.after()))
                : new End.Left("another process goes on with it");
    }

    private End dead(Sweep sweep, Answer answer, int tries) {
        RawAnswers.Clean clean = answer instanceof Answer.Malformed bad ? RawAnswers.clean(bad.body()) : null;
        String detail = String.valueOf(answer.detail());
        Instant now = parts.now();
        return parts.call(db -> {
            if (clean != null) {
                FetchGate.found(db, sweep, clean.findings(), now);
            }
            return bury(db, sweep, answer.label(), detail, clean == null ? null : clean.body(), tries, now);
        });
    }

    /// Ends a sweep whose asking met a fault of ours.
    End fault(Sweep sweep, RuntimeException failure) {
        // The message may hold an address with its key: only its class and its place are told.
        var bare = new IllegalStateException(failure.getClass().getName());
        bare.setStackTrace(failure.getStackTrace());
        LOG.error("the asking of {} for {} met a fault", sweep.watch().source(), sweep.about(), bare);
        String detail = "a fault within Upswell: " + failure.getClass().getSimpleName();
        return parts.call(db -> bury(db, sweep, "fault", detail, null, 1, parts.now()));
    }

    private End bury(JdbcClient db, Sweep sweep, String reason, String detail, @Nullable String body, int tries,
            Instant now) {
        if (sweeps.end(db, sweep, "BROKEN", detail, now)) {
            letters.addRequest(db, sweep, reason, detail,
                    body == null ? null : SuppressionRepository.current(db).without(body), tries, now);
            parts.events().write(db, EventType.DEAD_LETTER, Map.of("source", sweep.watch().source(),
                    "subject", sweep.about(), "reason", reason, "detail", detail));
        }
        return new End.Dead();
    }
}

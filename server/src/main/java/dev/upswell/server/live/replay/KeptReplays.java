package dev.upswell.server.live.replay;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.AnswerIntake.TakenIn;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.Replays.Replay;
import dev.upswell.server.live.Replays.Replay.Wanted;
import dev.upswell.server.live.Replays;
import dev.upswell.server.live.replay.KeptAnswerRepository.Placed;
import dev.upswell.server.live.replay.KeptAnswerRepository.Portion;
import dev.upswell.server.live.replay.ReplayRepository.Open;
import dev.upswell.server.live.replay.ReplayRepository.Step;
import dev.upswell.server.live.sweep.AnswerDataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantLocks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Replays in the database, done twenty answers at a time on the way that new ones take.
public final class KeptReplays implements Replays {

    private static final Logger LOG = LoggerFactory.getLogger(KeptReplays.class);
    private static final EventLogRepository EVENTS = new EventLogRepository("live");
    private static final Portion PORTION = new Portion(20, 16L << 20);

    private final ReplayParts parts;

    public KeptReplays(ReplayParts parts) {
        this.parts = parts;
    }

    @Override
    public Replay ask(Wanted wanted, @Nullable Instant run) {
        Wanted meant = run == null ? wanted : wanted.within(span(run).from(), span(run).until());
        Instant from = meant.from();
        Instant until = meant.until();
        if (from != null && until != null && !from.isBefore(until)) {
            throw LiveRefused.unusable("There is no time from " + from + " until before " + until + ".",
                    "Write the earlier instant first.");
        }
        Replay asked = call(db -> ReplayRepository.add(db, meant, parts.clock().instant()));
        parts.begin().run();
        return asked;
    }

    /// The whole time of a run: its end is kept to the millisecond at least.
    private ReplayParts.Span span(Instant run) {
        ReplayParts.Span span = parts.runs().find(run).orElseThrow(() -> LiveRefused.unknown(
                "There is no run of ingestion of the slot " + run + ".",
                "\"upswell agents\" and the page Agents list them."));
        return new ReplayParts.Span(span.from(), span.until().plus(1, ChronoUnit.MILLIS));
    }

    @Override
    public List<Replay> list(int limit, long offset) {
        return call(db -> ReplayRepository.list(db, limit, offset));
    }

    @Override
    public long count() {
        return call(ReplayRepository::count);
    }

    @Override
    public Replay find(UUID id) {
        return call(db -> ReplayRepository.find(db, id)).orElseThrow(
                () -> LiveRefused.unknown("There is no replay with this id.", "The list has them all."));
    }

    @Override
    public long work() {
        try (TenantLocks.Held _ = parts.database().locks().tryAcquire(parts.tenant(), JOB)
                .orElseThrow(() -> LiveRefused.conflict("Raw answers are being read again already.",
                        "It goes on by itself; the list of replays tells how far it is."))) {
            long read = 0;
            for (Optional<Open> open = first(); open.isPresent(); open = first()) {
                read += step(open.get());
            }
            return read;
        }
    }

    private Optional<Open> first() {
        return call(ReplayRepository::first);
    }

    /// Reads the next answers of a replay, or ends it when there are none; returns how many were read.
    private long step(Open open) {
        UUID id = open.replay().id();
        List<String> contents = call(ReplayRepository::quarantined);
        try (TenantLocks.Held _ = parts.database().locks().acquire(parts.tenant(), AnswerDataset.WORK);
                LakeSession lake = parts.database().lake().open(parts.tenant())) {
            List<Placed> next = new KeptAnswerRepository(lake).next(open.replay().wanted(), open.after(), contents,
                    PORTION);
            if (next.isEmpty()) {
                end(id);
                return 0;
            }
            Step done = take(next.stream().flatMap(one -> one.answer().stream()).toList(), next.size());
            // A kill before this reads the same answers again, which stores nothing twice.
            run(db -> ReplayRepository.move(db, id, next.getLast().place(), done));
            return next.size();
        }
    }

    private void end(UUID id) {
        run(db -> {
            Replay ended = ReplayRepository.end(db, id, parts.clock().instant());
            EVENTS.write(db, EventType.ANSWERS_REPLAYED,
                    Map.of("answers", ended.answers(), "stored", ended.stored(), "replay", id.toString()));
        });
    }

    /// Of several answers that cannot be taken together each is tried alone, so that one that no mapper takes, or that the store refuses,
    /// holds up no other. Where the store refuses every one of several, it is the store that fails, and none is passed over.
    ///
    /// @param read with those of unknown formats, which count as failed
    private Step take(List<RawAnswer> answers, int read) {
        if (answers.isEmpty()) {
            return new Step(read, 0, 0, 0, read);
        }
        try {
            return step(taken(answers), read, read - answers.size());
        } catch (StoreException e) {
            if (e.isRetryable()) {
                throw e;
            }
            return takeEach(answers, read, e);
        } catch (RuntimeException e) {
            return takeEach(answers, read, e);
        }
    }

    private TakenIn taken(List<RawAnswer> answers) {
        return parts.intake().take(parts.tenant(), answers, db -> {
        });
    }

    private Step takeEach(List<RawAnswer> answers, int read, RuntimeException failure) {
        Step sum = new Step(read, 0, 0, 0, read - answers.size());
        if (answers.size() == 1) {
            return sum.and(passedOver(answers.getFirst(), failure));
        }
        int byTheStore = 0;
        for (RawAnswer answer : answers) {
            try {
                sum = sum.and(step(taken(List.of(answer)), 0, 0));
            } catch (StoreException e) {
                if (e.isRetryable()) {
                    throw e;
                }
                byTheStore++;
                sum = sum.and(passedOver(answer, e));
            } catch (RuntimeException e) {
                sum = sum.and(passedOver(answer, e));
            }
        }
        if (byTheStore == answers.size()) {
            throw failure;
        }
        return sum;
    }

    private static Step passedOver(RawAnswer answer, RuntimeException why) {
        LOG.error("an answer cannot be read again: {}", answer.name(), why);
        return new Step(0, 0, 0, 0, 1);
    }

    private static Step step(TakenIn taken, long read, long failed) {
        return new Step(read, taken.stored(), taken.observations(),
                taken.quarantined().values().stream().mapToLong(Long::longValue).sum(), failed);
    }

    private <T> T call(Function<JdbcClient, T> work) {
        return parts.database().transactions().call(parts.tenant(), work);
    }

    private void run(Consumer<JdbcClient> work) {
        parts.database().transactions().run(parts.tenant(), work);
    }
}

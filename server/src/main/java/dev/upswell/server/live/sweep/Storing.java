package dev.upswell.server.live.sweep;

import dev.upswell.server.collect.AnswerIntake.TakenIn;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.event.EventType;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantLocks;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores what waits in the inbox: rows, raw answers and the removal from the inbox appear together.
///
/// An answer that a mapper cannot take for a fault of its own becomes a dead letter, so that it holds up no other.
final class Storing {

    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);
    private static final int MOST = 50;
    private static final long CHARACTERS = 16L << 20;

    private final LiveParts parts;
    private final InboxRepository inbox = new InboxRepository();
    private final DeadLetterRepository letters = new DeadLetterRepository();
    private final Map<RejectReason, Long> quarantined = new EnumMap<>(RejectReason.class);
    private long answers;
    private long items;
    private long stored;
    private long known;
    private long observations;
    private long unstorable;

    Storing(LiveParts parts) {
        this.parts = parts;
    }

    /// Empties the inbox.
    void all() {
        for (List<KeptAnswer> batch = next(MOST); !batch.isEmpty(); batch = next(MOST)) {
            store(batch);
        }
    }

    private List<KeptAnswer> next(int most) {
        return parts.call(db -> inbox.first(db, most, CHARACTERS));
    }

    /// Of several answers that cannot be stored together each is tried alone. Where not one of them can, it is the store that fails, and
    /// nothing becomes a dead letter.
    private void store(List<KeptAnswer> batch) {
        try {
            take(batch);
        } catch (StoreException e) {
            if (e.isRetryable()) {
                throw e;
            }
            storeEach(batch, e);
        } catch (RuntimeException e) {
            storeEach(batch, e);
        }
    }

    private void storeEach(List<KeptAnswer> batch, RuntimeException failure) {
        Map<KeptAnswer, RuntimeException> refused = new LinkedHashMap<>();
        boolean anyStored = false;
        if (batch.size() == 1) {
            refused.put(batch.getFirst(), failure);
        } else {
            for (KeptAnswer answer : batch) {
                try {
                    anyStored |= take(List.of(answer)) > 0;
                } catch (StoreException e) {
                    if (e.isRetryable()) {
                        throw e;
                    }
                    refused.put(answer, e);
                } catch (RuntimeException e) {
                    refused.put(answer, e);
                }
            }
        }
        boolean allByTheStore = !anyStored && refused.size() > 1
                && refused.values().stream().allMatch(StoreException.class::isInstance);
        if (allByTheStore) {
            throw failure;
        }
        refused.forEach(this::park);
    }

    /// Stores what waits still of these answers, and tells how many did: a search and a round may have read the same ones, and who comes
    /// second finds them stored.
    private int take(List<KeptAnswer> batch) {
        try (TenantLocks.Held _ = parts.database().locks().acquire(parts.tenant(), AnswerDataset.WORK);
                LakeSession lake = parts.database().lake().open(parts.tenant())) {
            List<KeptAnswer> left = parts.call(db -> inbox.left(db, batch));
            if (!left.isEmpty()) {
                StagedFile raw = RawAnswerRepository.stage(lake, left);
                TakenIn in = parts.intake().take(parts.tenant(), left.stream().map(KeptAnswer::raw).toList(), db -> {
                    inbox.remove(db, left);
                    parts.database().manifest().publish(db, raw);
                });
                count(left.size(), in);
            }
            return left.size();
        }
    }

    private void count(int taken, TakenIn in) {
        answers += taken;
        items += in.items();
        stored += in.stored();
        known += in.known();
        observations += in.observations();
        in.quarantined().forEach((reason, rows) -> quarantined.merge(reason, rows, Long::sum));
    }

    private void park(KeptAnswer answer, RuntimeException failure) {
        LOG.error("an answer of {} about {} cannot be stored", answer.source(), answer.subject(), failure);
        parts.run(db -> {
            letters.addAnswer(db, answer, "it could not be mapped: " + failure.getClass().getSimpleName(),
                    parts.now());
            parts.events().write(db, EventType.DEAD_LETTER,
                    Map.of("source", answer.source(), "subject", answer.subject(), "reason", "unstorable"));
        });
        unstorable++;
    }

    RoundReport.Taken taken() {
        return new RoundReport.Taken(answers, items, stored, known, observations, quarantined, unstorable);
    }
}

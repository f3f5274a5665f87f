package dev.upswell.server.live.sweep;

import dev.upswell.server.collect.AnswerIntake.TakenIn;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.registry.EventLogRepository;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantLocks;
import java.util.EnumMap;
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

    private void store(List<KeptAnswer> batch) {
        try {
            count(batch.size(), take(batch));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            if (batch.size() > 1) {
                batch.forEach(answer -> store(List.of(answer)));
            } else {
                park(batch.getFirst(), e);
            }
        }
    }

    private TakenIn take(List<KeptAnswer> batch) {
        try (TenantLocks.Held _ = parts.database().locks().acquire(parts.tenant(), AnswerDataset.WORK);
                LakeSession lake = parts.database().lake().open(parts.tenant())) {
            StagedFile raw = RawAnswerRepository.stage(lake, batch);
            return parts.intake().take(parts.tenant(), batch.stream().map(KeptAnswer::raw).toList(), db -> {
                inbox.remove(db, batch);
                parts.database().manifest().publish(db, raw);
            });
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
            parts.events().write(db, EventLogRepository.DEAD_LETTER,
                    Map.of("source", answer.source(), "subject", answer.subject(), "reason", "unstorable"));
        });
        unstorable++;
    }

    RoundReport.Taken taken() {
        return new RoundReport.Taken(answers, items, stored, known, observations, quarantined, unstorable);
    }
}

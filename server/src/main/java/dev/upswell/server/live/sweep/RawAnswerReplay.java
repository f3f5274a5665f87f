package dev.upswell.server.live.sweep;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.AnswerIntake.TakenIn;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.event.EventType;
import dev.upswell.server.live.AnswerReplay;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantLocks;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads raw answers of the lake again on the way that new ones take: the lake is looked through once, what is read again is held
/// some at a time.
final class RawAnswerReplay implements AnswerReplay {

    private static final int MOST = 20;

    private final LiveParts parts;

    RawAnswerReplay(LiveParts parts) {
        this.parts = parts;
    }

    @Override
    public Replayed replay(String source) {
        List<String> contents = parts.call(RawAnswerRepository::quarantined);
        Map<RejectReason, Long> left = new EnumMap<>(RejectReason.class);
        long answers = 0;
        long stored = 0;
        long observations = 0;
        try (TenantLocks.Held _ = parts.database().locks().acquire(parts.tenant(), AnswerDataset.WORK);
                LakeSession lake = parts.database().lake().open(parts.tenant())) {
            long last = RawAnswerRepository.gather(lake, source, contents);
            for (long behind = 0; behind < last; behind += MOST) {
                List<RawAnswer> batch = RawAnswerRepository.gathered(lake, behind, behind + MOST);
                if (batch.isEmpty()) {
                    continue;
                }
                TakenIn taken = parts.intake().take(parts.tenant(), batch, db -> parts.events().write(db,
                        EventType.ANSWERS_REPLAYED, new HashMap<>(Map.of("answers", batch.size()))));
                answers += batch.size();
                stored += taken.stored();
                observations += taken.observations();
                taken.quarantined().forEach((reason, rows) -> left.merge(reason, rows, Long::sum));
            }
        }
        return new Replayed(answers, stored, observations, left);
    }
}

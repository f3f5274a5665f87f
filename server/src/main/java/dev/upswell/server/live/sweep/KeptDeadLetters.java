package dev.upswell.server.live.sweep;

import dev.upswell.server.event.EventType;
import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.DeadLetters;
import dev.upswell.server.live.LiveRefused;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The dead letters of a tenant, in the database.
final class KeptDeadLetters implements DeadLetters {

    private final LiveParts parts;
    private final DeadLetterRepository letters = new DeadLetterRepository();
    private final SweepRepository sweeps = new SweepRepository();

    KeptDeadLetters(LiveParts parts) {
        this.parts = parts;
    }

    @Override
    public List<DeadLetter> list(int limit, long offset) {
        return parts.call(db -> letters.list(db, limit, offset));
    }

    @Override
    public List<DeadLetter> beginningWith(String start, int limit) {
        return parts.call(db -> letters.beginningWith(db, start, limit));
    }

    @Override
    public DeadLetter find(UUID id) {
        return parts.call(db -> letters.whole(db, id).orElseThrow(KeptDeadLetters::unknown));
    }

    @Override
    public long count() {
        return parts.call(letters::count);
    }

    @Override
    public DeadLetter replay(UUID id) {
        return parts.call(db -> {
            DeadLetterRepository.Parked parked = letters.find(db, id).orElseThrow(KeptDeadLetters::unknown);
            UUID sweep = parked.sweep();
            if (sweep == null) {
                letters.unpark(db, id);
            } else if (!sweeps.reopen(db, sweep)) {
                throw LiveRefused.conflict("The subject of this letter is being visited anew.",
                        "Replay it once that visit is done, or drop it: the visit asks for the same posts.");
            }
            parts.events().write(db, EventType.DEAD_LETTER_REPLAYED, facts(parked.letter()));
            return letters.remove(db, id).orElseThrow(KeptDeadLetters::unknown);
        });
    }

    @Override
    public DeadLetter drop(UUID id) {
        return parts.call(db -> {
            DeadLetter dropped = letters.remove(db, id).orElseThrow(KeptDeadLetters::unknown);
            parts.events().write(db, EventType.DEAD_LETTER_DROPPED, facts(dropped));
            return dropped;
        });
    }

    private static Map<String, Object> facts(DeadLetter letter) {
        return Map.of("source", letter.source(), "subject", letter.subject(), "page", letter.page(), "reason",
                letter.reason());
    }

    private static LiveRefused unknown() {
        return LiveRefused.unknown("There is no dead letter with this id.", "Somebody may have replayed it already.");
    }
}

package dev.upswell.server.live.sweep;

import dev.upswell.server.event.EventType;
import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.DeadLetters;
import dev.upswell.server.live.LiveRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// The dead letters of a tenant, in the database.
final class KeptDeadLetters implements DeadLetters {

    /// How many are listed at a time; [#MOST_CLOSED] is a multiple of it.
    private static final int PART = 100;

    private final LiveParts parts;
    private final DeadLetterRepository letters = new DeadLetterRepository();
    private final SweepRepository sweeps = new SweepRepository();

    KeptDeadLetters(LiveParts parts) {
        this.parts = parts;
    }

    @Override
    public List<DeadLetter> list(DeadLetters.Filter filter, int limit, long offset) {
        return parts.call(db -> letters.list(db, filter, limit, offset));
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
    public long count(DeadLetters.Filter filter) {
        return parts.call(db -> letters.count(db, filter));
    }

    @Override
    public Closed replay(DeadLetters.Filter filter) {
        return closed(filter, this::replay);
    }

    @Override
    public Closed drop(DeadLetters.Filter filter) {
        return closed(filter, this::drop);
    }

    /// A letter that cannot be taken up stays in the list, so the next ones are looked for behind it.
    private Closed closed(DeadLetters.Filter filter, Function<UUID, DeadLetter> close) {
        List<DeadLetter> closed = new ArrayList<>();
        List<DeadLetter> waiting = new ArrayList<>();
        List<DeadLetter> next = list(filter, PART, 0);
        while (!next.isEmpty()) {
            for (DeadLetter letter : next) {
                try {
                    closed.add(close.apply(letter.id()));
                } catch (LiveRefused refused) {
                    if (refused.reason() == LiveRefused.Reason.CONFLICT) {
                        waiting.add(letter);
                    }
                }
            }
            boolean more = closed.size() + waiting.size() < MOST_CLOSED;
            next = more ? list(filter, PART, waiting.size()) : List.of();
        }
        return new Closed(closed, waiting, Math.max(0, count(filter) - waiting.size()));
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

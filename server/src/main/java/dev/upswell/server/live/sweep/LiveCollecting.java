package dev.upswell.server.live.sweep;

import dev.upswell.server.live.AnswerReplay;
import dev.upswell.server.live.Inbox;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.plan.KeptSourceBoard;
import dev.upswell.server.live.plan.KeptWatchList;
import dev.upswell.server.live.plan.PlanParts;
import dev.upswell.server.live.plan.Planning;

/// The services of this slice, as the application wires them.
public final class LiveCollecting {

    private LiveCollecting() {
    }

    /// What reads raw answers again, over these parts.
    public static AnswerReplay replay(LiveParts parts) {
        return new RawAnswerReplay(parts);
    }

    /// Where answers wait that came another way than by a watch.
    public static Inbox inbox(LiveParts parts) {
        return new KeptInbox(parts);
    }

    /// The services over these parts.
    public static Live of(LiveParts parts) {
        PlanParts plan = parts.plan();
        Planning plans = new Planning(plan);
        return new Live(new KeptSourceBoard(plan), new KeptWatchList(plan), plans, new RoundCollector(parts, plans),
                new KeptDeadLetters(parts));
    }
}

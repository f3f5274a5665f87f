package dev.upswell.server.plan;

import dev.upswell.server.plan.PlannedSlot.Decision;
import dev.upswell.server.plan.PlannedSlot.Ground;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import org.jspecify.annotations.Nullable;

/// Says of a planned slot why it is where it is.
public final class SlotText {

    private final Words words;
    private final Figures figures;
    private final Times times;

    public SlotText(Words words, Figures figures, Times times) {
        this.words = words;
        this.figures = figures;
        this.times = times;
    }

    /// Why the slot is where it is, with the numbers that were known then.
    public String why(PlannedSlot slot) {
        Ground ground = slot.ground();
        String reason = switch (ground.basis()) {
            case EVIDENCE -> words.say("plan.why.evidence");
            case EXPLORATION -> words.say("plan.why.exploration");
            case HAND -> words.say("plan.why.hand", slot.proposedBy());
        };
        Decision decision = slot.decision();
        String moved = decision == null || decision.movedFrom() == null
                ? ""
                : " " + words.say("plan.why.moved", decision.by(), times.moment(decision.movedFrom()));
        return reason + " " + known(ground) + moved;
    }

    private String known(Ground ground) {
        String expected = expected(ground);
        return expected == null
                ? words.say("plan.why.nothing")
                : words.say("plan.why.known", ground.videos(), expected);
    }

    /// The score that is expected with its 90 % interval, such as "62 (55–70)"; null where nothing is known.
    public @Nullable String expected(Ground ground) {
        Double expected = ground.expected();
        Double low = ground.low();
        Double high = ground.high();
        if (expected == null) {
            return null;
        }
        String score = figures.score(expected, 0);
        return low == null || high == null
                ? score
                : score + " (" + figures.score(low, 0) + "–" + figures.score(high, 0) + ")";
    }

    /// What is to be posted, such as "@ada: question as a hook".
    public String title(PlannedSlot slot) {
        SlotContent content = slot.content();
        return words.say("plan.title.slot", slot.account(),
                content == null ? words.say("plan.content.none") : content.text());
    }
}

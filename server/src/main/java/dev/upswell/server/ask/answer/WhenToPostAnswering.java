package dev.upswell.server.ask.answer;

import dev.upswell.ask.Intent;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.fyp.SlotFigures;
import dev.upswell.server.ask.Answering;
import dev.upswell.server.ask.Fact;
import dev.upswell.server.ask.Finding;
import dev.upswell.server.ask.Outcome;
import dev.upswell.server.ask.Subject;
import dev.upswell.server.fyp.VideoScores;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;

/// Answers "when should I post": the hours of the week whose videos did best.
final class WhenToPostAnswering implements Answering {

    private static final int USUAL = 3;

    private final VideoScores videos;

    WhenToPostAnswering(VideoScores videos) {
        this.videos = videos;
    }

    @Override
    public Intent intent() {
        return Intent.WHEN_TO_POST;
    }

    @Override
    public Outcome answer(Understanding asked) {
        VideoScores.Slots slots = videos.slots(null);
        if (slots.items().isEmpty()) {
            return Outcome.NotKnown.because("none.slots");
        }
        DayOfWeek day = asked.first(Slot.Weekday.class).map(Slot.Weekday::day).orElse(null);
        List<SlotFigures> all = slots.items().stream().filter(one -> day == null || one.slot().day() == day).toList();
        if (all.isEmpty()) {
            return Outcome.NotKnown.because("none.slots");
        }
        List<SlotFigures> best = all.stream()
                .sorted(Comparator.comparingDouble((SlotFigures one) -> -one.strength())
                        .thenComparing(SlotFigures::slot))
                .limit(Math.clamp(asked.count(USUAL), 1, TopByAnswering.MOST)).toList();
        var draft = new Finding.Draft(slots.asOf());
        draft.tell("post.best", slots.asOf(), all.size());
        for (SlotFigures one : best) {
            var subject = new Subject("%s %02d:00".formatted(one.slot().day(), one.slot().hour()), "/videos/slots");
            Fact strength = draft.fact(subject, "slot_strength", one.strength(), Fact.Unit.POINTS, "8 weeks");
            draft.tell("post.slot", one.slot(), strength,
                    draft.fact(subject, "videos", one.videos(), Fact.Unit.COUNT, "8 weeks"));
        }
        return draft.charted("slot_strength");
    }
}

package dev.upswell.server.cli.live;

import dev.upswell.poll.Cadence;
import dev.upswell.poll.PollPlan;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.live.WatchPlans.Bound;
import dev.upswell.server.live.WatchPlans.Planned;
import dev.upswell.server.live.WatchPlans.SourcePlan;
import java.util.List;
import java.util.Locale;

/// Plans in words and tables.
final class PlanText {

    private final Screen screen;

    PlanText(Screen screen) {
        this.screen = screen;
    }

    void say(List<SourcePlan> plans) {
        screen.document(plans);
        if (plans.isEmpty()) {
            screen.line("Nothing is planned: no source with a key is asked for anything.");
        }
        plans.forEach(this::say);
    }

    private void say(SourcePlan plan) {
        Bound bound = plan.bound();
        screen.line(String.format(Locale.ROOT,
                "%s: %.0f a day planned of %.0f that may be spent%s; %d visited, %d not.",
                plan.source(), plan.unitsPerDay(), plan.ratePerDay(),
                bound == null ? "" : " (" + bound.budget() + ": " + bound.used() + " of " + bound.limit() + " used)",
                plan.watches().size() - plan.paused().size(), plan.paused().size()));
        if (!plan.pinsKept()) {
            screen.line("What is pinned cannot all be paid: raise the budget, or unpin some.");
        }
        var table = new TextTable("subject", "kind", "priority", "every", "why", ">a visit", ">a day", ">bits");
        for (Planned one : plan.watches()) {
            table.row(one.watch().subject().toString(), one.watch().kind().label(), one.watch().priority().label(),
                    one.cadence() instanceof Cadence.Every(var length) ? length.toMinutes() + " min" : "not visited",
                    why(one.why()), String.format(Locale.ROOT, "%.1f", one.unitsPerVisit()),
                    String.format(Locale.ROOT, "%.1f", one.unitsPerDay()),
                    String.format(Locale.ROOT, "%.2f", one.bits()));
        }
        screen.line(table.toString());
    }

    private static String why(PollPlan.Why why) {
        return switch (why) {
            case PINNED -> "pinned";
            case PIN_CUT -> "pinned, cannot be paid";
            case WORTH_IT -> "adds most per unit";
            case OUTBID -> "others add more";
        };
    }
}

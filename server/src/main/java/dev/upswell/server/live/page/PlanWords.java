package dev.upswell.server.live.page;

import dev.upswell.poll.Cadence;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList.Watched;
import dev.upswell.server.live.WatchPlans.Bound;
import dev.upswell.server.live.WatchPlans.Planned;
import dev.upswell.server.live.WatchPlans.SourcePlan;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Times;
import dev.upswell.server.web.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Plans as people read them.
final class PlanWords {

    /// In what order lists are shown.
    static final List<String> GROUPS = List.of("own", "competitor", "hashtag", "sound", "creator", "keyword", "video",
            "ads",
            "results", "orders");

    private final Words words;
    private final Figures figures;
    private final Times times;

    PlanWords(Words words, Figures figures, Times times) {
        this.words = words;
        this.figures = figures;
        this.times = times;
    }

    /// A watch as a row shows it.
    ///
    /// @param often how often it is visited; null before the first plan
    /// @param paused whether it is not visited
    /// @param cut whether it is visited less often than pinned
    /// @param costs what its visits cost in a day; null before the first plan
    /// @param bits what they add to what is known; null before the first plan
    record Row(Watched watched, @Nullable String often, boolean paused, boolean cut, String why, @Nullable String costs,
            @Nullable String bits) {
    }

    /// A source's plan as its card shows it.
    ///
    /// @param bound what was used of the budget that binds; null when there is none
    /// @param pausedOnes what is no longer visited, with since when
    /// @param pins what is said of pinned cadences that cannot be paid; null when all are kept
    record Card(SourcePlan plan, String made, String spends, @Nullable String bound, List<String> pausedOnes,
            @Nullable String pins) {
    }

    String asPlanned() {
        return words.say("watches.asPlanned");
    }

    /// Under which heading a watch stands.
    static String group(Watch watch) {
        return watch.kind() == Watch.Kind.TOPIC ? watch.subject().feed().label() : watch.kind().label();
    }

    Row row(Watched watched, @Nullable Planned planned) {
        if (planned == null) {
            return new Row(watched, null, false, false, words.say("watches.why.first"), null, null);
        }
        boolean paused = planned.cadence() instanceof Cadence.Paused;
        String why = words.say("watches.why." + planned.why().name().toLowerCase(Locale.ROOT));
        return new Row(watched, often(planned.cadence()), paused, planned.why().name().equals("PIN_CUT"),
                why + moved(planned),
                figures.count(planned.unitsPerDay()), figures.score(planned.bits(), 2));
    }

    /// What is known of the subject that raised or lowered it.
    private String moved(Planned planned) {
        Double probability = planned.signals().probability();
        String surge = probability == null ? "" : words.say("watches.surge", figures.percent(probability));
        return surge + (planned.signals().steps() == 0 ? words.say("watches.unlearnt") : "");
    }

    private String often(Cadence cadence) {
        return switch (cadence) {
            case Cadence.Every(var length) -> words.say("watches.every", times.length(length));
            case Cadence.Paused() -> words.say("watches.paused");
        };
    }

    /// @param unit what the source's spending is counted in, as in `live.unit.*`
    Card card(SourcePlan plan, String unit) {
        Bound bound = plan.bound();
        return new Card(plan, words.say("watches.made", times.moment(plan.plannedAt()),
                words.say("watches.trigger." + plan.trigger())),
                words.say("watches.spends", figures.count(plan.unitsPerDay()), figures.count(plan.ratePerDay()),
                        words.say("live.unit." + unit)),
                bound == null
                        ? null
                        : words.say("watches.bound", words.sayOr("live.budget." + bound.budget(), bound.budget()),
                                figures.exact(bound.used()), figures.exact(bound.limit())),
                plan.paused().stream()
                        .map(one -> words.say("watches.pausedOne", one.watch().subject().toString(),
                                times.moment(one.since()),
                                words.say("watches.why." + one.why().name().toLowerCase(Locale.ROOT)),
                                figures.count(Math.max(1, one.unitsPerVisit()))))
                        .toList(),
                plan.pinsKept() ? null : words.say("watches.pinsCut"));
    }
}

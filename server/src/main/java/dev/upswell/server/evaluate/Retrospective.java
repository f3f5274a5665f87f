package dev.upswell.server.evaluate;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.upswell.server.registry.ModelTask;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a week of forecasts came to: its figures beside those of earlier weeks, its best and worst calls, why it was wrong
/// and which models spoke. It says nothing that does not follow from stored rows.
///
/// @param start its Monday, by the UTC day of the cuts
/// @param parts one for each task that was answered and judged
public record Retrospective(LocalDate start, List<Part> parts) {

    public Retrospective {
        if (start.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("week (" + start + ") must begin on a Monday\nMaybe use monday(day).");
        }
        parts = List.copyOf(parts);
    }

    /// The Monday of the week of this day.
    static LocalDate monday(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }

    /// The name of the week, such as "2025-W37".
    public String week() {
        return String.format(Locale.ROOT, "%d-W%02d", start.get(IsoFields.WEEK_BASED_YEAR),
                start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /// Its Sunday.
    public LocalDate end() {
        return start.plusDays(6);
    }

    /// The week of one task.
    ///
    /// @param task called `question` in those that were written first
    /// @param before figures of the weeks before, the latest first, as they read now
    /// @param best hits that grew most
    /// @param missed misses that grew most
    /// @param falseAlarms false surges of the highest probability
    /// @param causes how often wrong calls had a cause, the most frequent first
    /// @param served the models that served, in order of their first day
    /// @param changes what changed about the models in that week and which drift was confirmed, in order; null in those that were
    ///     written before they were noted
    public record Part(@JsonAlias("question") ModelTask task, WeekFigures figures, List<WeekFigures> before, List<Call> best,
            List<Call> missed, List<Call> falseAlarms, List<CauseCount> causes, List<Served> served,
            @Nullable List<Change> changes) {

        public Part {
            before = List.copyOf(before);
            best = List.copyOf(best);
            missed = List.copyOf(missed);
            falseAlarms = List.copyOf(falseAlarms);
            causes = List.copyOf(causes);
            served = List.copyOf(served);
            changes = changes == null ? null : List.copyOf(changes);
        }

        /// The figures of this week and of those before, the latest first.
        public List<WeekFigures> all() {
            return Stream.concat(Stream.of(figures), before.stream()).toList();
        }
    }

    /// The figures of the models that served during a week.
    ///
    /// @param precisionAt10 mean over its cuts
    /// @param recallAtR null, like the lead, where nothing surged
    /// @param leadHours median over hits; null without a hit whose time is known
    /// @param coverage share of the views in their 90 % range; null when none was judged
    /// @param ece of the trailing window at its last day; null until enough is known
    /// @param prAuc of the trailing window at its last day; null until enough is known
    /// @param prevalence of that window
    public record WeekFigures(LocalDate start, int cuts, int pairs, int surges, int hits, int misses, int falseSurges,
            double precisionAt10, @Nullable Double recallAtR, @Nullable Double leadHours, @Nullable Double coverage,
            @Nullable Double ece, @Nullable Double prAuc, double prevalence) {
    }

    /// One call of the week.
    ///
    /// @param growth log ratio over the horizon
    /// @param leadHours of a hit; null when not known
    public record Call(String name, java.time.Instant cut, double probability, double growth,
            @Nullable Double leadHours, @Nullable Cause cause) {
    }

    /// How many wrong calls of this kind had this cause.
    public record CauseCount(Verdict verdict, Cause cause, int calls) {
    }

    /// What happened to a model.
    public enum Happening {
        /// It began to serve.
        PROMOTED,
        /// It was taken back, and the one before it serves again.
        ROLLED_BACK,
        /// It was on its way to serve and was taken out of the race.
        REJECTED,
        /// It met the rule and waits for a person.
        AWAITS,
        /// What is scored was found to differ from what it learned from.
        DRIFTED;

        /// The code in message keys and texts.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Something that happened to a model in the week.
    ///
    /// @param at up to when the world was known that it is about
    /// @param reason as a sentence; null where none was kept
    public record Change(Happening what, java.time.Instant at, UUID model, String family, @Nullable String reason) {
    }

    /// A model that served from this day on.
    public record Served(UUID model, String family, LocalDate from) {
    }
}

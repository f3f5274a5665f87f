package dev.upswell.server.plan;

import dev.upswell.plan.PostingAccount;
import dev.upswell.plan.Week;
import dev.upswell.server.web.Query;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// What forms and requests say about plans.
public final class PlanForm {

    private static final int LONGEST = 100;

    private PlanForm() {
    }

    /// The week of parameter `week`, any of its days; next week if absent.
    public static Week week(Query query, ZoneId zone, Instant now) {
        return query.day("week").map(day -> new Week(monday(day), zone)).orElseGet(() -> Week.after(now, zone));
    }

    /// The week of an instant.
    public static Week of(Instant at, ZoneId zone) {
        return new Week(monday(LocalDate.ofInstant(at, zone)), zone);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// The time zone of parameter `zone`; UTC if absent.
    ///
    /// **errors** [PlanRefused] where there is none of this name
    public static ZoneId zone(Query query) {
        return query.text("zone", LONGEST).map(Planner::zone).orElse(ZoneId.of("UTC"));
    }

    /// A time to the minute: by the clocks of this zone, or with its own.
    ///
    /// **errors** [PlanRefused] where it cannot be read or is missing
    public static Instant time(Query query, String name, ZoneId zone) {
        String text = query.text(name, LONGEST).orElse("");
        try {
            return text.endsWith("Z") ? Instant.parse(text) : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw PlanRefused.time(name, text);
        }
    }

    /// Who asks.
    public static String by(Query query, String otherwise) {
        return query.text("by", LONGEST).orElse(otherwise);
    }

    /// What is to be posted; null where it is to be emptied.
    public static @Nullable SlotContent content(Query query, String otherwise) {
        SlotContent.Kind kind = SlotContent.Kind.of(query.choice("kind", SlotContent.Kind.words(), "idea"));
        String text = query.text("text", SlotContent.LONGEST).orElse("");
        String link = query.text("link", SlotContent.LONGEST).orElse(null);
        String by = by(query, otherwise);
        return text.isBlank() && link == null ? null : new SlotContent(kind, text, link, by);
    }

    /// Plans for an account as it is asked for.
    public static void account(Query query, String otherwise, Planner planner) {
        String handle = query.text("handle", LONGEST).orElse("");
        int perWeek = query.number("perWeek", 1, PostingAccount.MOST_PER_WEEK, 5);
        int perDay = query.number("perDay", 1, PostingAccount.MOST_PER_DAY, 1);
        String by = by(query, otherwise);
        query.done();
        planner.keep(handle, perWeek, perDay, by);
    }
}

package dev.upswell.server.trend.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which trends to show.
///
/// @param at the instant as of which to answer; null means the last one for which metrics exist
/// @param days how far back the small lines go: 7, 30 or 90
/// @param top how many rows at most, 1–500
/// @param text part of a name to look for; null means all
/// @param emergingOnly whether only emerging entities are wanted
public record TrendsFilter(EntityKind kind, @Nullable Instant at, int days, int top, @Nullable String text,
        boolean emergingOnly) {

    /// How far back lines can go, in days.
    public static final List<String> DAYS = List.of("7", "30", "90");

    /// The filter that a query string asks for.
    public static TrendsFilter from(Query query) {
        return new TrendsFilter(query.kind("kind", EntityKind.HASHTAG), query.instant("at").orElse(null),
                Integer.parseInt(query.choice("days", DAYS, "7")), query.number("top", 1, 500, 50),
                query.text("q", 80).orElse(null), query.flag("emerging"));
    }

    /// The same for another kind.
    public TrendsFilter withKind(EntityKind other) {
        return new TrendsFilter(other, at, days, top, text, emergingOnly);
    }

    /// The same over another number of days.
    public TrendsFilter withDays(int other) {
        return new TrendsFilter(kind, at, other, top, text, emergingOnly);
    }

    /// The same as of now and for all names.
    public TrendsFilter widened() {
        return new TrendsFilter(kind, at, days, top, null, false);
    }

    /// The address of the page.
    public String url() {
        return Link.to("/trends").with("kind", kind.label(), "hashtag").with("at", at, null).with("days", days, 7)
                .with("top", top, 50).with("q", text, null).with("emerging", emergingOnly, false).toString();
    }

    /// Whether the list is narrowed beyond the kind.
    public boolean narrowed() {
        return text != null || emergingOnly;
    }
}

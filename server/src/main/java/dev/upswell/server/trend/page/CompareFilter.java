package dev.upswell.server.trend.page;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Query;
import java.util.List;

/// Which entities of a kind to set beside each other.
///
/// @param ids at most [Comparison#MOST], each once, in the order asked for
public record CompareFilter(EntityKind kind, List<String> ids, EntityFilter time) {

    private static final int LONGEST = 200;

    public CompareFilter {
        ids = List.copyOf(ids);
    }

    /// The filter that a query string asks for: `id` once for each.
    public static CompareFilter from(Query query) {
        return new CompareFilter(query.kind("kind", EntityKind.HASHTAG),
                query.texts("id", Comparison.MOST, LONGEST), EntityFilter.from(query));
    }

    /// Whether there are enough of them.
    public boolean isEnough() {
        return ids.size() >= Comparison.FEWEST;
    }

    /// Those that are asked for.
    public List<EntityId> entities() {
        return ids.stream().map(id -> new EntityId(kind, id)).toList();
    }

    /// The address of the page over another number of days.
    public String url(int days) {
        String base = Link.to("/trends/compare").with("kind", kind.label(), null).with("days", days, 7)
                .with("at", time.at(), null).toString();
        StringBuilder whole = new StringBuilder(base);
        ids.forEach(id -> whole.append('&').append(Link.to("").with("id", id, null).toString().substring(1)));
        return whole.toString();
    }
}

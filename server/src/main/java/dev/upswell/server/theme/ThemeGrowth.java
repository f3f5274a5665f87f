package dev.upswell.server.theme;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/// How the themes of videos grow.
public final class ThemeGrowth {

    /// So long after themes were carried on it is not told any more how this week is beside the last.
    static final Duration SERVES = Duration.ofDays(7);

    private final TenantId tenant;
    private final Database database;
    private final ThemeRepository themes = new ThemeRepository();

    public ThemeGrowth(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// How many times as many captions the theme of each video had in the last week as in the week before, as themes were carried on last;
    /// 1 is no change.
    ///
    /// **absence** videos of no theme that lives, themes without a caption in the week before, and all where themes were carried on last more
    /// than a week before the instant, or after it · **cost** a query by keys
    public Map<String, Double> of(Collection<String> videos, Instant at) {
        return videos.isEmpty()
                ? Map.of()
                : database.transactions().call(tenant, db -> themes.growth(db, videos, at.minus(SERVES), at));
    }
}

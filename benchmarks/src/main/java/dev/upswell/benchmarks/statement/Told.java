package dev.upswell.benchmarks.statement;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A fact as evidence tells it.
///
/// @param id how statements cite it, such as `f1`
/// @param entity a hashtag with `#`, an account with `@`, the title of a sound, or the id of a video
/// @param measure what was measured, such as `views`
/// @param value in the unit
/// @param unit `count`, `ratio` (0.034 is 3.4 %), `per_hour`, `hours`, `seconds`, `usd` or `rank`
/// @param at when it was measured
/// @param of what the value belongs to: a span (`7 days`), for a rank or the entries of a whole list its length (`24 hashtags`), for a
///        part the whole (`#beauty`); absent for totals since the beginning
record Told(String id, String entity, String measure, double value, String unit, Instant at, @Nullable String of) {

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id);
        json.put("entity", entity);
        json.put("measure", measure);
        json.put("value", value == Math.rint(value) ? (Object) (long) value : (Object) value);
        json.put("unit", unit);
        json.put("at", at.toString());
        if (of != null) {
            json.put("of", of);
        }
        return json;
    }
}

package dev.upswell.server.forecast.rest;

import dev.upswell.content.EntityKind;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.web.Query;
import java.util.Arrays;
import java.util.List;

/// The query parameters `kind` and `horizon`, by which a request says what is foretold.
final class TaskWords {

    static final List<String> KINDS = Arrays.stream(EntityKind.values()).map(EntityKind::label).toList();
    static final List<Integer> HORIZONS = SurgeProtocol.HORIZONS.stream().map(one -> (int) one.toHours()).toList();

    private TaskWords() {
    }

    /// The services for the task that is asked about: hashtags over 24 hours when nothing is said.
    static Forecasts of(Query query, Forecasts usual) {
        EntityKind kind = query.oneOf("kind", KINDS).map(EntityKind::of).orElse(EntityKind.HASHTAG);
        int hours = query.hours("horizon", HORIZONS).orElse(24);
        return usual.of(new ModelTask(kind, hours));
    }
}

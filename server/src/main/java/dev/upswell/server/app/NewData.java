package dev.upswell.server.app;

import dev.upswell.server.agent.Schedule;
import java.time.Instant;
import java.util.Map;

/// Tells the scheduler of new data: metrics that are due, a later reading, or a retraining that was asked for.
final class NewData implements Schedule.News {

    private final OpenWorkplace workplace;

    NewData(OpenWorkplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public void begin() {
        // Vectors are read from the table, as they are asked for, where this fails.
        workplace.forecasting().warm();
    }

    @Override
    public void catchUp() {
        workplace.forecasting().catchUp();
    }

    @Override
    public Map<String, Instant> seen() {
        return Map.of("reading", workplace.collecting().sourceRepository().lastReading().orElse(Instant.EPOCH), "asked",
                workplace.forecasting().governance().retraining().lastAsked(workplace.tenant()).orElse(Instant.EPOCH));
    }

    @Override
    public boolean isWaiting() {
        return workplace.forecasting().metrics().waiting(workplace.tenant()) > 0;
    }
}

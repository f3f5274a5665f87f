package dev.upswell.server.forecast.page;

import dev.upswell.server.web.Notice;
import dev.upswell.server.registry.ModelTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the models page shows.
///
/// @param evaluation the last comparison on past cuts; null when none has been made
/// @param records trained models, newest first
/// @param others other kinds and horizons, for which models were trained or judged
public record ModelsView(@Nullable Evaluation evaluation, List<ModelRecord> records, List<Notice> notices,
        List<Task> others) {

    /// Forecasts of another kind of entity or over another horizon, with the last comparison on past cuts; null when none was made.
    public record Task(ModelTask task, @Nullable Evaluation evaluation) {
    }

    public ModelsView {
        records = List.copyOf(records);
        notices = List.copyOf(notices);
        others = List.copyOf(others);
    }
}

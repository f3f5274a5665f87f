package dev.upswell.server.forecast.page;

import dev.upswell.server.web.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the models page shows.
///
/// @param evaluation the last comparison on past cuts; null when none has been made
/// @param records trained models, newest first
public record ModelsView(@Nullable Evaluation evaluation, List<ModelRecord> records, List<Notice> notices) {

    public ModelsView {
        records = List.copyOf(records);
        notices = List.copyOf(notices);
    }
}

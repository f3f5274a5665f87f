package dev.upswell.server.integrate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to become a task in a tracker.
///
/// @param subject what it stands for here
/// @param title one line
/// @param paragraphs of its text
/// @param due until when it is to be done, by the calendar of UTC; null where nobody said
public record IssueOrder(UUID subject, String title, List<String> paragraphs, @Nullable LocalDate due) {

    public IssueOrder {
        paragraphs = List.copyOf(paragraphs);
    }

    /// By which the task is found again in the tracker: one for each subject, without spaces.
    public String label() {
        return "upswell-" + subject;
    }
}

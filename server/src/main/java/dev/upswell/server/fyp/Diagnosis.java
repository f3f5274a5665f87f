package dev.upswell.server.fyp;

import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.Mark;
import dev.upswell.fyp.RootCause;
import dev.upswell.fyp.rule.Prescription;
import java.util.List;
import java.util.Optional;

/// Everything that is told of one video.
///
/// @param latest its score at the latest mark, as known then, with its settled score
/// @param marks its scores as known at the marks, the earliest first; empty when only late figures are known of it
/// @param cause what moved its settled score, or the latest where it has none
/// @param plans what was asked for about it, and how that stands
public record Diagnosis(ScoredVideo latest, List<FypScore> marks, RootCause cause, Steps steps,
        List<ActionPlanList.Standing> plans) {

    public Diagnosis {
        marks = List.copyOf(marks);
        plans = List.copyOf(plans);
    }

    /// Rules and the video.
    ///
    /// @param firing those that fire for the latest score as known at its mark, which tasks rest on
    /// @param undecided those of which it cannot be told, because something was not measured
    /// @param settled those that fire for the settled score only; they open no task
    public record Steps(List<Prescription> firing, List<Prescription> undecided, List<Prescription> settled) {

        public Steps {
            firing = List.copyOf(firing);
            undecided = List.copyOf(undecided);
            settled = List.copyOf(settled);
        }
    }

    /// Its score at a day, as known then.
    public Optional<FypScore> atDay() {
        return marks.stream().filter(score -> score.mark() == Mark.DAY).findFirst();
    }
}

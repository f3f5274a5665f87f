package dev.upswell.server.fyp;

import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.RootCause;
import dev.upswell.fyp.rule.Prescription;
import java.util.List;

/// Everything that is told of one video.
///
/// @param latest its score at the latest mark, which causes and steps are of
/// @param marks its scores, the earliest first
/// @param cause what moved the latest score
/// @param steps the rules that fire for it
/// @param undecided the rules of which it cannot be told, because something was not measured
public record Diagnosis(ScoredVideo latest, List<FypScore> marks, RootCause cause, List<Prescription> steps,
        List<Prescription> undecided) {

    public Diagnosis {
        marks = List.copyOf(marks);
        steps = List.copyOf(steps);
        undecided = List.copyOf(undecided);
    }
}

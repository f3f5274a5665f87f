package dev.upswell.tune;

/// One step of a rolling origin: learn from the first rows, judge on later ones.
///
/// @param known how many rows, from the first, had their label when the judged ones began
/// @param from the first judged row
/// @param to behind the last judged row
public record Fold(int known, int from, int to) {

    public Fold {
        if (known < 1 || from < known || to <= from) {
            throw new IllegalArgumentException("fold (" + known + " known, judged " + from + " to " + to
                    + ") must learn before it judges\nMaybe the history is too short.");
        }
    }
}

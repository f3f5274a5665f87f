package dev.upswell.sequence;

/// What led up to each instant, and the instant itself: the two inputs of a sequence model.
///
/// **absence** NaN is missing, in both · **cost** the arrays are shared, not copied.
///
/// @param steps how many time steps each row has, oldest first
/// @param channels how many numbers each step has
/// @param columns how many numbers the instant itself has
/// @param history row after row, step after step, `channels` each
/// @param instant row after row, `columns` each
public record SequenceRows(int size, int steps, int channels, int columns, float[] history, float[] instant) {

    public SequenceRows {
        if (steps < 1 || channels < 1 || history.length != (long) size * steps * channels
                || instant.length != (long) size * columns) {
            throw new IllegalArgumentException("sequence rows (" + size + " of " + steps + " steps, " + channels
                    + " channels and " + columns + " columns) must have as many numbers, but have " + history.length
                    + " and " + instant.length + "\nMaybe a filter missed an array.");
        }
    }

    /// Where the history of a row begins.
    int historyAt(int row) {
        return row * steps * channels;
    }

    /// Where the columns of a row begin.
    int instantAt(int row) {
        return row * columns;
    }
}

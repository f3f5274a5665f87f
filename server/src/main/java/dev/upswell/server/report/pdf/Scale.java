package dev.upswell.server.report.pdf;

import java.util.List;

/// Sizes of print, in points.
///
/// @param body of running text
record Scale(float body) {

    /// From the usual print to the smallest one.
    static final List<Scale> STEPS = List.of(new Scale(10), new Scale(9.5f), new Scale(9), new Scale(8.5f));

    /// The print in which more than usual is told.
    static final Scale SPARING = STEPS.get(2);

    private static final float LEADING = 1.36f;

    float small() {
        return body * 0.85f;
    }

    float heading(int level) {
        return body * (level == 1 ? 1.4f : 1.12f);
    }

    float figure() {
        return body * 2;
    }

    /// Distance of lines of letters of this size.
    float leading(float size) {
        return size * LEADING;
    }

    /// Free room between blocks.
    float gap() {
        return body * 0.75f;
    }

    /// Room inside boxes.
    float pad() {
        return body * 0.7f;
    }
}

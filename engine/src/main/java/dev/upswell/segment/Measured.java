package dev.upswell.segment;

/// How far forecasts of a segment are worse than those of all others.
///
/// Of [Fault#TOO_LOW] and [Fault#TOO_HIGH] the figures are by how much the share that came true lies above or below what was stated,
/// of [Fault#UNSURE] the squared error over that of always stating the share that came true.
///
/// @param inside the figure of the segment
/// @param elsewhere that of the others
/// @param low lower end of the 95 % interval of how far they lie apart
/// @param high its upper end
/// @param p the chance of lying so far apart where there is no difference
public record Measured(double inside, double elsewhere, double low, double high, double p, Told told) {

    /// What it rests on.
    ///
    /// @param entities of the segment
    /// @param forecasts of the segment
    /// @param stated mean of what was stated in the segment
    /// @param came share that came true in it
    public record Told(int entities, int forecasts, double stated, double came) {
    }

    /// How far the two lie apart; above 0 the segment is worse.
    public double apart() {
        return inside - elsewhere;
    }
}

package dev.upswell.segment;

/// What entities have in common at the instant of a forecast, such as `age` being `under-3-days`.
///
/// @param dimension what is told apart, in lower case with hyphens
/// @param value which part of it; strangers' text where the dimension is a theme or a sound
public record Segment(String dimension, String value) implements Comparable<Segment> {

    public Segment {
        if (dimension.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("segment (" + dimension + ", " + value
                    + ") must have a dimension and a value\nMaybe what is missing belongs to no segment.");
        }
    }

    /// For programs: `age=under-3-days`.
    public String label() {
        return dimension + "=" + value;
    }

    @Override
    public int compareTo(Segment other) {
        int byDimension = dimension.compareTo(other.dimension);
        return byDimension == 0 ? value.compareTo(other.value) : byDimension;
    }
}

package dev.upswell.poll;

/// Something that can be looked at, as a plan sees it.
///
/// @param key by which the plan names it
/// @param unitsPerVisit what a visit is expected to cost, from 0
public record Polled<K>(K key, double unitsPerVisit, Worth worth, Wish wish) {

    public Polled {
        if (!(unitsPerVisit >= 0 && unitsPerVisit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("cost of a visit (" + unitsPerVisit
                    + ") must not be below 0\nMaybe it was learnt from no visit.");
        }
    }
}

package dev.upswell.grounding;

/// A name as a sentence writes it.
///
/// @param start where it begins in its clause
/// @param end where it ends
/// @param written as it stands there
record Named(int start, int end, String written) {

    /// Whether this is a name of it: all of it, or whole words of a longer one.
    boolean isOf(String other) {
        String own = Text.name(written);
        String whole = Text.name(other);
        return own.equals(whole) || !own.isEmpty() && !written.startsWith("#") && !written.startsWith("@")
                && (" " + whole + " ").contains(" " + own + " ");
    }

    /// Whether it names the entity of the fact, or what the fact is of.
    boolean isOf(Fact fact) {
        return fact.entity() != null && isOf(fact.entity()) || fact.of() != null && isOf(fact.of())
                || !written.isBlank() && Text.words(fact.measure()).containsAll(Text.words(written));
    }
}

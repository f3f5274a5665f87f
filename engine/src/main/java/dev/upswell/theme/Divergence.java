package dev.upswell.theme;

/// Two subjects that lie near each other in meaning while their momentum differs clearly.
///
/// It tells that words alike go different ways; it does not tell why, and nothing of chance: neither limit is a test.
///
/// @param one the one that moves more
/// @param other the one that moves less
/// @param likeness cosine of their vectors [-1..1]
public record Divergence(Subject one, Subject other, double likeness) {

    /// What is compared.
    ///
    /// @param id name of the hashtag without `#`, or number of the theme
    /// @param momentum of a hashtag its own, of a theme the median of its hashtags' [0..1]
    public record Subject(Kind kind, String id, double momentum) {
    }

    /// Of what a subject is.
    public enum Kind {
        HASHTAG,
        THEME
    }

    /// By how much their momentum differs [0..1].
    public double difference() {
        return one.momentum() - other.momentum();
    }
}

package dev.upswell.people;

import java.util.Locale;

/// How a video tells its subject.
///
/// Forms that live by what is said are lost on people who do not read the language; some forms are shared, others commented on.
public enum Form {
    HOWTO(1.0, -0.1, 0.4),
    DAY(0.7, 0.0, -0.4),
    REVIEW(1.0, 0.3, 0.1),
    SKIT(1.0, 0.2, 0.3),
    CHANGE(0.35, 0.0, 0.1),
    TIPS(0.9, 0.0, 0.5),
    REACTION(0.6, 0.4, 0.0),
    STORY(1.0, 0.5, -0.3);

    private static final Form[] ALL = values();

    private final double words;
    private final double commented;
    private final double shared;

    Form(double words, double commented, double shared) {
        this.words = words;
        this.commented = commented;
        this.shared = shared;
    }

    /// As captions are listed by.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How much of it is lost on those who do not read its language, 0 to 1.
    double words() {
        return words;
    }

    /// What it adds to the logarithm of comments per view.
    double commented() {
        return commented;
    }

    /// What it adds to the logarithm of shares per view.
    double shared() {
        return shared;
    }

    static Form of(int number) {
        return ALL[number];
    }

    static int count() {
        return ALL.length;
    }
}

package dev.upswell.server.taste;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why somebody may be profiled; without one nobody is.
public enum Ground {
    /// An account of one's own.
    OWN,
    /// The owner of the account agreed.
    CONSENT,
    /// Somebody known in public, by 10,000 followers or more.
    PUBLIC_FIGURE;

    /// So many followers make a public figure.
    public static final long PUBLIC_FROM = 10_000;

    /// The words for them in options and addresses.
    public static final List<String> WORDS = Arrays.stream(values()).map(Ground::word).toList();

    /// The word for it in options and addresses.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The ground of this word, in any case, with `_` or `-`.
    public static Optional<Ground> find(String word) {
        return Arrays.stream(values()).filter(ground -> ground.name().equalsIgnoreCase(word.replace('-', '_')))
                .findFirst();
    }
}
